/** D-08: the last mail to an address before it is erased. There is no key any more that a link could freeze. */
import type { Language } from '../../app/ports.ts'
import type { Instant } from '../../domain/types.ts'
import { paragraph, type Message } from '../letter.ts'
import type { MomentWords } from '../moment-words.ts'

export interface DataErasedFacts {
  readonly at: Instant
  readonly institution: string
  readonly words: MomentWords
}

export const dataErased: Readonly<Record<Language, (facts: DataErasedFacts) => Message>> = {
  es: ({ at, institution, words }) => ({
    subject: 'Borramos los datos de su clave',
    blocks: [
      paragraph('Estimada persona usuaria:'),
      paragraph(`El ${words.day(at)} a las ${words.time(at)} (${words.zone}) borramos su clave y los datos que usted dio en los servicios en línea, porque alguien lo pidió en su nombre. Las sesiones abiertas se cerraron.`),
      paragraph('Lo que dice el registro de la institución no cambia. Queda anotado que se borró, sin sus datos.'),
      paragraph('Si fue usted, no tiene que hacer nada. Este es el último correo a esta dirección.'),
      paragraph('Si no fue usted, acérquese a una oficina con su cédula, o con el documento con el que se registró. También puede generar una clave nueva.'),
      paragraph('Ninguna persona de la institución le pedirá su clave, ni por teléfono ni por correo.'),
      paragraph(institution),
      paragraph('Este correo se envía de forma automática. Por favor, no lo responda.'),
    ],
  }),
  en: ({ at, institution, words }) => ({
    subject: 'We erased the data of your key',
    blocks: [
      paragraph('Hello,'),
      paragraph(`On ${words.day(at)} at ${words.time(at)} (${words.zone}) we erased your key and the data you gave in the online services, because somebody asked for it in your name. Open sessions were closed.`),
      paragraph('What the register of the institution says does not change. That it was erased is written down, without your data.'),
      paragraph('If it was you, you do not need to do anything. This is the last email to this address.'),
      paragraph('If it was not you, go to an office with your cédula, or with the document you registered with. You can also make a new key.'),
      paragraph('Nobody from the institution will ask you for your key, neither by phone nor by email.'),
      paragraph(institution),
      paragraph('This email is sent automatically. Please do not reply to it.'),
    ],
  }),
}
