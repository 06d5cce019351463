/**
 * Step 2: what comes, the questions, and how the process stands. Nothing here says which answer was wrong (PROOF-3), and the papers are
 * the same list for everybody: before an attempt is spent a page must not tell whether a number has a pension or a loan.
 */
import type { DatePart } from '../../components/date-input.ts'
import type { Language } from '../../language.ts'
import type { BirthDateProblem } from '../../journeys/first-key/birth-date.ts'

export type ProofingWords = {
  prepare: {
    title: string
    intro(questions: number): string
    papers: { title: string; items: readonly string[]; note: string }
    rules: { title: string; items(left: string, perDay: number): readonly string[] }
    left(today: string, inAll: string): string
    show: string
    open: string
    resume: string
  }
  failed: { title: string; text: string }
  stale: string
  closedToday: { title: string; text(day: string): readonly string[] }
  closed: { title: string; text: readonly string[] }
  /** PROOF-11. */
  diverted: { title: string; text: readonly string[]; notLookedAt: string }
  notAskable: { title: string; text: readonly string[] }
  questions: {
    title: string
    intro: string
    birthDate: { legend: string; hint: string; parts: Readonly<Record<DatePart, string>> }
    problems: Readonly<Record<BirthDateProblem, string>>
    number(at: number, of: number): string
    empty: { typed: string; choice: string }
    before: string
    submit: string
  }
}

