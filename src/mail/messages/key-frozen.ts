/** NOTICE-1: somebody with one of the notices said «No fui yo»; what happened and what comes next. */
import type { Language } from '../../app/ports.ts'
import type { Instant } from '../../domain/types.ts'
import { paragraph, type Message } from '../letter.ts'
import type { MomentWords } from '../moment-words.ts'

export interface KeyFrozenFacts {
  readonly at: Instant
  readonly institution: string
  readonly words: MomentWords
}

export const keyFrozen: Readonly<Record<Language, (facts: KeyFrozenFacts) => Message>> = {
  es: ({ at, institution, words }) => ({
    subject: 'Su clave quedó congelada',
    blocks: [
      paragraph('Estimada persona usuaria:'),
      paragraph(`El ${words.day(at)} a las ${words.time(at)} (${words.zone}) recibimos el aviso «No fui yo» desde uno de los correos que le enviamos.`),
      paragraph('Por eso congelamos su clave y cerramos todas las sesiones. Nadie puede entrar con esa clave.'),
      paragraph('Qué debe hacer: acérquese a una oficina con su cédula, o con el documento con el que se registró. Ahí le ayudarán a tener una clave nueva.'),
      paragraph('Si usted no dio este aviso, vaya también a una oficina y cuéntelo.'),
      paragraph('Ninguna persona de la institución le pedirá su clave, ni por teléfono ni por correo.'),
      paragraph(institution),
      paragraph('Este correo se envía de forma automática. Por favor, no lo responda.'),
    ],
  }),
  en: ({ at, institution, words }) => ({
    subject: 'Your key was frozen',
    blocks: [
      paragraph('Hello,'),
      paragraph(`On ${words.day(at)} at ${words.time(at)} (${words.zone}) we were told “It was not me” from one of the emails we sent you.`),
      paragraph('So we froze your key and closed all sessions. Nobody can sign in with that key.'),
      paragraph('What to do: go to an office with your cédula, or with the document you registered with. There you will be helped to get a new key.'),
      paragraph('If you did not tell us this, go to an office as well and say so.'),
      paragraph('Nobody from the institution will ask you for your key, neither by phone nor by email.'),
      paragraph(institution),
      paragraph('This email is sent automatically. Please do not reply to it.'),
    ],
  }),
}
