/** The words of "Mis datos de contacto". What is wrong with an address or a telephone is said in first-key/bank-words.ts. */
import type { ContactPlace } from '../../../app/contact-ports.ts'
import type { Language } from '../../language.ts'

interface PlaceWords { readonly name: string; readonly change: string; readonly title: string; readonly label: string; readonly hint: string; readonly intro: readonly string[] }

export interface ContactsWords {
  readonly title: string
  readonly lead: string
  readonly places: Readonly<Record<ContactPlace, PlaceWords>>
  readonly notified: { readonly title: string; mails(count: number): string; mobiles(count: number): string; readonly typed: string }
  readonly add: string
  readonly none: string
  readonly unverified: string
  moneyFrom(moment: string): string
  readonly remove: { readonly submit: string; readonly text: string }
  readonly ask: { readonly submit: string; readonly cancel: string }
  readonly refusals: { readonly same: string; readonly tooMany: string; readonly noAddress: string; readonly notUsable: string }
  readonly closed: { readonly title: string; until(moment: string): string; readonly frozen: string }
  readonly codes: {
    readonly title: string
    sent(current: string, fresh: string | null): string
    until(time: string): string
    readonly onItsWay: string
    readonly current: { label(address: string): string; readonly wrong: string }
    readonly fresh: { label(address: string): string; readonly wrong: string }
    readonly malformed: string
    readonly notGood: string
    readonly submit: string
    readonly look: string
    readonly cancel: string
    readonly lost: string
  }
  readonly notices: { readonly changed: string; readonly removed: string; readonly cancelled: string; readonly none: string }
}

