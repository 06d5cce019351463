/** The words of "Confirmar con un contacto que ya conocíamos" (PROOF-10). */
import type { Language } from '../../language.ts'

export interface ConfirmKeyWords {
  readonly title: string
  readonly lead: readonly string[]
  /** Where the code goes is not said: whoever made the key may not know it (E-05). */
  readonly where: string
  readonly send: string
  readonly sendAgain: string
  readonly sent: string
  until(time: string): string
  readonly onItsWay: string
  readonly look: string
  readonly label: string
  readonly submit: string
  readonly malformed: string
  wrong(left: number): string
  readonly notGood: string
  readonly undeliverable: string
  readonly tooMany: string
  readonly none: readonly string[]
  readonly back: string
  /** On the home, when it is done. */
  readonly done: { readonly title: string; readonly text: string }
}

export const confirmKeyWords: Readonly<Record<Language, ConfirmKeyWords>> = {
  es: {
    title: 'Confirmar con un contacto que ya conocíamos',
    lead: [
      'Su clave es nueva. Para que sirva desde ahora en todos los servicios, demuestre que puede abrir un correo suyo que la institución ya tenía comprobado antes de que la clave se hiciera.',
      'Le enviaremos un código. Después lo escribirá en esta misma página.',
    ],
    where: 'Por seguridad no mostramos el correo al que va: es uno que usted dio en una oficina o confirmó antes.',
    send: 'Enviar el código', sendAgain: 'Enviar otro código',
    sent: 'Enviamos un código al correo suyo que la institución ya conocía.',
    until: (time) => `Sirve hasta las ${time}.`,
    onItsWay: 'El correo está por salir. Vuelva a mirar en unos segundos.', look: 'Volver a mirar',
    label: 'Código de 8 números que llegó a ese correo', submit: 'Confirmar mi clave',
    malformed: 'El código tiene 8 números',
    wrong: (left) => (left === 0 ? 'El código no es correcto y ya no quedan intentos. Pida otro' : `El código no es correcto. Le quedan ${left} ${left === 1 ? 'intento' : 'intentos'}`),
    notGood: 'Ese código ya no sirve: pasó la hora, se usó o se acabaron los intentos. Puede pedir otro.',
    undeliverable: 'No pudimos entregar el correo. Si esa dirección ya no existe, espere o acérquese a una oficina con su cédula.',
    tooMany: 'Ya enviamos varios correos. Espere una hora e inténtelo otra vez',
    none: [
      'No tenemos un correo suyo comprobado antes de que se hiciera su clave, o ya se usó para recuperarla.',
      'Su clave servirá en todos los servicios cuando pase el tiempo que indica «Mi clave». En una oficina pueden ayudarle antes, con su cédula o con el documento con el que se registró.',
    ],
    back: 'Volver a Mi clave',
    done: { title: 'Su clave quedó confirmada', text: 'Ya sirve en todos los servicios. Le enviamos un aviso.' },
  },
  en: {
    title: 'Confirm with a contact we knew before',
    lead: [
      'Your key is new. To use it now in every service, show that you can open an email address of yours that the institution had verified before the key was made.',
      'We will send you a code. Then you will type it on this page.',
    ],
    where: 'For safety we do not show the address: it is one that you gave at an office or confirmed before.',
    send: 'Send the code', sendAgain: 'Send another code',
    sent: 'We sent a code to the address of yours that the institution knew before.',
    until: (time) => `It works until ${time}.`,
    onItsWay: 'The email is about to leave. Look again in a few seconds.', look: 'Look again',
    label: '8-digit code that arrived at that address', submit: 'Confirm my key',
    malformed: 'The code has 8 digits',
    wrong: (left) => (left === 0 ? 'The code is not right and no tries are left. Ask for another' : `The code is not right. You have ${left} ${left === 1 ? 'try' : 'tries'} left`),
    notGood: 'That code no longer works: its time is over, it was used or its tries are used up. You can ask for another.',
    undeliverable: 'We could not deliver the email. If that address does not exist any more, wait or go to an office with your ID card.',
    tooMany: 'We have sent several emails already. Wait an hour and try again',
    none: [
      'We have no address of yours that was verified before your key was made, or it was used to recover it.',
      'Your key will open every service after the time that “My key” says. An office can help you earlier, with your cédula or with the document you registered with.',
    ],
    back: 'Back to My key',
    done: { title: 'Your key is confirmed', text: 'It now opens every service. We sent you a notice.' },
  },
}
