/** NOTICE-1: something was done with the key from inside a session. Says what and when and how to say it was not me; never a contact. */
import type { ContactChange } from '../../app/own-ports.ts'
import type { Language } from '../../app/ports.ts'
import type { Instant } from '../../domain/types.ts'
import { button, paragraph, type Message } from '../letter.ts'
import type { MomentWords } from '../moment-words.ts'

export interface OwnChangeFacts {
  readonly what: 'key' | 'confirmed' | 'bank' | 'account' | 'reopened' | 'data-copied' | 'data-corrected' | ContactChange
  readonly link: string
  readonly at: Instant
  /** The «No fui yo» link is good up to here. */
  readonly until: Instant
  readonly institution: string
  readonly words: MomentWords
}

interface Sentences { readonly subject: string; readonly what: string }

const done: Readonly<Record<Language, Readonly<Record<OwnChangeFacts['what'], Sentences>>>> = {
  es: {
    key: { subject: 'Se cambió su clave de los servicios en línea', what: 'se cambió su clave. Las demás sesiones abiertas se cerraron.' },
    confirmed: { subject: 'Su clave nueva quedó confirmada', what: 'se confirmó su clave con un código que llegó a un correo suyo de antes. Ya sirve para cambiar datos de contacto y para mover dinero.' },
    bank: { subject: 'Se cambiaron sus preguntas personales y su figura', what: 'se cambiaron las preguntas personales y la figura que sirven para recuperar su clave.' },
    account: { subject: 'Se registró una cuenta bancaria para sus pagos', what: 'se registró la cuenta bancaria en la que recibirá sus pagos. Por seguridad, este correo no dice cuál es: véala en Registro de cuenta bancaria.' },
    reopened: { subject: 'Se volvió a abrir el trámite de su clave', what: 'alguien escribió el código que enviamos a uno de sus correos, y el trámite para recuperar su clave se volvió a abrir con tres intentos. Su clave es la misma.' },
    'data-copied': { subject: 'Entregamos una copia de sus datos', what: 'la persona encargada de la protección de datos sacó una copia de sus datos, porque alguien la pidió en su nombre.' },
    'data-corrected': { subject: 'Se quitó un dato de su clave', what: 'la persona encargada de la protección de datos quitó un dato suyo, porque alguien dijo en su nombre que no era correcto. Véalo en Mis datos de contacto.' },
    email: { subject: 'Se cambió su correo electrónico', what: 'se cambió el correo electrónico de su clave. Le escribimos al correo anterior y al nuevo.' },
    phone: { subject: 'Se cambió su teléfono', what: 'se cambió el teléfono de su clave.' },
    'second-email-added': { subject: 'Se agregó un segundo correo a su clave', what: 'se agregó un segundo correo electrónico a su clave.' },
    'second-email-removed': { subject: 'Se quitó el segundo correo de su clave', what: 'se quitó el segundo correo electrónico de su clave.' },
  },
  en: {
    key: { subject: 'Your key for the online services was changed', what: 'your key was changed. The other open sessions were closed.' },
    confirmed: { subject: 'Your new key is confirmed', what: 'your key was confirmed with a code that went to an address of yours from before. It can now change contact details and move money.' },
    bank: { subject: 'Your personal questions and your figure were replaced', what: 'the personal questions and the figure with which your key is recovered were replaced.' },
    account: { subject: 'A bank account was registered for your payments', what: 'the bank account to which you will be paid was registered. For safety this email does not say which: see it under Bank account.' },
    reopened: { subject: 'The request about your key was opened again', what: 'somebody typed the code that we sent to one of your addresses, and recovering your key is open again with three attempts. Your key is the same.' },
    'data-copied': { subject: 'We handed out a copy of your data', what: 'the person in charge of data protection made a copy of your data, because somebody asked for it in your name.' },
    'data-corrected': { subject: 'Something was taken off your key', what: 'the person in charge of data protection took something of yours away, because somebody said in your name that it was not right. See it under My contact details.' },
    email: { subject: 'Your email address was changed', what: 'the email address of your key was changed. We write to the former address and to the new one.' },
    phone: { subject: 'Your telephone was changed', what: 'the telephone of your key was changed.' },
    'second-email-added': { subject: 'A second email address was added to your key', what: 'a second email address was added to your key.' },
    'second-email-removed': { subject: 'The second email address of your key was removed', what: 'the second email address was removed from your key.' },
  },
}

export const ownChange: Readonly<Record<Language, (facts: OwnChangeFacts) => Message>> = {
  es: ({ what, link, at, until, institution, words }) => ({
    subject: done.es[what].subject,
    blocks: [
      paragraph('Estimada persona usuaria:'),
      paragraph(`El ${words.day(at)} a las ${words.time(at)} (${words.zone}) ${done.es[what].what}`),
      paragraph('Si fue usted, no tiene que hacer nada.'),
      paragraph('Si no fue usted, avísenos con este enlace. En la página que se abre, confirme: la clave quedará congelada y se cerrarán todas las sesiones.'),
      button('No fui yo', link),
      paragraph(`El enlace sirve hasta el ${words.day(until)} a las ${words.time(until)} (${words.zone}). Después, acérquese a una oficina.`),
      paragraph('Nunca enviamos la clave por correo. Ninguna persona de la institución se la pedirá.'),
      paragraph(institution),
      paragraph('Este correo se envía de forma automática. Por favor, no lo responda.'),
    ],
  }),
  en: ({ what, link, at, until, institution, words }) => ({
    subject: done.en[what].subject,
    blocks: [
      paragraph('Hello,'),
      paragraph(`On ${words.day(at)} at ${words.time(at)} (${words.zone}) ${done.en[what].what}`),
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