export const contactsWords: Readonly<Record<Language, ContactsWords>> = {
  es: {
    title: 'Mis datos de contacto',
    lead: 'Con estos datos puede recuperar su clave. Por correo le avisamos de todo lo que se hace con ella.',
    places: {
      email: {
        name: 'Correo electrónico', change: 'Cambiar', title: 'Cambiar el correo electrónico', label: 'Nuevo correo electrónico', hint: 'Uno que usted pueda abrir ahora y que no comparta con nadie.',
        intro: ['Le enviaremos dos códigos: uno al correo actual y otro al nuevo. Después escribirá los dos en una misma página.', 'También le avisaremos al correo actual que se hizo el cambio.'],
      },
      'second-email': {
        name: 'Segundo correo', change: 'Cambiar', title: 'Segundo correo electrónico', label: 'Segundo correo electrónico', hint: 'Le servirá si un día pierde el primero.',
        intro: ['Le enviaremos dos códigos: uno a su correo actual y otro al segundo. Después escribirá los dos en una misma página.'],
      },
      phone: {
        name: 'Teléfono', change: 'Cambiar', title: 'Cambiar el teléfono', label: 'Nuevo teléfono', hint: 'Celular o fijo. Del Ecuador: 099 123 4567 o 02 234 5678. De otro país: con + y el código, por ejemplo +34 612 34 56 78.',
        intro: ['Le enviaremos un código a su correo actual. Después lo escribirá aquí.'],
      },
    },
    notified: {
      title: 'A dónde le avisamos',
      mails: (count) => (count === 1 ? 'Por correo, a su correo comprobado.' : `Por correo, a ${count} correos comprobados: los de esta página y los que la institución ya conocía.`),
      mobiles: (count) => (count === 1 ? 'También por mensaje de texto, a un celular suyo que la institución ya tenía comprobado.' : `También por mensaje de texto, a ${count} celulares suyos que la institución ya tenía comprobados.`),
      typed: 'Los avisos van solo a datos comprobados. Nadie ha comprobado el celular que usted escribió aquí: por haberlo escrito no le llegarán mensajes.',
    },
    add: 'Agregar', none: 'No tiene', unverified: 'sin comprobar',
    moneyFrom: (moment) => `Es nuevo: los servicios de dinero lo tomarán en cuenta desde el ${moment}.`,
    remove: { submit: 'Quitar el segundo correo', text: 'Si lo quita, ya no le servirá para recuperar su clave. Le avisaremos a los dos correos.' },
    ask: { submit: 'Enviar los códigos', cancel: 'Volver sin cambiar nada' },
    refusals: {
      same: 'Ese dato ya está entre los suyos: escriba otro',
      tooMany: 'Ya enviamos varios correos. Espere una hora e inténtelo otra vez',
      noAddress: 'No tiene un correo comprobado al que enviar el primer código. Acérquese a una oficina con su cédula',
      notUsable: 'No podemos usar ese dato. Escriba otro, o acérquese a una oficina con su cédula',
    },
    closed: {
      title: 'Todavía no puede cambiar sus datos de contacto',
      until: (moment) => `Su clave es nueva. Podrá cambiarlos desde el ${moment}. Así, si otra persona la hubiera generado, usted tiene tiempo de avisarnos. En una oficina puede hacerlo antes, con su cédula.`,
      frozen: 'Su clave está congelada. Acérquese a una oficina con su cédula.',
    },
    codes: {
      title: 'Escriba los códigos',
      sent: (current, fresh) => (fresh === null ? `Enviamos un código a ${current}.` : `Enviamos un código a ${current} y otro a ${fresh}.`),
      until: (time) => `Sirven hasta las ${time}.`,
      onItsWay: 'Los correos están por salir. Vuelva a mirar en unos segundos.',
      current: { label: (address) => `Código que llegó a ${address}`, wrong: 'El código del correo actual no es correcto' },
      fresh: { label: (address) => `Código que llegó a ${address}`, wrong: 'El código del correo nuevo no es correcto' },
      malformed: 'El código tiene 8 números',
      notGood: 'Los códigos ya no sirven: pasó la hora, se usaron los cinco intentos o se pidieron otros. Empiece el cambio otra vez.',
      submit: 'Confirmar el cambio', look: 'Volver a mirar', cancel: 'Dejar todo como está',
      lost: '¿Ya no puede abrir su correo actual? Entonces este cambio se hace en una oficina, con su cédula.',
    },
    notices: { changed: 'Listo: el dato quedó cambiado. Avisamos a sus correos.', removed: 'Quitamos el segundo correo. Avisamos a los dos.', cancelled: 'No se cambió nada.', none: 'No hay un cambio por confirmar.' },
  },
  en: {
    title: 'My contact details',
    lead: 'With these you can recover your key. By email we tell you of everything that is done with it.',
    places: {
      email: {
        name: 'Email address', change: 'Change', title: 'Change the email address', label: 'New email address', hint: 'One that you can open now and share with nobody.',
        intro: ['We will send two codes: one to the current address and one to the new one. Then you will type both on one page.', 'We will also tell the current address that the change was made.'],
      },
      'second-email': {
        name: 'Second email address', change: 'Change', title: 'Second email address', label: 'Second email address', hint: 'It helps if one day you lose the first.',
        intro: ['We will send two codes: one to your current address and one to the second. Then you will type both on one page.'],
      },
      phone: {
        name: 'Telephone', change: 'Change', title: 'Change the telephone', label: 'New telephone', hint: 'Mobile or landline. In Ecuador: 099 123 4567 or 02 234 5678. Elsewhere: with + and the code, for example +34 612 34 56 78.',
        intro: ['We will send a code to your current email address. Then you will type it here.'],
      },
    },
    notified: {
      title: 'Where we tell you',
      mails: (count) => (count === 1 ? 'By email, at your verified address.' : `By email, at ${count} verified addresses: those of this page and those the institution knew before.`),
      mobiles: (count) => (count === 1 ? 'By text message too, on a mobile of yours that the institution had verified before.' : `By text message too, on ${count} mobiles of yours that the institution had verified before.`),
      typed: 'Notices go only to verified contacts. Nobody has verified the mobile you wrote here: writing it does not bring messages to it.',
    },
    add: 'Add', none: 'You have none', unverified: 'not verified',
    moneyFrom: (moment) => `It is new: money services rely on it from ${moment}.`,
    remove: { submit: 'Remove the second address', text: 'If you remove it, it no longer helps to recover your key. We will tell both addresses.' },
    ask: { submit: 'Send the codes', cancel: 'Back without changing anything' },
    refusals: {
      same: 'That is one of yours already: write another',
      tooMany: 'We have sent several emails already. Wait an hour and try again',
      noAddress: 'You have no verified address to send the first code to. Go to an office with your ID card',
      notUsable: 'We cannot use that. Write another, or go to an office with your ID card',
    },
    closed: {
      title: 'You cannot change your contact details yet',
      until: (moment) => `Your key is new. You can change them from ${moment}. So, if somebody else had made it, you have time to tell us. At an office you can do it earlier, with your ID card.`,
      frozen: 'Your key is frozen. Go to an office with your ID card.',
    },
    codes: {
      title: 'Type the codes',
      sent: (current, fresh) => (fresh === null ? `We sent a code to ${current}.` : `We sent a code to ${current} and another to ${fresh}.`),
      until: (time) => `They work until ${time}.`,
      onItsWay: 'The emails are about to leave. Look again in a few seconds.',
      current: { label: (address) => `Code that arrived at ${address}`, wrong: 'The code of the current address is not right' },
      fresh: { label: (address) => `Code that arrived at ${address}`, wrong: 'The code of the new address is not right' },
      malformed: 'The code has 8 digits',
      notGood: 'The codes no longer work: their time is over, the five tries are used up, or others were asked for. Begin the change again.',
      submit: 'Confirm the change', look: 'Look again', cancel: 'Leave everything as it is',
      lost: 'You can no longer open your current address? Then this change is made at an office, with your ID card.',
    },
    notices: { changed: 'Done: the change was made. We told your email addresses.', removed: 'We removed the second address. We told both.', cancelled: 'Nothing was changed.', none: 'There is no change to confirm.' },
  },
}
