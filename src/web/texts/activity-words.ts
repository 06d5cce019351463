/** Every event of src/domain/events.ts as a person reads it on her own page. An event without a sentence does not compile. */
import type { EventType, eventCatalogue } from '../../domain/events.ts'
import type { Language } from '../language.ts'

/** Facts as they come back from the store: written by an earlier release, perhaps, so nothing is taken for granted. */
type Facts<T extends EventType> = Readonly<Partial<Record<(typeof eventCatalogue)[T]['facts'][number], unknown>>>
export type ActivityWords = { readonly [T in EventType]: (facts: Facts<T>) => string }

export const activityWords: Readonly<Record<Language, ActivityWords>> = {
  es: {
    'proofing.deck-shown': () => 'Alguien que escribió su número vio las preguntas para generar la clave.',
    'proofing.passed': () => 'Se respondieron bien la fecha de nacimiento y las preguntas.',
    'proofing.failed': () => 'La fecha de nacimiento o alguna respuesta no fue correcta.',
    'proofing.refused': () => 'Alguien que escribió su número quiso generar la clave y no se le permitió.',
    'link.issued': () => 'Se envió un correo con un enlace y un código.',
    'link.refused': ({ reason }) => (reason === 'wrong-code' ? 'Se escribió un código de correo equivocado.' : 'Se probó un enlace o código de correo que ya no servía.'),
    'link.consumed': ({ by }) => (by === 'code' ? 'Se confirmó la dirección de correo con el código.' : 'Se confirmó la dirección de correo con el enlace.'),
    'key.issued': () => 'Se generó la clave.',
    'key.frozen': () => 'Se avisó «No fui yo»: la clave quedó congelada y se cerraron las sesiones.',
    'key.rehashed': () => 'Renovamos la protección con la que se guarda su clave. La clave es la misma.',
    'login.succeeded': () => 'Se ingresó con la clave.',
    'login.failed': ({ blocked }) => (blocked === true ? 'Alguien escribió una clave equivocada y la clave quedó bloqueada.' : 'Alguien escribió una clave equivocada.'),
    'login.refused': ({ reason }) => (reason === 'wait' ? 'Alguien quiso ingresar antes de que terminara la espera.' : 'Alguien quiso ingresar con la clave bloqueada.'),
    'session.ended': ({ reason }) => {
      switch (reason) {
        case 'new-sign-in': return 'Se cerró la sesión anterior, porque se volvió a ingresar en el mismo navegador.'
        case 'from-list': return 'Se cerró una sesión desde la lista de sesiones.'
        case 'all-others': return 'Se cerraron las demás sesiones desde la lista de sesiones.'
        case 'wrong-keys': return 'Se cerró una sesión, porque en ella se escribió varias veces una clave equivocada.'
        default: return 'Se cerró la sesión.'
      }
    },
    'key.blocked': () => 'La clave quedó bloqueada por cinco intentos equivocados. Le enviamos un correo para desbloquearla.',
    'key.unlocked': () => 'Se desbloqueó la clave.',
    'key.recovered': () => 'Se recuperó la clave: hay una clave nueva y se cerraron todas las sesiones.',
    'key.confirmed': () => 'Se confirmó la clave con un contacto que la institución ya conocía.',
    'key.changed': () => 'Se cambió la clave.',
    'bank.attempt': () => 'Se mostraron sus preguntas personales y su figura para recuperar la clave.',
    'bank.failed': () => 'Una respuesta personal o la figura no fue correcta.',
    'bank.passed': () => 'Se respondieron bien las preguntas personales y la figura.',
    'bank.replaced': () => 'Se cambiaron las preguntas personales y la figura.',
    'proofing.let-through': () => 'Con un código enviado a un correo comprobado se siguió a las preguntas, en un momento en que antes se pedía ese código a todos.',
    'proofing.reopened': () => 'Se volvió a abrir el trámite de generar o recuperar la clave, con tres intentos.',
    'contact.change-asked': () => 'Se pidió cambiar un dato de contacto. Enviamos códigos al dato actual y al nuevo.',
    'contact.changed': () => 'Se cambió un dato de contacto. Avisamos también al anterior.',
    'contact.added': () => 'Se agregó otro dato de contacto.',
    'contact.removed': () => 'Se quitó un dato de contacto.',
    'contact.shared': () => 'Un dato de contacto suyo también lo usa otra persona.',
    'device.trusted': () => 'Se ingresó desde un navegador nuevo. Lo recordaremos.',
    'device.ended': () => 'Se dejó de recordar un navegador.',
    'data.exported': () => 'Se descargó una copia de sus datos.',
    'service.used': () => 'Se usó un servicio en línea.',
    'service.refused': () => 'Un servicio no se abrió, porque su clave todavía está a prueba o faltaba confirmar.',
    'certificate.issued': () => 'Se emitió un certificado.',
    'money.account-registered': () => 'Se registró una cuenta bancaria.',
    'rights.copied': () => 'La persona encargada de la protección de datos entregó una copia de sus datos.',
    'rights.corrected': () => 'La persona encargada de la protección de datos quitó un dato que no era correcto.',
    'rights.erased': () => 'La persona encargada de la protección de datos borró la clave y los datos que usted había dado.',
    'notice.texted': ({ withheld }) => (withheld === true ? 'No enviamos un aviso por mensaje de texto, porque ese día ya habían salido varios. El correo sí salió.' : 'Enviamos un aviso por mensaje de texto.'),
    'notice.undeliverable': ({ channel }) => (channel === 'text' ? 'No pudimos entregar un mensaje de texto.' : 'No pudimos entregar un correo.'),
  },
  en: {
    'proofing.deck-shown': () => 'Somebody who typed your number saw the questions for making the key.',
    'proofing.passed': () => 'Birth date and questions were answered right.',
    'proofing.failed': () => 'The birth date or some answer was not right.',
    'proofing.refused': () => 'Somebody who typed your number wanted to make the key and was not allowed to.',
    'link.issued': () => 'An email with a link and a code was sent.',
    'link.refused': ({ reason }) => (reason === 'wrong-code' ? 'A wrong code from an email was typed.' : 'A link or code from an email was tried that no longer worked.'),
    'link.consumed': ({ by }) => (by === 'code' ? 'The email address was confirmed with the code.' : 'The email address was confirmed with the link.'),
    'key.issued': () => 'The key was made.',
    'key.frozen': () => 'Somebody said “It was not me”: the key was frozen and the sessions closed.',
    'key.rehashed': () => 'We renewed the protection with which your key is stored. The key is the same.',
    'login.succeeded': () => 'The key was used to sign in.',
    'login.failed': ({ blocked }) => (blocked === true ? 'Somebody typed a wrong key, and the key was blocked.' : 'Somebody typed a wrong key.'),
    'login.refused': ({ reason }) => (reason === 'wait' ? 'Somebody wanted to sign in before the wait was over.' : 'Somebody wanted to sign in with the key blocked.'),
    'session.ended': ({ reason }) => {
      switch (reason) {
        case 'new-sign-in': return 'The earlier session was closed, because the same browser signed in again.'
        case 'from-list': return 'A session was closed from the list of sessions.'
        case 'all-others': return 'The other sessions were closed from the list of sessions.'
        case 'wrong-keys': return 'A session was closed, because a wrong key was typed in it several times.'
        default: return 'The session was closed.'
      }
    },
    'key.blocked': () => 'Five wrong tries blocked the key. We sent you an email to unblock it.',
    'key.unlocked': () => 'The key was unblocked.',
    'key.recovered': () => 'The key was recovered: there is a new key, and all sessions were closed.',
    'key.confirmed': () => 'The key was confirmed with a contact the institution knew before.',
    'key.changed': () => 'The key was changed.',
    'bank.attempt': () => 'Your personal questions and your figure were shown, to recover the key.',
    'bank.failed': () => 'A personal answer or the figure was not right.',
    'bank.passed': () => 'Personal questions and figure were answered right.',
    'bank.replaced': () => 'The personal questions and the figure were replaced.',
    'proofing.let-through': () => 'A code sent to a verified address led on to the questions, at a time when everybody was asked for that code first.',
    'proofing.reopened': () => 'Making or recovering the key was opened again, with three attempts.',
    'contact.change-asked': () => 'A change of contact was asked for. We sent codes to the current and to the new one.',
    'contact.changed': () => 'A contact was changed. We told the former one too.',
    'contact.added': () => 'Another contact was added.',
    'contact.removed': () => 'A contact was taken away.',
    'contact.shared': () => 'A contact of yours is used by another person too.',
    'device.trusted': () => 'A new browser signed in. We will remember it.',
    'device.ended': () => 'A browser is no longer remembered.',
    'data.exported': () => 'A copy of your data was downloaded.',
    'service.used': () => 'An online service was used.',
    'service.refused': () => 'A service did not open, because your key is still on probation or a confirmation was missing.',
    'certificate.issued': () => 'A certificate was issued.',
    'money.account-registered': () => 'A bank account was registered.',
    'rights.copied': () => 'The person in charge of data protection handed out a copy of your data.',
    'rights.corrected': () => 'The person in charge of data protection took away something that was not right.',
    'rights.erased': () => 'The person in charge of data protection erased the key and the data you had given.',
    'notice.texted': ({ withheld }) => (withheld === true ? 'We sent no notice as a text message, because several had gone out that day. The email did go out.' : 'We sent a notice as a text message.'),
    'notice.undeliverable': ({ channel }) => (channel === 'text' ? 'We could not deliver a text message.' : 'We could not deliver an email.'),
  },
}
