/** UNLOCK-1: somebody asked to unblock the key; the link and the code. UNLOCK-2: what the page could not say. */
import type { Language } from '../../app/ports.ts'
import type { Instant } from '../../domain/types.ts'
import { button, code, paragraph, type Message } from '../letter.ts'
import type { MomentWords } from '../moment-words.ts'

export interface UnlockMailFacts {
  readonly link: string
  readonly code: string
  readonly until: Instant
  readonly blocked: boolean
  readonly institution: string
  readonly words: MomentWords
}

export const unlockMail: Readonly<Record<Language, (facts: UnlockMailFacts) => Message>> = {
  es: ({ link, code: digits, until, blocked, institution, words }) => ({
    subject: 'Desbloquee su clave',
    blocks: [
      paragraph('Estimada persona usuaria:'),
      paragraph('Alguien escribió su número para desbloquear la clave de los servicios en línea.'),
      paragraph(blocked
        ? 'Su clave está bloqueada por varios intentos equivocados. Si fue usted quien pidió este correo, desbloquéela:'
        : 'Su clave no está bloqueada. Si aun así no puede ingresar, este enlace le da cinco intentos propios en su navegador:'),
      button('Desbloquear clave', link),
      paragraph('O escriba este código en la página donde empezó:'),
      code(digits),
      paragraph(`El enlace y el código sirven una sola vez, hasta las ${words.time(until)} (${words.zone}). Si se pasa la hora, pida otro correo en la misma página.`),
      paragraph('Desbloquear no cambia su clave: después ingresa con la misma de siempre. Si no la recuerda, genere una nueva en lugar de desbloquearla.'),
      paragraph('¿No fue usted? No tiene que hacer nada: sin este correo no pasará nada.'),
      paragraph('No reenvíe este correo ni diga el código a nadie. Ninguna persona de la institución se lo pedirá.'),
      paragraph(institution),
      paragraph('Este correo se envía de forma automática. Por favor, no lo responda.'),
    ],
  }),
  en: ({ link, code: digits, until, blocked, institution, words }) => ({
    subject: 'Unblock your key',
    blocks: [
      paragraph('Hello,'),
      paragraph('Somebody typed your number to unblock the key for the online services.'),
      paragraph(blocked
        ? 'Your key is blocked after several wrong tries. If it was you who asked for this email, unblock it:'
        : 'Your key is not blocked. If you still cannot sign in, this link gives you five tries of your own in your browser:'),
      button('Unblock the key', link),
      paragraph('Or type this code on the page where you began:'),
      code(digits),
      paragraph(`The link and the code work once, until ${words.time(until)} (${words.zone}). After that, ask for another email on the same page.`),
      paragraph('Unblocking does not change your key: you sign in with the same one afterwards. If you do not remember it, make a new one instead.'),
      paragraph('Was it not you? You do not have to do anything: nothing will happen without this email.'),
      paragraph('Do not forward this email or tell the code to anybody. Nobody from the institution will ask you for it.'),
      paragraph(institution),
      paragraph('This email is sent automatically. Please do not reply to it.'),
    ],
  }),
}

export interface UnlockInsteadFacts {
  readonly why: 'frozen' | 'disabled'
  /** Where a new key is made. */
  readonly page: string
  readonly institution: string
}

export const unlockInstead: Readonly<Record<Language, (facts: UnlockInsteadFacts) => Message>> = {
  es: ({ why, page, institution }) => ({
    subject: why === 'frozen' ? 'Su clave está congelada' : 'Necesita una clave nueva',
    blocks: [
      paragraph('Estimada persona usuaria:'),
      paragraph('Alguien escribió su número para desbloquear o usar la clave de los servicios en línea. Desbloquearla no sirve en este caso.'),
      ...(why === 'frozen'
        ? [paragraph('La clave está congelada, porque se avisó «No fui yo» desde uno de los correos que le enviamos. Acérquese a una oficina con su cédula, o con el documento con el que se registró.')]
        : [paragraph('Se escribieron demasiadas claves equivocadas seguidas y la clave ya no sirve. Genere una nueva; no tiene que ir a una oficina:'), button('Generar o recuperar clave', page)]),
      paragraph('Si no fue usted, no tiene que hacer nada ahora. Nadie entró con esas claves.'),
      paragraph('Ninguna persona de la institución le pedirá su clave, ni por teléfono ni por correo.'),
      paragraph(institution),
      paragraph('Este correo se envía de forma automática. Por favor, no lo responda.'),
    ],
  }),
  en: ({ why, page, institution }) => ({
    subject: why === 'frozen' ? 'Your key is frozen' : 'You need a new key',
    blocks: [
      paragraph('Hello,'),
      paragraph('Somebody typed your number to unblock or use the key for the online services. Unblocking does not help in this case.'),
      ...(why === 'frozen'
        ? [paragraph('The key is frozen, because we were told “It was not me” from one of the emails we sent you. Go to an office with your cédula, or with the document you registered with.')]
        : [paragraph('Too many wrong keys were typed in a row, and the key no longer works. Make a new one; you need not go to an office:'), button('Make or recover a key', page)]),
      paragraph('If it was not you, you do not have to do anything now. Nobody got in with those keys.'),
      paragraph('Nobody from the institution will ask you for your key, neither by phone nor by email.'),
      paragraph(institution),
      paragraph('This email is sent automatically. Please do not reply to it.'),
    ],
  }),
}
