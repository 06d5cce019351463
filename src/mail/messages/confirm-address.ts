/** The link and the code that show that a mailbox is the person's own (LINK-1, LINK-2). */
import type { Language } from '../../app/ports.ts'
import type { Instant } from '../../domain/types.ts'
import { button, code, paragraph, type Message } from '../letter.ts'
import type { MomentWords } from '../moment-words.ts'

export interface ConfirmAddressFacts {
  readonly link: string
  readonly code: string
  /** Both are good up to here. */
  readonly until: Instant
  readonly institution: string
  readonly words: MomentWords
}

export const confirmAddress: Readonly<Record<Language, (facts: ConfirmAddressFacts) => Message>> = {
  es: ({ link, code: digits, until, institution, words }) => ({
    subject: 'Confirme su correo para continuar',
    blocks: [
      paragraph('Estimada persona usuaria:'),
      paragraph('Alguien escribió esta dirección de correo para generar una clave de los servicios en línea. Si fue usted, confirme que este correo es suyo:'),
      button('Clic para continuar', link),
      paragraph('O escriba este código en la página donde empezó:'),
      code(digits),
      paragraph(`El enlace y el código sirven una sola vez, hasta las ${words.time(until)} (${words.zone}). Si se pasa la hora, pida otro correo en la misma página.`),
      paragraph('Solo los necesita en el navegador donde usted empezó. Si abre el enlace en otro teléfono o computador, verá ahí el código para escribirlo en la página donde empezó.'),
      paragraph('¿No fue usted? No tiene que hacer nada: sin este correo nadie puede continuar y no pasará nada.'),
      paragraph('No reenvíe este correo ni diga el código a nadie. Ninguna persona de la institución se lo pedirá.'),
      paragraph(institution),
      paragraph('Este correo se envía de forma automática. Por favor, no lo responda.'),
    ],
  }),
  en: ({ link, code: digits, until, institution, words }) => ({
    subject: 'Confirm your email to continue',
    blocks: [
      paragraph('Hello,'),
      paragraph('Somebody entered this email address to make a key for the online services. If it was you, confirm that this address is yours:'),
      button('Click to continue', link),
      paragraph('Or type this code on the page where you started:'),
      code(digits),
      paragraph(`The link and the code work once, until ${words.time(until)} (${words.zone}). After that, ask for another email on the same page.`),
      paragraph('You only need them in the browser where you started. If you open the link on another phone or computer, it shows the code there, to type on the page where you started.'),
      paragraph('Was it not you? You do not need to do anything: nobody can continue without this email, and nothing will happen.'),
      paragraph('Do not forward this email or tell the code to anybody. Nobody from the institution will ask you for it.'),
      paragraph(institution),
      paragraph('This email is sent automatically. Please do not reply to it.'),
    ],
  }),
}
