/** The words of «No fui yo» (NOTICE-1). */
import type { Language } from '../language.ts'

/** Why the page has no button: nothing was done, and there is another way on. */
export type NotGood = 'unknown' | 'on-its-way' | 'expired' | 'tries-used-up'

export interface NotMeWords {
  readonly title: string
  readonly lead: string
  readonly will: { readonly title: string; readonly items: readonly string[] }
  readonly number: string
  readonly numberHint: string
  readonly button: string
  readonly errorTitle: string
  notTheirs(triesLeft: number): string
  readonly wasMe: string
  readonly frozen: { readonly title: string; readonly text: string; readonly nextTitle: string; readonly next: readonly string[]; readonly mistake: string; readonly action: string }
  readonly notGood: Readonly<Record<NotGood, { readonly title: string; readonly body: readonly string[] }>>
  readonly help: string
  readonly again: string
}

export const notMeWords: Readonly<Record<Language, NotMeWords>> = {
  es: {
    title: 'No fui yo',
    lead: 'Use esta página si le llegó un correo sobre su clave y usted no hizo lo que dice.',
    will: {
      title: 'Qué pasará si confirma',
      items: [
        'Su clave quedará congelada: nadie podrá ingresar con ella, tampoco usted.',
        'Todas las sesiones abiertas se cerrarán.',
        'Para tener una clave nueva tendrá que ir a una oficina con su documento. En la próxima versión podrá hacerlo en línea.',
      ],
    },
    number: 'Número de cédula',
    numberHint: 'El suyo. Así sabemos que el correo lo leyó usted y no un programa.',
    button: 'No fui yo: congelar mi clave',
    errorTitle: 'No se hizo ningún cambio',
    notTheirs: (left) => (left === 1 ? 'Este aviso no es de la persona con ese número. Revise el número: le queda 1 intento.' : `Este aviso no es de la persona con ese número. Revise el número: le quedan ${left} intentos.`),
    wasMe: 'Si fue usted, cierre esta página. No tiene que hacer nada.',
    frozen: {
      title: 'Su clave está congelada',
      text: 'Nadie puede ingresar con ella y todas las sesiones están cerradas.',
      nextTitle: 'Qué debe hacer ahora',
      next: [
        'Vaya a una oficina con su cédula, o con el documento con el que se registró, para tener una clave nueva.',
        'Si usa la misma contraseña en su correo, cámbiela ahí.',
        'Si hay datos o dinero que no reconoce, dígalo en la oficina.',
      ],
      mistake: 'Si la congeló por error, vaya también a una oficina.',
      action: 'Ir a la página principal',
    },
    notGood: {
      unknown: {
        title: 'Este enlace no sirve',
        body: ['No se hizo ningún cambio. Puede que la dirección esté incompleta o que su navegador no guarde cookies. Abra otra vez el enlace desde el correo.', 'Si no funciona y usted no generó la clave, vaya cuanto antes a una oficina con su documento.'],
      },
      'on-its-way': { title: 'Espere un momento', body: ['El aviso todavía se está enviando. No se hizo ningún cambio. Espere unos segundos y pruebe otra vez.'] },
      expired: {
        title: 'Este enlace venció',
        body: ['No se hizo ningún cambio. Si no fue usted, vaya cuanto antes a una oficina con su documento y pida que congelen su clave.'],
      },
      'tries-used-up': {
        title: 'Este enlace se cerró',
        body: ['Se escribió varias veces un número que no es el de la persona de este aviso. La clave no se congeló.', 'Si recibió otro aviso, use el enlace de ese correo. Si no, vaya cuanto antes a una oficina con su documento.'],
      },
    },
    help: 'Ayuda',
    again: 'Probar otra vez',
  },
  en: {
    title: 'It was not me',
    lead: 'Use this page if you got an email about your key and you did not do what it says.',
    will: {
      title: 'What will happen if you confirm',
      items: [
        'Your key will be frozen: nobody can sign in with it, not even you.',
        'All open sessions will be closed.',
        'To get a new key you will have to go to an office with your document. In the next release you will be able to do it online.',
      ],
    },
    number: 'ID number (cédula)',
    numberHint: 'Yours. It tells us that you read the email, and not a program.',
    button: 'It was not me: freeze my key',
    errorTitle: 'Nothing was changed',
    notTheirs: (left) => `This notice is not for the person with that number. Check the number: you have ${left} ${left === 1 ? 'try' : 'tries'} left.`,
    wasMe: 'If it was you, close this page. You do not need to do anything.',
    frozen: {
      title: 'Your key is frozen',
      text: 'Nobody can sign in with it and all sessions are closed.',
      nextTitle: 'What to do now',
      next: [
        'Go to an office with your cédula, or with the document you registered with, to get a new key.',
        'If you use the same password for your email, change it there.',
        'If there are data or money you do not recognise, say so at the office.',
      ],
      mistake: 'If you froze it by mistake, go to an office as well.',
      action: 'Go to the home page',
    },
    notGood: {
      unknown: {
        title: 'This link does not work',
        body: ['Nothing was changed. The address may be incomplete, or your browser does not keep cookies. Open the link from the email again.', 'If it does not work and you did not make the key, go to an office with your document as soon as you can.'],
      },
      'on-its-way': { title: 'Wait a moment', body: ['The notice is still being sent. Nothing was changed. Wait a few seconds and try again.'] },
      expired: {
        title: 'This link has expired',
        body: ['Nothing was changed. If it was not you, go to an office with your document as soon as you can and ask for your key to be frozen.'],
      },
      'tries-used-up': {
        title: 'This link was closed',
        body: ['A number that is not that of the person of this notice was typed several times. The key was not frozen.', 'If you got another notice, use the link in that email. If not, go to an office with your document as soon as you can.'],
      },
    },
    help: 'Help',
    again: 'Try again',
  },
}
