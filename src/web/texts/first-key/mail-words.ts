/** Step 4: the mail with a link and a code, and the page on which the link lands (LINK-1…6). Moments are clock times in Ecuador. */
import type { Language } from '../../language.ts'

export type MailWords = {
  title: string
  ask: { text(address: string): string; submit: string }
  onItsWay: { text(address: string): string; action: string }
  good: {
    sent(address: string): string
    link: string
    until(time: string): string
    look: string
    demo: string
  }
  code: { label: string; hint: string; submit: string; malformed: string; wrong(left: number): string }
  expired: { title: string; text(time: string): string }
  triesUsedUp: { title: string; text: string }
  undeliverable: { title: string; text(address: string): string }
  superseded: string
  resend: { title: string; text: string; submit: string }
  correct: string
  resent: string
  notUsable: string
  limitHour(time: string): string
  limitDay(time: string): string
  landing: {
    confirm: { title: string; text(address: string): string; submit: string }
    elsewhere: { title: string; text: readonly string[]; until(time: string): string; nobody: string; codeLabel: string }
    used: { title: string; text: string }
    usedHere: { title: string; text: string; action: string }
    gone: { title: string; expired(time: string): string; superseded: string; unknown: string; next: readonly string[]; action: string; begin: string }
  }
}

export const mailWords: Readonly<Record<Language, MailWords>> = {
  es: {
    title: 'Confirme su correo electrónico',
    ask: { text: (address) => `Le enviaremos un correo a ${address} para comprobar que es suyo.`, submit: 'Enviar el correo' },
    onItsWay: { text: (address) => `Estamos enviando un correo a ${address}. Esta página se actualiza sola cada pocos segundos.`, action: 'Actualizar' },
    good: {
      sent: (address) => `Le enviamos un correo a ${address}.`,
      link: 'Ábralo y elija «Clic para continuar», o escriba aquí el código de 8 dígitos que está en el correo.',
      until: (time) => `El enlace y el código sirven una vez, hasta las ${time} (hora de Ecuador).`,
      look: 'Si no lo ve, revise el correo no deseado o spam. Puede tardar unos minutos.',
      demo: 'En esta demostración el correo llega aquí:',
    },
    code: {
      label: 'Código del correo', hint: 'Ocho dígitos. Los espacios no importan.', submit: 'Confirmar',
      malformed: 'Escriba los 8 dígitos del código que está en el correo',
      wrong: (left) => `Ese no es el código del último correo. ${left === 1 ? 'Le queda 1 intento' : `Le quedan ${left} intentos`} con este código`,
    },
    expired: { title: 'El código venció', text: (time) => `El enlace y el código sirvieron hasta las ${time}. Pida otro correo: no tiene que responder nada otra vez.` },
    triesUsedUp: { title: 'Ese código ya no sirve', text: 'Se escribió mal varias veces. Pida otro correo: no tiene que responder nada otra vez.' },
    undeliverable: { title: 'No pudimos entregar el correo', text: (address) => `El servidor de correo no recibió nuestro mensaje para ${address}. Revise si la dirección está bien escrita.` },
    superseded: 'El correo anterior ya no sirve.',
    resend: { title: '¿No llegó el correo?', text: 'Le podemos enviar otro. El enlace y el código del anterior dejarán de servir.', submit: 'Enviar otro correo' },
    correct: 'Corregir mi correo electrónico',
    resent: 'Le enviamos otro correo. Use el más nuevo: el anterior ya no sirve.',
    notUsable: 'No podemos usar este correo o este teléfono para su clave. Elija «Corregir mi correo electrónico» y escriba otros, o vaya a una oficina de la institución con su cédula.',
    limitHour: (time) => `Ya le enviamos varios correos. Podrá pedir otro a las ${time} a más tardar.`,
    limitDay: (time) => `A esa dirección ya llegaron muchos correos hoy. Podrá pedir otro mañana a las ${time} a más tardar, o use otra dirección.`,
    landing: {
      confirm: {
        title: 'Confirme su correo electrónico',
        text: (address) => `Elija el botón para confirmar que ${address} es suyo y seguir con su trámite.`, submit: 'Clic para continuar',
      },
      elsewhere: {
        title: 'Su código para continuar',
        text: ['Usted abrió el enlace en un navegador distinto del que usó para empezar, por ejemplo en otro teléfono o dentro de la aplicación de correo.', 'Vuelva a la página donde empezó y escriba allí este código:'],
        until: (time) => `Sirve una vez, hasta las ${time} (hora de Ecuador).`,
        nobody: 'No dé este código a nadie. Si usted no empezó este trámite, cierre esta página: no pasará nada.',
        codeLabel: 'Código',
      },
      used: { title: 'Este enlace ya se usó', text: 'El correo ya está confirmado. Continúe en el navegador donde empezó el trámite.' },
      usedHere: { title: 'Su correo ya está confirmado', text: 'No tiene que hacer nada más con ese enlace.', action: 'Seguir con mi trámite' },
      gone: {
        title: 'Este enlace ya no sirve',
        expired: (time) => `Venció a las ${time}.`,
        superseded: 'Hay un correo más nuevo: use el enlace o el código del último que recibió.',
        unknown: 'No reconocemos este enlace. Puede que esté incompleto, que su navegador no guarde cookies o que haya pasado mucho tiempo.',
        next: ['Vuelva a la página donde empezó el trámite y pida allí otro correo. No tiene que responder las preguntas otra vez.', 'También puede escribir allí el código de 8 dígitos que está en el último correo.'],
        action: 'Ir a mi trámite',
        begin: 'Empezar un trámite',
      },
    },
  },
  en: {
    title: 'Confirm your email address',
    ask: { text: (address) => `We will send a mail to ${address} to check that it is yours.`, submit: 'Send the mail' },
    onItsWay: { text: (address) => `We are sending a mail to ${address}. This page renews itself every few seconds.`, action: 'Renew' },
    good: {
      sent: (address) => `We sent a mail to ${address}.`,
      link: 'Open it and choose “Click to continue”, or type here the code of 8 digits that is in the mail.',
      until: (time) => `The link and the code work once, until ${time} (time of Ecuador).`,
      look: 'If you do not see it, look into your junk or spam mail. It may take some minutes.',
      demo: 'In this demonstration the mail arrives here:',
    },
    code: {
      label: 'Code of the mail', hint: 'Eight digits. Spaces do not matter.', submit: 'Confirm',
      malformed: 'Type the 8 digits of the code that is in the mail',
      wrong: (left) => `That is not the code of the latest mail. You have ${left === 1 ? '1 try' : `${left} tries`} left with this code`,
    },
    expired: { title: 'The code has expired', text: (time) => `The link and the code worked until ${time}. Ask for another mail: you need not answer anything again.` },
    triesUsedUp: { title: 'That code no longer works', text: 'It was mistyped several times. Ask for another mail: you need not answer anything again.' },
    undeliverable: { title: 'We could not deliver the mail', text: (address) => `The mail server did not take our message for ${address}. Check that the address is right.` },
    superseded: 'The earlier mail no longer works.',
    resend: { title: 'Has the mail not arrived?', text: 'We can send you another. The link and the code of the earlier one will stop working.', submit: 'Send another mail' },
    correct: 'Correct my email address',
    resent: 'We sent you another mail. Use the newest: the earlier one no longer works.',
    notUsable: 'We cannot use this address or this telephone for your key. Choose “Correct my email address” and type others, or go to an office of the institution with your ID card.',
    limitHour: (time) => `We have sent you several mails already. You can ask for another at ${time} at the latest.`,
    limitDay: (time) => `Many mails went to that address today. You can ask for another tomorrow at ${time} at the latest, or use another address.`,
    landing: {
      confirm: {
        title: 'Confirm your email address',
        text: (address) => `Choose the button to confirm that ${address} is yours and to go on.`, submit: 'Click to continue',
      },
      elsewhere: {
        title: 'Your code to continue',
        text: ['You opened the link in another browser than the one you began in, for example on another phone or inside the mail app.', 'Go back to the page where you began and type this code there:'],
        until: (time) => `It works once, until ${time} (time of Ecuador).`,
        nobody: 'Give this code to nobody. If you did not begin this request, close this page: nothing will happen.',
        codeLabel: 'Code',
      },
      used: { title: 'This link was already used', text: 'The address is confirmed. Continue in the browser in which you began.' },
      usedHere: { title: 'Your address is already confirmed', text: 'You need not do anything more with that link.', action: 'Go on with my request' },
      gone: {
        title: 'This link no longer works',
        expired: (time) => `It expired at ${time}.`,
        superseded: 'There is a newer mail: use the link or the code of the latest one you received.',
        unknown: 'We do not know this link. It may be incomplete, your browser may not keep cookies, or much time may have passed.',
        next: ['Go back to the page where you began and ask for another mail there. You need not answer the questions again.', 'You can also type there the code of 8 digits that is in the latest mail.'],
        action: 'Go to my request',
        begin: 'Begin a request',
      },
    },
  },
}
