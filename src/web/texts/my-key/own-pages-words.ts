/** Words that all signed-in pages have: the menu, and the question for the key. */
import type { Language } from '../../language.ts'

export type OwnPageName = 'home' | 'services' | 'activity' | 'change'

export interface OwnPagesWords {
  readonly menu: Readonly<Record<OwnPageName, string>>
  readonly errorTitle: string
  readonly currentKey: { readonly label: string; readonly empty: string; wrong(left: number): string }
}

export const ownPagesWords: Readonly<Record<Language, OwnPagesWords>> = {
  es: {
    menu: { home: 'Mi clave', services: 'Servicios', activity: 'Actividad', change: 'Cambiar clave' },
    errorTitle: 'Revise lo siguiente',
    currentKey: {
      label: 'Su clave actual',
      empty: 'Escriba su clave actual',
      wrong: (left) => (left === 1
        ? 'La clave actual no es correcta. Le queda 1 intento; si tampoco es correcta, cerraremos esta sesión.'
        : `La clave actual no es correcta. Le quedan ${left} intentos antes de que cerremos esta sesión.`),
    },
  },
  en: {
    menu: { home: 'My key', services: 'Services', activity: 'Activity', change: 'Change key' },
    errorTitle: 'Check the following',
    currentKey: {
      label: 'Your current key',
      empty: 'Write your current key',
      wrong: (left) => (left === 1
        ? 'The current key is not right. You have 1 try left; if that is not right either, we will close this session.'
        : `The current key is not right. You have ${left} tries left before we close this session.`),
    },
  },
}
