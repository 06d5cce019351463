/** PROOF-10: the code that confirms a young key, to an address the register knew before it. No link: nothing to press (LINK-2). */
import type { Language } from '../../app/ports.ts'
import type { Instant } from '../../domain/types.ts'
import { code, paragraph, type Message } from '../letter.ts'
import type { MomentWords } from '../moment-words.ts'

export interface ConfirmKeyFacts {
  readonly code: string
  readonly until: Instant
  readonly institution: string
  readonly words: MomentWords
}

export const confirmKey: Readonly<Record<Language, (facts: ConfirmKeyFacts) => Message>> = {
  es: ({ code: digits, until, institution, words }) => ({
    subject: 'Código para confirmar su clave nueva',
    blocks: [
      paragraph('Estimada persona usuaria:'),
      paragraph('Hace poco se generó o se recuperó una clave de los servicios en línea para la persona de este correo. Mientras es nueva no sirve para cambiar datos de contacto ni para mover dinero.'),
      paragraph('Si fue usted y quiere confirmarla ahora, escriba este código en la página donde lo pidió:'),
      code(digits),
      paragraph(`El código sirve una sola vez, hasta las ${words.time(until)} (${words.zone}).`),
      paragraph('¿No fue usted? No diga el código a nadie: con él, otra persona podría mover su dinero. Busque nuestro aviso sobre la clave nueva y siga el enlace «No fui yo», o acérquese a una oficina.'),
      paragraph('No reenvíe este correo. Ninguna persona de la institución le pedirá el código.'),
      paragraph(institution),
      paragraph('Este correo se envía de forma automática. Por favor, no lo responda.'),
    ],
  }),
  en: ({ code: digits, until, institution, words }) => ({
    subject: 'Code to confirm your new key',
    blocks: [
      paragraph('Hello,'),
      paragraph('A short while ago a key for the online services was made or recovered for the person of this address. While it is new it cannot change contact details or move money.'),
      paragraph('If it was you and you want to confirm it now, type this code on the page where you asked for it:'),
      code(digits),
      paragraph(`The code works once, until ${words.time(until)} (${words.zone}).`),
      paragraph('Was it not you? Do not tell the code to anybody: with it somebody else could move your money. Look for our notice about the new key and follow its link “It was not me”, or go to an office.'),
      paragraph('Do not forward this email. Nobody from the institution will ask you for the code.'),
      paragraph(institution),
      paragraph('This email is sent automatically. Please do not reply to it.'),
    ],
  }),
}
