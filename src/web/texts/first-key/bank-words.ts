/** Step 3: contacts, personal questions and the figure (BANK-1). The questions are hard to research and leave nobody out. */
import type { AnswerRefusal, PersonalQuestion } from '../../../domain/bank.ts'
import type { Language } from '../../language.ts'
import type { PhoneProblem } from '../../phone.ts'

/** As src/mail/address.ts says them. */
export type AddressProblemName = 'empty' | 'too-long' | 'no-at' | 'before-at' | 'domain'

export type BankWords = {
  contacts: {
    title: string
    intro: string
    again: string
    email: { label: string; hint: string }
    secondEmail: { label: string; hint: string }
    phone: { label: string; hint: string }
    addressProblems: Readonly<Record<AddressProblemName, string>>
    sameAddress: string
    meant: { error(address: string): string; legend: string; yes(address: string): string; no(address: string): string }
    phoneProblems: Readonly<Record<PhoneProblem, string>>
    submit: string
  }
  personal: {
    title: string
    intro: readonly string[]
    advice: { summary: string; items: readonly string[] }
    question(at: number): string
    choose: string
    answer(at: number): string
    answerHint: string
    questions: Readonly<Record<PersonalQuestion, string>>
    refusals: Readonly<Record<AnswerRefusal, (at: number, shortest: number) => string>>
    typeAgain: string
    submit: string
  }
  figure: { title: string; intro: readonly string[]; legend: string; missing: string; submit: string }
  figureAgain: { title: string; intro: string; legend: string; missing: string; wrong: string; another: string; submit: string }
}

