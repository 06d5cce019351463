/** Mails with a link and a code (LINK-1, LINK-2): each kind says why it was sent; how to use it is said alike in all. */
import type { Language } from '../../app/ports.ts'
import type { Instant } from '../../domain/types.ts'
import { button, code, paragraph, type Message } from '../letter.ts'
import type { MomentWords } from '../moment-words.ts'

export interface CodeMailFacts {
  readonly link: string
  readonly code: string
  /** Both are good up to here. */
  readonly until: Instant
  readonly institution: string
  readonly words: MomentWords
}

export interface CodeMailWords {
  readonly subject: string
  readonly why: string
  /** What becomes of it when nobody uses it. */
  readonly notYou: string
}

export type CodeMail = Readonly<Record<Language, (facts: CodeMailFacts) => Message>>

export function codeMail(own: Readonly<Record<Language, CodeMailWords>>): CodeMail {
  return { es: (facts) => inSpanish(own.es, facts), en: (facts) => inEnglish(own.en, facts) }
}

function inSpanish(own: CodeMailWords, { link, code: digits, until, institution, words }: CodeMailFacts): Message {
  return {
    subject: own.subject,
    blocks: [
      paragraph('Estimada persona usuaria:'),
      paragraph(own.why),
      button('Clic para continuar', link),
      paragraph('O escriba este código en la página donde empezó:'),
      code(digits),
      paragraph(`El enlace y el código sirven una sola vez, hasta las ${words.time(until)} (${words.zone}). Si se pasa la hora, pida otro correo en la misma página.`),
      paragraph('Solo los necesita en el navegador donde usted empezó. Si abre el enlace en otro teléfono o computador, verá ahí el código para escribirlo en la página donde empezó.'),
      paragraph(own.notYou),
      paragraph('No reenvíe este correo ni diga el código a nadie. Ninguna persona de la institución se lo pedirá.'),
      paragraph(institution),
      paragraph('Este correo se envía de forma automática. Por favor, no lo responda.'),
    ],
  }
}

function inEnglish(own: CodeMailWords, { link, code: digits, until, institution, words }: CodeMailFacts): Message {
  return {
    subject: own.subject,
    blocks: [
      paragraph('Hello,'),
      paragraph(own.why),
      button('Click to continue', link),
      paragraph('Or type this code on the page where you started:'),
      code(digits),
      paragraph(`The link and the code work once, until ${words.time(until)} (${words.zone}). After that, ask for another email on the same page.`),
      paragraph('You only need them in the browser where you started. If you open the link on another phone or computer, it shows the code there, to type on the page where you started.'),
      paragraph(own.notYou),
      paragraph('Do not forward this email or tell the code to anybody. Nobody from the institution will ask you for it.'),
      paragraph(institution),
      paragraph('This email is sent automatically. Please do not reply to it.'),
    ],
  }
}
