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
  readonly devices: { readonly title: string; readonly text: string; readonly unknown: string; readonly first: string; readonly last: string; readonly forget: string }
  readonly notices: { readonly forgotten: string; readonly ended: string; readonly gone: string; readonly allEnded: string }
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
    devices: {
      title: 'Navegadores que recordamos', text: 'Usted ya ingresó en ellos: aunque otras personas prueben claves con su número, ahí usted puede ingresar.',
      unknown: 'Un navegador', first: 'Primer ingreso', last: 'Último ingreso', forget: 'Dejar de recordar',
    },
    notices: { forgotten: 'Dejamos de recordar ese navegador y cerramos lo que estaba abierto en él.', ended: 'La sesión quedó cerrada.', gone: 'Esa sesión ya estaba cerrada.', allEnded: 'Las demás sesiones quedaron cerradas.' },
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
    devices: {
      title: 'Browsers we remember', text: 'You have signed in there before: even if others try keys with your number, you can sign in there.',
      unknown: 'A browser', first: 'First sign-in', last: 'Last sign-in', forget: 'Forget',
    },
    notices: { forgotten: 'We no longer remember that browser and closed what was open in it.', ended: 'The session was closed.', gone: 'That session had been closed already.', allEnded: 'The other sessions were closed.' },
    notYou: { text: 'Is there a session that is not yours? Close it and then', link: 'change your key' },
  },
}