export const proofingWords: Readonly<Record<Language, ProofingWords>> = {
  es: {
    prepare: {
      title: 'Prepárese para las preguntas',
      intro: (questions) => `En la página que sigue le pediremos su fecha de nacimiento y ${questions} datos que están en sus papeles. Así sabemos que es usted.`,
      papers: {
        title: 'Papeles que le pueden servir',
        items: ['Roles de pagos', 'Historia laboral impresa, contratos y avisos de entrada', 'Comprobantes de pensión', 'Tabla de pagos de su préstamo', 'Estado de la cuenta en la que recibe pagos'],
        note: 'Junto a cada pregunta decimos en qué papel está la respuesta. No necesita todos.',
      },
      rules: {
        title: 'Antes de ver las preguntas',
        items: (left, perDay) => [
          `Ver las preguntas cuenta como un intento. Tiene ${perDay} intentos por día; hoy le quedan ${left}.`,
          'Puede ver las preguntas, buscar sus papeles y volver más tarde, hoy u otro día: encontrará las mismas y no gasta otro intento.',
          'Todas las respuestas se revisan juntas. Si alguna no es correcta, le haremos otras preguntas.',
          'Un dato mal escrito, como una fecha que no existe, no gasta intentos.',
        ],
      },
      left: (today, inAll) => `Le quedan ${today} hoy y ${inAll} en total.`,
      show: 'Ver las preguntas',
      open: 'Usted ya vio sus preguntas. Responderlas ahora no gasta otro intento.',
      resume: 'Continuar con las preguntas',
    },
    failed: {
      title: 'Alguna respuesta no es correcta',
      text: 'Por seguridad no decimos cuál. En el próximo intento verá otras preguntas. Busque primero sus papeles.',
    },
    stale: 'Esas preguntas ya se respondieron o cambiaron en otra ventana. Esta vez no gastó ningún intento.',
    closedToday: {
      title: 'Por hoy no quedan intentos',
      text: (day) => [
        'Con este número ya se usaron los intentos de hoy. Esto cuida a la persona: nadie puede probar respuestas sin fin.',
        `Puede intentar otra vez desde la medianoche, es decir, el ${day} a partir de las 00:00 (hora de Ecuador).`,
      ],
    },
    closed: {
      title: 'Este trámite está cerrado para este número',
      text: ['Con este número ya se usaron todos los intentos. Para cuidar a la persona, aquí no se puede probar más.'],
    },
    diverted: {
      title: 'Por ahora, primero un código o una oficina',
      text: [
        'En todo el país hay hoy muchas más respuestas equivocadas de lo normal. Para cuidar a todos, por ahora no hacemos preguntas sin comprobar antes un contacto.',
        'No es por su número y no gastó ningún intento. Esto termina solo: si no tiene apuro, pruebe otra vez mañana. Quien ya tiene su clave puede ingresar como siempre.',
      ],
      notLookedAt: 'No revisamos las respuestas que acaba de enviar y no perdió ningún intento. Cuando pueda seguir, verá las mismas preguntas.',
    },
    notAskable: {
      title: 'Con este número no podemos hacer preguntas aquí',
      text: [
        'Para algunas personas el registro tiene pocos datos, y con preguntas muy fáciles otra persona podría entrar. No gastó ningún intento.',
        'Esto pasa, por ejemplo, si nunca ha trabajado con seguro, si empezó hace poco o si el número no está bien escrito.',
      ],
    },
    questions: {
      title: 'Fecha de nacimiento y preguntas',
      intro: 'Responda con lo que dicen sus papeles. Si le falta alguno, puede cerrar esta página y volver después: las preguntas serán las mismas.',
      birthDate: { legend: 'Fecha de nacimiento', hint: 'Por ejemplo: 14 3 1985', parts: { day: 'Día', month: 'Mes', year: 'Año' } },
      problems: {
        empty: 'Escriba su fecha de nacimiento',
        incomplete: 'Escriba el día, el mes y el año de su fecha de nacimiento, con números',
        'short-year': 'Escriba el año de su fecha de nacimiento con cuatro dígitos, por ejemplo 1985',
        'no-such-day': 'Esa fecha no existe: revise el día y el mes de su fecha de nacimiento',
        'not-past': 'Su fecha de nacimiento debe estar en el pasado',
        'too-old': 'Revise el año de su fecha de nacimiento',
      },
      number: (at, of) => `Pregunta ${at} de ${of}`,
      empty: { typed: 'Escriba su respuesta', choice: 'Elija una opción' },
      before: 'Revise sus respuestas antes de enviarlas. Se revisan todas juntas y una sola vez.',
      submit: 'Enviar mis respuestas',
    },
  },
  en: {
    prepare: {
      title: 'Get ready for the questions',
      intro: (questions) => `On the next page we will ask for your date of birth and ${questions} facts that stand on your papers. So we know that it is you.`,
      papers: {
        title: 'Papers that may help',
        items: ['Payslips', 'Printed labour history, contracts and notices of entry', 'Pension receipts', 'Payment table of your loan', 'Statement of the account on which you are paid'],
        note: 'Beside each question we say on which paper the answer stands. You do not need them all.',
      },
      rules: {
        title: 'Before you see the questions',
        items: (left, perDay) => [
          `Seeing the questions counts as one attempt. You have ${perDay} attempts a day; today you have ${left} left.`,
          'You can see the questions, look for your papers and come back later, today or another day: you will find the same ones and spend no other attempt.',
          'All answers are checked together. If one is not right, we will ask you other questions.',
          'Something mistyped, such as a date that does not exist, spends no attempt.',
        ],
      },
      left: (today, inAll) => `You have ${today} left today and ${inAll} in all.`,
      show: 'See the questions',
      open: 'You have seen your questions. Answering them now spends no other attempt.',
      resume: 'Continue with the questions',
    },
    failed: {
      title: 'Some answer is not right',
      text: 'For your security we do not say which. On the next attempt you will see other questions. Look for your papers first.',
    },
    stale: 'Those questions were answered already or changed in another window. No attempt was spent this time.',
    closedToday: {
      title: 'No attempts are left for today',
      text: (day) => [
        'The attempts of today were used with this number. This protects the person: nobody can try answers without end.',
        `You can try again from midnight, that is, on ${day} from 00:00 (time of Ecuador).`,
      ],
    },
    closed: {
      title: 'This procedure is closed for this number',
      text: ['All attempts were used with this number. To protect the person, nothing more can be tried here.'],
    },
    diverted: {
      title: 'For now, a code or an office first',
      text: [
        'All over the country many more answers than usual are wrong today. To protect everybody, for now we ask no questions before a contact is checked.',
        'It is not about your number, and no attempt was spent. This ends by itself: if there is no hurry, try again tomorrow. Who has a key can sign in as always.',
      ],
      notLookedAt: 'We did not look at the answers you just sent, and no attempt was lost. When you can go on, you will see the same questions.',
    },
    notAskable: {
      title: 'We cannot ask questions about this number here',
      text: [
        'For some people the register holds few facts, and with questions too easy another person could get in. No attempt was spent.',
        'This happens, for example, when you have never worked with insurance, when you started not long ago, or when the number is mistyped.',
      ],
    },
    questions: {
      title: 'Date of birth and questions',
      intro: 'Answer with what your papers say. If one is missing, you can close this page and come back later: the questions will be the same.',
      birthDate: { legend: 'Date of birth', hint: 'For example: 14 3 1985 (day, month, year)', parts: { day: 'Day', month: 'Month', year: 'Year' } },
      problems: {
        empty: 'Type your date of birth',
        incomplete: 'Type the day, the month and the year of your date of birth, in digits',
        'short-year': 'Type the year of your date of birth with four digits, for example 1985',
        'no-such-day': 'That date does not exist: check the day and the month of your date of birth',
        'not-past': 'Your date of birth must be in the past',
        'too-old': 'Check the year of your date of birth',
      },
      number: (at, of) => `Question ${at} of ${of}`,
      empty: { typed: 'Write your answer', choice: 'Choose an option' },
      before: 'Check your answers before you send them. They are checked all together and only once.',
      submit: 'Send my answers',
    },
  },
}