export const bankWords: Readonly<Record<Language, BankWords>> = {
  es: {
    contacts: {
      title: 'Sus datos de contacto',
      intro: 'Sus respuestas son correctas. Ahora díganos cómo avisarle. Más adelante le enviaremos un correo para comprobar que la dirección es suya.',
      again: 'Si envía otra vez estos datos, le mandaremos otro correo para comprobar la dirección.',
      email: { label: 'Correo electrónico', hint: 'Uno que usted pueda abrir ahora y que no comparta con nadie.' },
      secondEmail: { label: 'Segundo correo electrónico (opcional)', hint: 'Le servirá si un día pierde el primero.' },
      phone: { label: 'Teléfono', hint: 'Celular o fijo. Del Ecuador: 099 123 4567 o 02 234 5678. De otro país: con + y el código, por ejemplo +34 612 34 56 78.' },
      addressProblems: {
        empty: 'Escriba su correo electrónico',
        'too-long': 'El correo electrónico es demasiado largo: revíselo',
        'no-at': 'Al correo electrónico le falta la @, por ejemplo nombre@ejemplo.com',
        'before-at': 'Revise la parte del correo electrónico antes de la @: no lleva espacios, tildes ni comas',
        domain: 'Revise la parte del correo electrónico después de la @, por ejemplo gmail.com',
      },
      sameAddress: 'El segundo correo electrónico debe ser distinto del primero. También puede dejarlo vacío',
      meant: {
        error: (address) => `Confirme su correo electrónico: ¿quiso decir ${address}?`,
        legend: '¿Cuál es su correo electrónico?', yes: (address) => `${address}`, no: (address) => `${address}, como lo escribí`,
      },
      phoneProblems: {
        empty: 'Escriba un teléfono, celular o fijo',
        'not-a-number': 'Escriba el teléfono solo con números, por ejemplo 099 123 4567',
        'too-short': 'Al teléfono le faltan números: revíselo',
        'no-area-code': 'Al teléfono fijo le falta el código de la provincia, por ejemplo 02 234 5678',
        'too-long': 'Al teléfono le sobran números. Si es de otro país, empiece con + y el código del país',
        unknown: 'Ese teléfono no existe: revise si escribió bien todos los números',
        'not-personal': 'Ese número es de un servicio (como los 1800). Escriba uno suyo, celular o fijo',
        extension: 'Escriba un teléfono que no necesite extensión',
      },
      submit: 'Continuar',
    },
    personal: {
      title: 'Preguntas personales',
      intro: [
        'Elija tres preguntas y escriba una respuesta para cada una. Si un día olvida su clave, le haremos dos de ellas.',
        'Guardamos las respuestas de manera que nadie las puede leer.',
      ],
      advice: {
        summary: 'Consejos para sus respuestas',
        items: [
          'Elija algo que usted recuerde siempre y que otros no sepan ni encuentren en sus redes sociales.',
          'Escriba al menos 4 letras. No importan las mayúsculas, las tildes ni los espacios.',
          'Las tres respuestas deben ser distintas.',
          'La respuesta no tiene que ser verdadera: basta con que usted la recuerde.',
        ],
      },
      question: (at) => `Pregunta ${at}`,
      choose: 'Elija una pregunta',
      answer: (at) => `Respuesta ${at}`,
      answerHint: 'Al menos 4 letras.',
      questions: {
        'first-teacher': '¿Cómo se llamaba la primera persona que le enseñó a leer o un oficio?',
        'childhood-friend': '¿Cómo se llamaba su mejor amistad cuando tenía ocho años?',
        'grandmother-dish': '¿Qué comida de su infancia no ha vuelto a probar igual?',
        'first-boss': '¿Cómo le decían a la primera persona para la que trabajó?',
        'childhood-street': '¿Qué había frente a la casa donde vivía a los diez años?',
        'first-pet': '¿Cómo se llamaba el primer animal que cuidó?',
        'school-nickname': '¿Qué apodo le pusieron y ya nadie usa?',
        godparent: '¿Quién le dio el mejor consejo de su vida?',
        'first-trip': '¿A qué lugar viajó en el primer viaje que recuerda?',
        'favourite-story': '¿Qué cuento o historia le contaban cuando era niño o niña?',
        neighbour: '¿Cómo se llamaba el vecino o la vecina que más recuerda?',
        'first-object': '¿Qué fue lo primero que compró con su propio dinero?',
      },
      refusals: {
        'unknown-question': (at) => `Elija la pregunta ${at}`,
        'repeated-question': (at) => `La pregunta ${at} está repetida: elija otra`,
        'too-short': (at, shortest) => `La respuesta ${at} es muy corta: escriba al menos ${shortest} letras`,
        'too-long': (at) => `La respuesta ${at} es demasiado larga: escriba como máximo 100 letras`,
        'repeated-answer': (at) => `La respuesta ${at} es igual a otra: escriba una distinta`,
        common: (at) => `La respuesta ${at} es muy común y otra persona la podría adivinar: agregue algún detalle o elija otra pregunta`,
        'one-letter': (at) => `La respuesta ${at} repite una sola letra: escriba una que signifique algo para usted`,
      },
      typeAgain: 'Por seguridad no mostramos lo que escribió: escriba otra vez las tres respuestas.',
      submit: 'Continuar',
    },
    figure: {
      title: 'Elija su figura de seguridad',
      intro: [
        'Elija una figura que le sea fácil recordar. Si un día olvida su clave, le pediremos encontrarla entre todas.',
        'No se la diga a nadie. En la página que sigue la buscará una vez más.',
      ],
      legend: 'Su figura', missing: 'Elija una figura', submit: 'Elegir esta figura',
    },
    figureAgain: {
      title: 'Encuentre su figura',
      intro: 'Las figuras cambiaron de lugar. Elija otra vez la figura correcta, la que eligió en la página anterior.',
      legend: '¿Cuál es la figura correcta?',
      missing: 'Elija la figura correcta',
      wrong: 'Esa no es la figura que eligió. Busque la figura correcta o elija una nueva',
      another: 'No la recuerdo: elegir otra figura',
      submit: 'Es esta',
    },
  },
  en: {
    contacts: {
      title: 'Your contact data',
      intro: 'Your answers are right. Now tell us how to reach you. Later we will send you a mail to check that the address is yours.',
      again: 'If you send these data again, we will send you another mail to check the address.',
      email: { label: 'Email address', hint: 'One that you can open now and share with nobody.' },
      secondEmail: { label: 'Second email address (optional)', hint: 'It will help if you lose the first one some day.' },
      phone: { label: 'Telephone', hint: 'Mobile or landline. In Ecuador: 099 123 4567 or 02 234 5678. In another country: with + and the code, for example +34 612 34 56 78.' },
      addressProblems: {
        empty: 'Type your email address',
        'too-long': 'The email address is too long: check it',
        'no-at': 'The email address lacks the @, for example name@example.com',
        'before-at': 'Check the part of the email address before the @: it has no spaces, accents or commas',
        domain: 'Check the part of the email address after the @, for example gmail.com',
      },
      sameAddress: 'The second email address must differ from the first. You can also leave it empty',
      meant: {
        error: (address) => `Confirm your email address: did you mean ${address}?`,
        legend: 'Which is your email address?', yes: (address) => `${address}`, no: (address) => `${address}, as I typed it`,
      },
      phoneProblems: {
        empty: 'Type a telephone, mobile or landline',
        'not-a-number': 'Type the telephone in digits only, for example 099 123 4567',
        'too-short': 'The telephone has too few digits: check it',
        'no-area-code': 'The landline lacks the code of its province, for example 02 234 5678',
        'too-long': 'The telephone has too many digits. If it is of another country, begin with + and the country’s code',
        unknown: 'There is no such telephone: check that all digits are right',
        'not-personal': 'That number belongs to a service (such as 1800). Type one of your own, mobile or landline',
        extension: 'Type a telephone that needs no extension',
      },
      submit: 'Continue',
    },
    personal: {
      title: 'Personal questions',
      intro: [
        'Choose three questions and write an answer to each. If you forget your key some day, we will ask you two of them.',
        'We keep the answers in such a way that nobody can read them.',
      ],
      advice: {
        summary: 'Advice for your answers',
        items: [
          'Choose something you always remember and others neither know nor find on your social networks.',
          'Write at least 4 letters. Capitals, accents and spaces do not matter.',
          'The three answers must differ.',
          'The answer need not be true: it is enough that you remember it.',
        ],
      },
      question: (at) => `Question ${at}`,
      choose: 'Choose a question',
      answer: (at) => `Answer ${at}`,
      answerHint: 'At least 4 letters.',
      questions: {
        'first-teacher': 'What was the name of the first person who taught you to read or to do a craft?',
        'childhood-friend': 'What was the name of your best friend when you were eight?',
        'grandmother-dish': 'Which dish of your childhood have you never tasted the same again?',
        'first-boss': 'What did people call the first person you worked for?',
        'childhood-street': 'What stood opposite the house where you lived when you were ten?',
        'first-pet': 'What was the name of the first animal you looked after?',
        'school-nickname': 'Which nickname did you once have that nobody uses now?',
        godparent: 'Who gave you the best advice of your life?',
        'first-trip': 'Where did you go on the first journey you remember?',
        'favourite-story': 'Which tale or story did people tell you as a child?',
        neighbour: 'What was the name of the neighbour you remember best?',
        'first-object': 'What was the first thing you bought with money of your own?',
      },
      refusals: {
        'unknown-question': (at) => `Choose question ${at}`,
        'repeated-question': (at) => `Question ${at} is repeated: choose another`,
        'too-short': (at, shortest) => `Answer ${at} is too short: write at least ${shortest} letters`,
        'too-long': (at) => `Answer ${at} is too long: write at most 100 letters`,
        'repeated-answer': (at) => `Answer ${at} is the same as another: write a different one`,
        common: (at) => `Answer ${at} is very common and another person could guess it: add some detail or choose another question`,
        'one-letter': (at) => `Answer ${at} repeats one letter: write one that means something to you`,
      },
      typeAgain: 'For your security we do not show what you typed: type the three answers again.',
      submit: 'Continue',
    },
    figure: {
      title: 'Choose your security figure',
      intro: [
        'Choose a figure that is easy for you to remember. If you forget your key some day, we will ask you to find it among them all.',
        'Tell nobody. On the next page you will look for it once more.',
      ],
      legend: 'Your figure', missing: 'Choose a figure', submit: 'Choose this figure',
    },
    figureAgain: {
      title: 'Find your figure',
      intro: 'The figures have changed places. Choose the right figure again, the one you chose on the page before.',
      legend: 'Which is the right figure?',
      missing: 'Choose the right figure',
      wrong: 'That is not the figure you chose. Look for the right figure or choose a new one',
      another: 'I do not remember it: choose another figure',
      submit: 'This is it',
    },
  },
}
