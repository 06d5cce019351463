/** NOTICE-1: a browser we did not know signed in; the key was unblocked by mail. Each with its «No fui yo». */
import type { Language } from '../../app/ports.ts'
import type { Instant } from '../../domain/types.ts'
import { button, paragraph, type Message } from '../letter.ts'
import type { MomentWords } from '../moment-words.ts'

export interface BrowserNoticeFacts {
  readonly link: string
  readonly at: Instant
  /** The «No fui yo» link is good up to here. */
  readonly until: Instant
  /** "Firefox, Windows"; '' when it did not say. */
  readonly browser: string
  readonly institution: string
  readonly words: MomentWords
}

export interface DeviceNewFacts extends BrowserNoticeFacts {
  /** The network it came from, without the last part of the address. */
  readonly network: string
  readonly remembered: boolean
}

const endEs = ({ link, until, institution, words }: BrowserNoticeFacts): Message['blocks'] => [
  paragraph('Si fue usted, no tiene que hacer nada.'),
  paragraph('Si no fue usted, avísenos con este enlace. En la página que se abre, escriba su número de cédula y confirme: la clave quedará congelada y se cerrarán todas las sesiones.'),
  button('No fui yo', link),
  paragraph(`El enlace sirve hasta el ${words.day(until)} a las ${words.time(until)} (${words.zone}). Después, acérquese a una oficina.`),
  paragraph('Ninguna persona de la institución le pedirá su clave, ni por teléfono ni por correo.'),
  paragraph(institution),
  paragraph('Este correo se envía de forma automática. Por favor, no lo responda.'),
]

const endEn = ({ link, until, institution, words }: BrowserNoticeFacts): Message['blocks'] => [
  paragraph('If it was you, you do not need to do anything.'),
  paragraph('If it was not you, tell us with this link. On the page that opens, write your ID number and confirm: the key will be frozen and all sessions closed.'),
  button('It was not me', link),
  paragraph(`The link works until ${words.day(until)} at ${words.time(until)} (${words.zone}). After that, please go to an office.`),
  paragraph('Nobody from the institution will ask you for your key, neither by phone nor by email.'),
  paragraph(institution),
  paragraph('This email is sent automatically. Please do not reply to it.'),
]

export const deviceNew: Readonly<Record<Language, (facts: DeviceNewFacts) => Message>> = {
  es: (facts) => ({
    subject: 'Ingreso desde un navegador nuevo',
    blocks: [
      paragraph('Estimada persona usuaria:'),
      paragraph(`El ${facts.words.day(facts.at)} a las ${facts.words.time(facts.at)} (${facts.words.zone}) se ingresó con su clave desde un navegador que no conocíamos.`),
      paragraph(`Navegador: ${facts.browser || 'no se identificó'}. Red: ${facts.network}.`),
      paragraph(facts.remembered ? 'Lo recordaremos: la próxima vez no le avisaremos.' : 'Se pidió no recordarlo.'),
      ...endEs(facts),
    ],
  }),
  en: (facts) => ({
    subject: 'Sign-in from a new browser',
    blocks: [
      paragraph('Hello,'),
      paragraph(`On ${facts.words.day(facts.at)} at ${facts.words.time(facts.at)} (${facts.words.zone}) your key was used to sign in from a browser we did not know.`),
      paragraph(`Browser: ${facts.browser || 'it did not say'}. Network: ${facts.network}.`),
      paragraph(facts.remembered ? 'We will remember it and not write to you the next time.' : 'It was asked not to be remembered.'),
      ...endEn(facts),
    ],
  }),
}

export const keyUnlocked: Readonly<Record<Language, (facts: BrowserNoticeFacts) => Message>> = {
  es: (facts) => ({
    subject: 'Su clave se desbloqueó',
    blocks: [
      paragraph('Estimada persona usuaria:'),
      paragraph(`El ${facts.words.day(facts.at)} a las ${facts.words.time(facts.at)} (${facts.words.zone}) se desbloqueó su clave con un correo que le enviamos. La clave es la misma y nadie ingresó por eso.`),
      paragraph(`Navegador: ${facts.browser || 'no se identificó'}.`),
      ...endEs(facts),
    ],
  }),
  en: (facts) => ({
    subject: 'Your key was unblocked',
    blocks: [
      paragraph('Hello,'),
      paragraph(`On ${facts.words.day(facts.at)} at ${facts.words.time(facts.at)} (${facts.words.zone}) your key was unblocked with an email we sent you. The key is the same, and nobody was signed in by it.`),
      paragraph(`Browser: ${facts.browser || 'it did not say'}.`),
      ...endEn(facts),
    ],
  }),
}
