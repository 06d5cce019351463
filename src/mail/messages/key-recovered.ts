/** NOTICE-1: a key was made in place of another. Says what ended and how to say it was not me; never the key (PASS-5). */
import type { Language } from '../../app/ports.ts'
import type { Instant } from '../../domain/types.ts'
import { button, paragraph, type Message } from '../letter.ts'
import type { MomentWords } from '../moment-words.ts'

export interface KeyRecoveredFacts {
  readonly link: string
  readonly at: Instant
  /** The «No fui yo» link is good up to here. */
  readonly until: Instant
  readonly institution: string
  readonly words: MomentWords
}

export const keyRecovered: Readonly<Record<Language, (facts: KeyRecoveredFacts) => Message>> = {
  es: ({ link, at, until, institution, words }) => ({
    subject: 'Se recuperó su clave de los servicios en línea',
    blocks: [
      paragraph('Estimada persona usuaria:'),
      paragraph(`El ${words.day(at)} a las ${words.time(at)} (${words.zone}) se hizo una clave nueva en lugar de la anterior.`),
      paragraph('La clave anterior ya no sirve. Se cerraron todas las sesiones y se dejaron de recordar los navegadores.'),
      paragraph('Le escribimos a todos los correos suyos que tenemos comprobados, también a los anteriores.'),
      paragraph('Si fue usted, no tiene que hacer nada.'),
      paragraph('Si no fue usted, avísenos con este enlace. En la página que se abre, confirme: la clave quedará congelada y se cerrarán todas las sesiones.'),
      button('No fui yo', link),
      paragraph(`El enlace sirve hasta el ${words.day(until)} a las ${words.time(until)} (${words.zone}). Después, acérquese a una oficina.`),
      paragraph('Nunca enviamos la clave por correo. Ninguna persona de la institución se la pedirá.'),
      paragraph(institution),
      paragraph('Este correo se envía de forma automática. Por favor, no lo responda.'),
    ],
  }),
  en: ({ link, at, until, institution, words }) => ({
    subject: 'Your key for the online services was recovered',
    blocks: [
      paragraph('Hello,'),
      paragraph(`On ${words.day(at)} at ${words.time(at)} (${words.zone}) a new key was made in place of the earlier one.`),
      paragraph('The earlier key no longer works. All sessions were closed and no browser is remembered any more.'),
      paragraph('We write to all your email addresses that we have verified, the former ones too.'),
      paragraph('If it was you, you do not need to do anything.'),
      paragraph('If it was not you, tell us with this link. Confirm on the page that opens: the key will be frozen and all sessions closed.'),
      button('It was not me', link),
      paragraph(`The link works until ${words.day(until)} at ${words.time(until)} (${words.zone}). After that, please go to an office.`),
      paragraph('We never send the key by email. Nobody from the institution will ask you for it.'),
      paragraph(institution),
      paragraph('This email is sent automatically. Please do not reply to it.'),
    ],
  }),
}
