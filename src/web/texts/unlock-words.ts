/** The words of journey 3, "Desbloquear clave": the same for every number (UNLOCK-2). */
import type { Language } from '../language.ts'

export interface UnlockWords {
  readonly title: string
  readonly errorTitle: string
  readonly lead: readonly string[]
  readonly number: { readonly label: string; readonly hint: string }
  readonly submit: string
  readonly other: { readonly text: string; readonly link: string }
  readonly mail: {
    readonly title: string
    readonly text: readonly string[]
    until(time: string): string
    readonly demo: string
    readonly code: { readonly label: string; readonly hint: string; readonly submit: string; readonly malformed: string; wrong(left: number): string; readonly usedUp: string }
    readonly resend: { readonly title: string; readonly text: string; readonly submit: string }
    readonly resent: string
    limit(time: string): string
    readonly nothing: { readonly title: string; readonly items: readonly string[]; readonly recover: string }
    readonly again: string
  }
  readonly landing: {
    readonly confirm: { readonly title: string; readonly text: string; readonly submit: string }
    readonly elsewhere: { readonly title: string; readonly here: string; readonly begin: string; readonly there: string; readonly codeLabel: string; until(time: string): string; readonly nobody: string }
    readonly gone: { readonly title: string; expired(time: string): string; readonly superseded: string; readonly used: string; readonly unknown: string; readonly next: string; readonly action: string }
  }
  readonly done: { readonly title: string; readonly text: string; until(time: string): string; readonly tries: string; readonly action: string; readonly forgot: string; readonly forgotLink: string }
  readonly ended: { readonly title: string; readonly text: string; readonly action: string }
}

