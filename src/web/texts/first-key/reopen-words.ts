/** A closed process that is opened again (PROOF-9). Nothing here depends on whether there is such a person or such an address. */
import type { Language } from '../../language.ts'

export type ReopenWords = {
  offer: { text: string; action: string }
  title: string
  before: readonly string[]
  ask: string
  asked(until: string): readonly string[]
  wrong: string
  again: { title: string; text: string; submit: string }
  back: string
  /** While the breaker stands: it gives no attempts and is not counted by the year (PROOF-11). */
  contactFirst: {
    offer: { title: string; text: string; action: string }
    title: string
    before: readonly string[]
    again: string
  }
}

export const reopenWords: Readonly<Record<Language, ReopenWords>> = {
  es: {
    offer: { text: 'Si usted tiene un correo comprobado en la institución, puede abrir otra vez este trámite con un código.', action: 'Abrir otra vez con un código' },
    title: 'Abrir otra vez el trámite',
    before: [
      'Si para este número hay un correo comprobado, le enviaremos ahí un enlace y un código. Con ellos el trámite se abre otra vez, con tres intentos.',
      'Por seguridad no decimos si hay un correo ni cuál es. Se puede hacer como máximo dos veces al año.',
    ],
    ask: 'Pedir el correo',
    asked: (until) => [
      'Si para este número hay un correo comprobado, le enviamos un enlace y un código. Revise también el correo no deseado.',
      `Sirven una vez, al menos hasta las ${until} (hora de Ecuador). La hora exacta está en el correo.`,
    ],
    wrong: 'Ese código no es correcto o ya no sirve',
    again: { title: '¿No llegó el correo?', text: 'Puede que no haya un correo comprobado, o que ya se haya usado esta forma dos veces en un año. También puede pedirlo otra vez.', submit: 'Pedir otro correo' },
    back: 'Volver',
    contactFirst: {
      offer: {
        title: 'Si usted tiene un correo comprobado en la institución', text: 'Le enviamos un código a ese correo. Con él puede seguir ahora mismo con las preguntas.',
        action: 'Seguir con un código',
      },
      title: 'Seguir con un código a su correo',
      before: [
        'Si para este número hay un correo comprobado, le enviaremos ahí un enlace y un código. Con ellos puede seguir con las preguntas.',
        'Por seguridad no decimos si hay un correo ni cuál es. Sus intentos quedan como estaban.',
      ],
      again: 'Puede que no haya un correo comprobado. También puede pedirlo otra vez.',
    },
  },
  en: {
    offer: { text: 'If you have a verified address at the institution, you can open this procedure again with a code.', action: 'Open it again with a code' },
    title: 'Open the procedure again',
    before: [
      'If there is a verified address for this number, we will send a link and a code there. With them the procedure opens again, with three attempts.',
      'For security we do not say whether there is an address, nor which. It can be done twice a year at most.',
    ],
    ask: 'Ask for the mail',
    asked: (until) => [
      'If there is a verified address for this number, we sent a link and a code there. Look into your junk mail too.',
      `They work once, at least until ${until} (time of Ecuador). The exact time is in the mail.`,
    ],
    wrong: 'That code is not right or no longer works',
    again: { title: 'Has the mail not arrived?', text: 'There may be no verified address, or this way may have been used twice within a year. You can also ask again.', submit: 'Ask for another mail' },
    back: 'Back',
    contactFirst: {
      offer: {
        title: 'If you have a verified address at the institution', text: 'We send a code to that address. With it you can go on to the questions right now.',
        action: 'Go on with a code',
      },
      title: 'Go on with a code to your mail',
      before: [
        'If there is a verified address for this number, we will send a link and a code there. With them you can go on to the questions.',
        'For security we do not say whether there is an address, nor which. Your attempts stay as they were.',
      ],
      again: 'There may be no verified address. You can also ask again.',
    },
  },
}
