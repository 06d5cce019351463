/**
 * Recovery of a key: personal questions and figure, the second contact, the mail to an address that is not shown, and what ended. All of
 * it is said only to who has proven who they are. The mask of an address is the same for every address (E-05).
 */
import type { OnFile } from '../../../domain/journey.ts'
import type { Language } from '../../language.ts'

export type RecoveryWords = {
  /** In the middle of a sentence. */
  onFile: Readonly<Record<OnFile, string>>
  undeliverable: string
  own: {
    title: string
    intro: readonly string[]
    rules: readonly string[]
    left(today: string, inAll: string): string
    show: string
    submit: string
    question(at: number): string
    hint: string
    figure: string
    missing: { answer(at: number): string; tooLong(at: number): string; figure: string }
    before: string
    wrong: { title: string; text: string }
    stale: string
    cannot: string
    closedToday: { title: string; text(day: string): string }
    closed: { title: string; text: string }
  }
  second: { before: readonly string[]; back: string; none: { title: string; text: readonly string[] } }
  lost: {
    link: string
    title: string
    intro: string
    second: { title: string; needs: string; submit: string; used: string }
    first: { title: string; needs: string; submit: string }
    office: { title: string; needs: string }
    back: string
  }
  terms: string
  password: readonly string[]
  receipt: { what: string; ended: string; endedText(sessions: number): string; notices(count: number): string; probation: string }
}

const mask = '•••••@•••••'

