/** NOTICE-1, LOGIN-1: the key was blocked, by strangers or in a browser of the person's own; with the link and code that unblock it. */
import type { Language } from '../../app/ports.ts'
import type { Instant } from '../../domain/types.ts'
import { button, code, paragraph, type Message } from '../letter.ts'
import type { MomentWords } from '../moment-words.ts'

export interface KeyBlockedFacts {
  readonly at: Instant
  /** Good up to `until`; `earlier`: those of an earlier mail still are; `elsewhere`: they went to the addresses of the key, and this is none. */
  readonly way: { readonly link: string; readonly code: string; readonly until: Instant } | 'earlier' | 'elsewhere'
  /** It was a browser in which the person signed in before. */
  readonly ownLane: boolean
  readonly page: string
  readonly institution: string
  readonly words: MomentWords
}

export const keyBlocked: Readonly<Record<Language, (facts: KeyBlockedFacts) => Message>> = {
  es: ({ at, way, ownLane, page, institution, words }) => ({
    subject: 'Su clave se bloqueó por varios intentos equivocados',
    blocks: [
      paragraph('Estimada persona usuaria:'),
      paragraph(`El ${words.day(at)} a las ${words.time(at)} (${words.zone}) se escribió varias veces seguidas una clave equivocada con su número.`),
      paragraph(ownLane
        ? 'Fue en un navegador donde usted ya había ingresado. En ese navegador la clave no se acepta hasta que la desbloquee.'
        : 'Por seguridad la clave quedó bloqueada en los navegadores que no conocemos. Donde usted ya había ingresado puede seguir entrando, y las sesiones abiertas siguen abiertas.'),
      ...(way === 'elsewhere' ? [paragraph('El enlace para desbloquearla se envía solo a los correos registrados con su clave. Este correo es para que usted se entere.')] : way === 'earlier' ? [paragraph(`Hace poco le enviamos otro correo para desbloquearla: el enlace y el código de ese correo sirven todavía. También puede pedir otro en ${page}`)] : [
        paragraph('Si quiere desbloquearla ahora, siga este enlace. Ahí le pediremos su número de cédula.'),
        button('Desbloquear clave', way.link),
        paragraph('O escriba este código en la página donde pidió desbloquearla:'),
        code(way.code),
        paragraph(`El enlace y el código sirven una sola vez, hasta las ${words.time(way.until)} (${words.zone}). Después puede pedir otro correo en ${page}`),
      ]),
      paragraph('¿No fue usted? Nadie entró: las claves que se escribieron no eran correctas. No tiene que hacer nada hasta que quiera ingresar.'),
      ...(way === 'elsewhere' ? [] : [paragraph('No reenvíe este correo ni diga el código a nadie. Ninguna persona de la institución se lo pedirá.')]),
      paragraph(institution),
      paragraph('Este correo se envía de forma automática. Por favor, no lo responda.'),
    ],
  }),
  en: ({ at, way, ownLane, page, institution, words }) => ({
    subject: 'Your key was blocked after several wrong tries',
    blocks: [
      paragraph('Hello,'),
      paragraph(`On ${words.day(at)} at ${words.time(at)} (${words.zone}) a wrong key was typed several times in a row with your number.`),
      paragraph(ownLane
        ? 'It was in a browser in which you had signed in before. That browser does not take the key until you unblock it.'
        : 'For safety the key is blocked in browsers we do not know. Where you signed in before you can still sign in, and open sessions stay open.'),
      ...(way === 'elsewhere' ? [paragraph('The link to unblock it goes only to the email addresses of your key. This email is to let you know.')] : way === 'earlier' ? [paragraph(`A short while ago we sent you another email to unblock it: its link and code still work. You can also ask for another at ${page}`)] : [
        paragraph('If you want to unblock it now, follow this link. It will ask for your ID number.'),
        button('Unblock the key', way.link),
        paragraph('Or type this code on the page where you asked to unblock it:'),
        code(way.code),
        paragraph(`The link and the code work once, until ${words.time(way.until)} (${words.zone}). After that you can ask for another email at ${page}`),
      ]),
      paragraph('Was it not you? Nobody got in: the keys that were typed were wrong. You do not have to do anything until you want to sign in.'),
      ...(way === 'elsewhere' ? [] : [paragraph('Do not forward this email or tell the code to anybody. Nobody from the institution will ask you for it.')]),
      paragraph(institution),
      paragraph('This email is sent automatically. Please do not reply to it.'),
    ],
  }),
}
