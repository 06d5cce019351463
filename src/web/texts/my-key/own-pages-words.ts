/** Words that all signed-in pages have: the menu, and the question for the key. */
import type { Language } from '../../language.ts'

export type OwnPageName = 'home' | 'services' | 'activity' | 'change' | 'sessions' | 'contacts' | 'questions' | 'data'

export interface OwnPagesWords {
  readonly menu: Readonly<Record<OwnPageName, string>>
  readonly errorTitle: string
  /** The page that asks for the key before something that matters. */
  readonly confirm: { readonly title: string; text(minutes: number): string; readonly submit: string; readonly given: string }
  readonly currentKey: { readonly label: string; readonly empty: string; wrong(left: number): string }
}

export const ownPagesWords: Readonly<Record<Language, OwnPagesWords>> = {
  es: {
    menu: { home: 'Mi clave', services: 'Servicios', activity: 'Actividad', change: 'Cambiar clave', sessions: 'Sesiones', contacts: 'Contactos', questions: 'Preguntas y figura', data: 'Mis datos' },
    errorTitle: 'Revise lo siguiente',
    confirm: {
      title: 'Escriba su clave otra vez',
      text: (minutes) => `Para cuidar sus datos le pedimos la clave antes de este paso, si pasaron más de ${minutes} minutos desde que la escribió.`,
      submit: 'Continuar', given: 'Gracias. Ya puede continuar.',
    },
    currentKey: {
      label: 'Su clave actual',
      empty: 'Escriba su clave actual',
      wrong: (left) => (left === 1
        ? 'La clave actual no es correcta. Le queda 1 intento; si tampoco es correcta, cerraremos esta sesión.'
        : `La clave actual no es correcta. Le quedan ${left} intentos antes de que cerremos esta sesión.`),
    },
  },
  en: {
    menu: { home: 'My key', services: 'Services', activity: 'Activity', change: 'Change key', sessions: 'Sessions', contacts: 'Contact details', questions: 'Questions and figure', data: 'My data' },
    errorTitle: 'Check the following',
    confirm: {
      title: 'Write your key again',
      text: (minutes) => `To take care of your data we ask for the key before this step, if more than ${minutes} minutes have passed since you wrote it.`,
      submit: 'Continue', given: 'Thank you. You can go on now.',
    },
    currentKey: {
      label: 'Your current key',
      empty: 'Write your current key',
      wrong: (left) => (left === 1
        ? 'The current key is not right. You have 1 try left; if that is not right either, we will close this session.'
        : `The current key is not right. You have ${left} tries left before we close this session.`),
    },
  },
}
