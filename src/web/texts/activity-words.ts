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
    'session.ended': ({ reason }) => (reason === 'new-sign-in' ? 'Se cerró la sesión anterior, porque se volvió a ingresar en el mismo navegador.' : 'Se cerró la sesión.'),
    'notice.undeliverable': () => 'No pudimos entregar un correo.',
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
    'session.ended': ({ reason }) => (reason === 'new-sign-in' ? 'The earlier session was closed, because the same browser signed in again.' : 'The session was closed.'),
    'notice.undeliverable': () => 'We could not deliver an email.',
  },
}
