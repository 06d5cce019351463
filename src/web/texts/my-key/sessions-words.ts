/** The words of "Mis sesiones y dispositivos". */
import type { Language } from '../../language.ts'

export interface SessionsWords {
  readonly title: string
  readonly lead: string
  readonly thisOne: string
  readonly other: string
  readonly began: string
  readonly seen: string
  readonly place: string
  readonly unknownPlace: string
  readonly end: string
  /** For who hears the button alone. */
  endWhich(began: string): string
  readonly others: { readonly title: string; readonly text: string; readonly submit: string; readonly none: string }
  readonly notices: { readonly ended: string; readonly gone: string; readonly allEnded: string }
  readonly notYou: { readonly text: string; readonly link: string }
}

export const sessionsWords: Readonly<Record<Language, SessionsWords>> = {
  es: {
    title: 'Mis sesiones y dispositivos',
    lead: 'Los lugares donde su clave está abierta en este momento. Una sesión se cierra sola después de un rato sin uso.',
    thisOne: 'Esta sesión, en este navegador',
    other: 'Otra sesión',
    began: 'Ingreso', seen: 'Última actividad', place: 'Desde dónde', unknownPlace: 'No lo sabemos',
    end: 'Cerrar', endWhich: (began) => `la sesión que empezó el ${began}`,
    others: { title: 'Cerrar las demás', text: 'Cierra todas las sesiones menos esta. Es inmediato.', submit: 'Cerrar las demás sesiones', none: 'No hay otras sesiones abiertas.' },
    notices: { ended: 'La sesión quedó cerrada.', gone: 'Esa sesión ya estaba cerrada.', allEnded: 'Las demás sesiones quedaron cerradas.' },
    notYou: { text: '¿Hay una sesión que no es suya? Ciérrela y después', link: 'cambie su clave' },
  },
  en: {
    title: 'My sessions and devices',
    lead: 'The places where your key is open right now. A session closes by itself after a while without use.',
    thisOne: 'This session, in this browser',
    other: 'Another session',
    began: 'Sign-in', seen: 'Last activity', place: 'From where', unknownPlace: 'We do not know',
    end: 'Close', endWhich: (began) => `the session that began on ${began}`,
    others: { title: 'Close the others', text: 'Closes all sessions but this one, at once.', submit: 'Close the other sessions', none: 'There are no other open sessions.' },
    notices: { ended: 'The session was closed.', gone: 'That session had been closed already.', allEnded: 'The other sessions were closed.' },
    notYou: { text: 'Is there a session that is not yours? Close it and then', link: 'change your key' },
  },
}