export const unlockWords: Readonly<Record<Language, UnlockWords>> = {
  es: {
    title: 'Desbloquear clave',
    errorTitle: 'Revise lo siguiente',
    lead: [
      'Después de varias claves equivocadas seguidas, la clave se bloquea por seguridad. Aquí la desbloquea con un correo.',
      'Su clave sigue siendo la misma. Para terminar necesita abrir el correo electrónico que registró con ella.',
    ],
    number: { label: 'Número de cédula', hint: 'Los 10 dígitos, o su código de extranjero.' },
    submit: 'Continuar',
    other: { text: '¿No recuerda su clave?', link: 'Generar o recuperar clave' },
    mail: {
      title: 'Revise su correo',
      text: [
        'Si ese número tiene una clave, enviamos un correo a la dirección que se registró con ella. Por seguridad esta página es igual para cualquier número.',
        'Abra el correo y elija «Desbloquear clave», o escriba aquí el código de 8 dígitos. Si recibió varios, use el más nuevo.',
      ],
      until: (time) => `El enlace y el código sirven 15 minutos. Si el correo sale ahora, hasta las ${time} (hora de Ecuador); la hora exacta está en el correo.`,
      demo: 'En esta demostración el correo llega aquí:',
      code: {
        label: 'Código del correo', hint: 'Ocho dígitos. Los espacios no importan.', submit: 'Desbloquear',
        malformed: 'Escriba los 8 dígitos del código que está en el correo',
        wrong: (left) => `Ese código no es correcto o ya no sirve. ${left === 1 ? 'Le queda 1 intento' : `Le quedan ${left} intentos`} con este correo`,
        usedUp: 'Se acabaron los intentos con este código. Pida otro correo',
      },
      resend: { title: '¿No llegó el correo?', text: 'Revise el correo no deseado o spam; puede tardar unos minutos. Si en los últimos 15 minutos ya recibió uno, ese sirve.', submit: 'Enviar otro correo' },
      resent: 'Si ese número tiene una clave, hay un correo en camino o en su buzón. Use el más nuevo.',
      limit: (time) => `Ya pidió varios correos en este navegador. Podrá pedir otro a las ${time}.`,
      nothing: {
        title: 'Si no recibe nada',
        items: ['Revise que el número sea el suyo.', 'Si ya no tiene acceso a ese correo, genere una clave nueva o acérquese a una oficina.', 'Donde ya había ingresado antes puede seguir ingresando, aunque la clave esté bloqueada.'],
        recover: 'Generar o recuperar clave',
      },
      again: 'Escribir otro número',
    },
    landing: {
      confirm: { title: 'Desbloquear clave', text: 'Elija el botón para desbloquear su clave y poder ingresar en este navegador.', submit: 'Desbloquear clave' },
      elsewhere: {
        title: 'Desbloquear clave',
        here: 'Para desbloquearla en este navegador, escriba su número de cédula. No hace falta otro correo.', begin: 'Continuar en este navegador',
        there: 'Si empezó en otro navegador, por ejemplo en un computador, vuelva a esa página y escriba allí este código:', codeLabel: 'Código',
        until: (time) => `Sirve una vez, hasta las ${time} (hora de Ecuador).`,
        nobody: 'No dé este código a nadie. Si usted no pidió desbloquear su clave, cierre esta página: no pasará nada.',
      },
      gone: {
        title: 'Este enlace ya no sirve', expired: (time) => `Venció a las ${time}.`, superseded: 'Hay un correo más nuevo: use el enlace o el código de ese.',
        used: 'Ya se usó.', unknown: 'No reconocemos este enlace. Puede que esté incompleto, que su navegador no guarde cookies o que haya pasado mucho tiempo.',
        next: 'Si todavía no puede ingresar, pida otro correo.', action: 'Pedir otro correo',
      },
    },
    done: {
      title: 'Su clave está desbloqueada', text: 'Ya puede ingresar con su clave de siempre. Todavía no ha ingresado.',
      until: (time) => `Ingrese en este navegador antes de las ${time} (hora de Ecuador): hasta entonces tiene aquí cinco intentos que nadie más puede gastar.`,
      tries: 'Cuando ingrese, recordaremos este navegador.', action: 'Ingresar', forgot: 'Si no recuerda su clave, no la adivine.', forgotLink: 'Genere una clave nueva',
    },
    ended: { title: 'Este trámite terminó', text: 'Pasó mucho tiempo o este navegador no guarda cookies. Escriba su número otra vez; no se perdió nada.', action: 'Desbloquear clave' },
  },
  en: {
    title: 'Unblock the key',
    errorTitle: 'Check the following',
    lead: [
      'After several wrong keys in a row the key is blocked for safety. Here you unblock it with an email.',
      'Your key stays the same. To finish you need to open the email address you registered with it.',
    ],
    number: { label: 'ID number (cédula)', hint: 'The 10 digits, or your foreigner’s code.' },
    submit: 'Continue',
    other: { text: 'Do you not remember your key?', link: 'Make or recover a key' },
    mail: {
      title: 'Look at your email',
      text: [
        'If that number has a key, we sent an email to the address registered with it. For safety this page is the same for any number.',
        'Open the email and choose “Unblock the key”, or type the code of 8 digits here. If you got several, use the newest.',
      ],
      until: (time) => `The link and the code work for 15 minutes. If the email leaves now, until ${time} (time of Ecuador); the exact time is in the email.`,
      demo: 'In this demonstration the email arrives here:',
      code: {
        label: 'Code of the email', hint: 'Eight digits. Spaces do not matter.', submit: 'Unblock',
        malformed: 'Type the 8 digits of the code that is in the email',
        wrong: (left) => `That code is not right or no longer works. You have ${left === 1 ? '1 try' : `${left} tries`} left with this email`,
        usedUp: 'The tries with this code are used up. Ask for another email',
      },
      resend: { title: 'Has the email not arrived?', text: 'Look into your junk or spam mail; it may take some minutes. If you got one in the last 15 minutes, that one works.', submit: 'Send another email' },
      resent: 'If that number has a key, an email is on its way or in your mailbox. Use the newest.',
      limit: (time) => `You have asked for several emails in this browser. You can ask for another at ${time}.`,
      nothing: {
        title: 'If nothing arrives',
        items: ['Check that the number is yours.', 'If you cannot open that email any more, make a new key or go to an office.', 'Where you signed in before you can still sign in, even while the key is blocked.'],
        recover: 'Make or recover a key',
      },
      again: 'Type another number',
    },
    landing: {
      confirm: { title: 'Unblock the key', text: 'Choose the button to unblock your key, so that you can sign in with this browser.', submit: 'Unblock the key' },
      elsewhere: {
        title: 'Unblock the key',
        here: 'To unblock it in this browser, type your ID number. No other email is needed.', begin: 'Continue in this browser',
        there: 'If you began in another browser, for example on a computer, go back to that page and type this code there:', codeLabel: 'Code',
        until: (time) => `It works once, until ${time} (time of Ecuador).`,
        nobody: 'Give this code to nobody. If you did not ask to unblock your key, close this page: nothing will happen.',
      },
      gone: {
        title: 'This link no longer works', expired: (time) => `It expired at ${time}.`, superseded: 'There is a newer email: use its link or code.',
        used: 'It was used already.', unknown: 'We do not know this link. It may be incomplete, your browser may not keep cookies, or much time may have passed.',
        next: 'If you still cannot sign in, ask for another email.', action: 'Ask for another email',
      },
    },
    done: {
      title: 'Your key is unblocked', text: 'You can sign in with the key you always had. You are not signed in yet.',
      until: (time) => `Sign in with this browser before ${time} (time of Ecuador): until then you have five tries here that nobody else can use up.`,
      tries: 'When you sign in we will remember this browser.', action: 'Sign in', forgot: 'If you do not remember your key, do not guess.', forgotLink: 'Make a new key',
    },
    ended: { title: 'This request has ended', text: 'Much time passed, or this browser does not keep cookies. Type your number again; nothing was lost.', action: 'Unblock the key' },
  },
}
