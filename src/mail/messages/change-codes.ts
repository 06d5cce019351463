/** The codes of a change of contact: one to the current address, one to the new one. No link: there is nothing a scanner could press (LINK-2). */
import type { ContactPlace } from '../../app/contact-ports.ts'
import type { Language } from '../../app/ports.ts'
import type { Instant } from '../../domain/types.ts'
import { code, paragraph, type Message } from '../letter.ts'
import type { MomentWords } from '../moment-words.ts'

export interface ChangeCodeFacts {
  readonly to: 'change-current' | 'change-new'
  readonly place: ContactPlace
  readonly code: string
  readonly until: Instant
  readonly institution: string
  readonly words: MomentWords
}

const what: Readonly<Record<Language, Readonly<Record<ContactPlace, string>>>> = {
  es: { email: 'cambiar el correo electrónico de su clave', phone: 'cambiar el teléfono de su clave', 'second-email': 'poner un segundo correo electrónico en su clave' },
  en: { email: 'change the email address of your key', phone: 'change the telephone of your key', 'second-email': 'put a second email address on your key' },
}

export const changeCode: Readonly<Record<Language, (facts: ChangeCodeFacts) => Message>> = {
  es: ({ to, place, code: digits, until, institution, words }) => ({
    subject: to === 'change-current' ? 'Código para cambiar sus datos de contacto' : 'Código para confirmar este correo',
    blocks: [
      paragraph('Estimada persona usuaria:'),
      paragraph(to === 'change-current'
        ? `Desde una sesión abierta con su clave se pidió ${what.es[place]}. Si fue usted, escriba este código en la página donde lo pidió:`
        : 'Alguien escribió esta dirección como su nuevo correo de los servicios en línea. Si fue usted, escriba este código en la página donde lo pidió:'),
      code(digits),
      paragraph(`El código sirve una sola vez, hasta las ${words.time(until)} (${words.zone}).`),
      paragraph(to === 'change-current'
        ? '¿No fue usted? No diga el código a nadie: sin él no se cambia nada. Cambie su clave cuanto antes, porque alguien tiene una sesión abierta.'
        : '¿No fue usted? No tiene que hacer nada: sin este código no pasará nada.'),
      paragraph('No reenvíe este correo. Ninguna persona de la institución le pedirá el código.'),
      paragraph(institution),
      paragraph('Este correo se envía de forma automática. Por favor, no lo responda.'),
    ],
  }),
  en: ({ to, place, code: digits, until, institution, words }) => ({
    subject: to === 'change-current' ? 'Code to change your contact details' : 'Code to confirm this email address',
    blocks: [
      paragraph('Hello,'),
      paragraph(to === 'change-current'
        ? `From a session that is open with your key somebody asked to ${what.en[place]}. If it was you, type this code on the page where you asked:`
        : 'Somebody entered this address as their new email address for the online services. If it was you, type this code on the page where you asked:'),
      code(digits),
      paragraph(`The code works once, until ${words.time(until)} (${words.zone}).`),
      paragraph(to === 'change-current'
        ? 'Was it not you? Do not tell the code to anybody: nothing is changed without it. Change your key soon, because somebody has a session open.'
        : 'Was it not you? You do not need to do anything: nothing will happen without this code.'),
      paragraph('Do not forward this email. Nobody from the institution will ask you for the code.'),
      paragraph(institution),
      paragraph('This email is sent automatically. Please do not reply to it.'),
    ],
  }),
}