export const recoveryWords: Readonly<Record<Language, RecoveryWords>> = {
  es: {
    onFile: { first: `su correo comprobado (${mask})`, second: `su segundo correo comprobado (${mask})` },
    undeliverable: 'El servidor de correo no recibió nuestro mensaje. Puede que ese correo ya no exista.',
    own: {
      title: 'Sus preguntas personales y su figura',
      intro: [
        'Sus respuestas son correctas, y este número ya tiene una clave. Si la recuerda, puede ingresar con ella. Si no, haga aquí una nueva.',
        'Le haremos dos de las preguntas personales que usted eligió y le pediremos encontrar su figura.',
      ],
      rules: [
        'Ver las preguntas cuenta como un intento. Puede cerrar la página y volver: encontrará las mismas y no gasta otro.',
        'Las dos respuestas y la figura se revisan juntas y una sola vez.',
        'No importan las mayúsculas, las tildes ni los espacios.',
      ],
      left: (today, inAll) => `Le quedan ${today} hoy y ${inAll} en total.`,
      show: 'Ver mis preguntas',
      submit: 'Enviar mis respuestas',
      question: (at) => `Pregunta ${at}`,
      hint: 'Como la escribió cuando hizo su clave.',
      figure: '¿Cuál es su figura de seguridad?',
      missing: {
        answer: (at) => `Escriba la respuesta ${at}`, tooLong: (at) => `La respuesta ${at} es demasiado larga: escriba como máximo 100 letras`, figure: 'Elija su figura',
      },
      before: 'Revise sus respuestas antes de enviarlas.',
      wrong: {
        title: 'Alguna respuesta o la figura no es correcta',
        text: 'Por seguridad no decimos cuál. Las preguntas serán las mismas en el próximo intento.',
      },
      stale: 'Esas respuestas ya se enviaron en otra ventana. Esta vez no gastó ningún intento.',
      cannot: 'No recuerdo mis preguntas o mi figura',
      closedToday: {
        title: 'Por hoy no quedan intentos',
        text: (day) => `Puede intentar otra vez desde la medianoche, es decir, el ${day} a partir de las 00:00 (hora de Ecuador). También puede seguir ahora por otro camino.`,
      },
      closed: { title: 'No quedan intentos con estas preguntas', text: 'Ya se usaron todos los intentos. Todavía puede seguir por otro camino.' },
    },
    second: {
      before: ['En lugar de las preguntas y la figura puede usar un código. No necesita recordar nada, solo abrir su segundo correo.', 'Después le enviaremos otro correo al primero: necesita poder abrir los dos.'],
      back: 'Volver a las preguntas personales',
      none: {
        title: 'Sin sus preguntas o su figura',
        text: [
          'El código iría a un segundo correo comprobado, distinto del primero. No tenemos ninguno registrado para usted.',
          'Vaya a una oficina de la institución con su cédula o, si es extranjero, con el documento donde está su código. Ahí le ayudarán a tener una clave nueva.',
        ],
      },
    },
    lost: {
      link: 'Ya no puedo abrir ese correo',
      title: 'Si no puede abrir su correo',
      intro: 'Estas son las formas que le quedan y lo que necesita para cada una:',
      second: {
        title: 'Su segundo correo comprobado', needs: 'Necesita poder abrirlo ahora. Le enviaremos ahí el enlace y el código.', submit: 'Enviar el correo al segundo',
        used: 'No sirve esta vez: ya lo usó en lugar de las preguntas personales, y hacen falta dos comprobaciones distintas.',
      },
      first: { title: 'Su primer correo comprobado', needs: 'Necesita poder abrirlo ahora.', submit: 'Enviar el correo al primero' },
      office: {
        title: 'Una oficina de la institución',
        needs: 'Necesita ir en persona con su cédula o, si es extranjero, con el documento donde está su código. Ahí registrarán otro correo.',
      },
      back: 'Volver',
    },
    terms: 'Su correo está confirmado. Las condiciones cambiaron desde que usted las aceptó: léalas antes de hacer su clave nueva.',
    password: ['Escriba la clave con la que usted va a ingresar desde ahora. Solo usted la conocerá.', 'La clave anterior dejará de servir y se cerrarán todas las sesiones.'],
    receipt: {
      what: 'Se recuperó su clave: la anterior ya no sirve',
      ended: 'Qué se cerró',
      endedText: (sessions) => `${sessions === 0 ? 'No había sesiones abiertas' : sessions === 1 ? 'Se cerró 1 sesión' : `Se cerraron ${sessions} sesiones`}. Ya no recordamos ningún navegador suyo.`,
      notices: (count) => (count === 1 ? 'Enviamos un aviso a su correo comprobado' : `Enviamos ${count} avisos, a todos sus correos comprobados`),
      probation: 'Las próximas 72 horas',
    },
  },
  en: {
    onFile: { first: `your verified address (${mask})`, second: `your second verified address (${mask})` },
    undeliverable: 'The mail server did not take our message. That address may exist no longer.',
    own: {
      title: 'Your personal questions and your figure',
      intro: [
        'Your answers are right, and this number already has a key. If you remember it, you can sign in with it. If not, make a new one here.',
        'We will ask you two of the personal questions that you chose, and to find your figure.',
      ],
      rules: [
        'Seeing the questions counts as one attempt. You can close the page and come back: you will find the same ones and spend no other.',
        'Both answers and the figure are checked together and only once.',
        'Capitals, accents and spaces do not matter.',
      ],
      left: (today, inAll) => `You have ${today} left today and ${inAll} in all.`,
      show: 'See my questions',
      submit: 'Send my answers',
      question: (at) => `Question ${at}`,
      hint: 'As you wrote it when you made your key.',
      figure: 'Which is your security figure?',
      missing: {
        answer: (at) => `Type answer ${at}`, tooLong: (at) => `Answer ${at} is too long: write at most 100 letters`, figure: 'Choose your figure',
      },
      before: 'Check your answers before you send them.',
      wrong: {
        title: 'Some answer or the figure is not right',
        text: 'For your security we do not say which. The questions will be the same on the next attempt.',
      },
      stale: 'Those answers were sent already in another window. No attempt was spent this time.',
      cannot: 'I do not remember my questions or my figure',
      closedToday: {
        title: 'No attempts are left for today',
        text: (day) => `You can try again from midnight, that is, on ${day} from 00:00 (time of Ecuador). You can also go on now in another way.`,
      },
      closed: { title: 'No attempts are left with these questions', text: 'All attempts were used. You can still go on in another way.' },
    },
    second: {
      before: ['In place of the questions and the figure you can use a code. You need not remember anything, only open your second mailbox.', 'After that we will send another mail to the first: you need to be able to open both.'],
      back: 'Back to the personal questions',
      none: {
        title: 'Without your questions or your figure',
        text: [
          'The code would go to a second verified address, other than the first. We have none on file for you.',
          'Go to an office of the institution with your ID card or, if you are a foreigner, with the document that shows your code. There you will be helped to get a new key.',
        ],
      },
    },
    lost: {
      link: 'I can no longer open that mailbox',
      title: 'If you cannot open your mailbox',
      intro: 'These ways are left to you, with what you need for each:',
      second: {
        title: 'Your second verified address', needs: 'You need to be able to open it now. We will send the link and the code there.', submit: 'Send the mail to the second',
        used: 'Not this time: you used it in place of the personal questions, and two different proofs are needed.',
      },
      first: { title: 'Your first verified address', needs: 'You need to be able to open it now.', submit: 'Send the mail to the first' },
      office: {
        title: 'An office of the institution',
        needs: 'You need to go in person with your ID card or, if you are a foreigner, with the document that shows your code. There another address will be put on file.',
      },
      back: 'Back',
    },
    terms: 'Your address is confirmed. The terms have changed since you accepted them: read them before you make your new key.',
    password: ['Type the key with which you will sign in from now on. Only you will know it.', 'The earlier key will stop working, and all sessions will be closed.'],
    receipt: {
      what: 'Your key was recovered: the earlier one no longer works',
      ended: 'What was closed',
      endedText: (sessions) => `${sessions === 0 ? 'There were no open sessions' : sessions === 1 ? '1 session was closed' : `${sessions} sessions were closed`}. No browser of yours is remembered any more.`,
      notices: (count) => (count === 1 ? 'We sent a notice to your verified address' : `We sent ${count} notices, to all your verified addresses`),
      probation: 'The next 72 hours',
    },
  },
}
