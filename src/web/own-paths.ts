/** The addresses of the pages that are shown to who has signed in. */
import type { OwnPageName } from './texts/my-key/own-pages-words.ts'

export const homePath = '/mi-clave'
export const servicesPath = '/servicios'

export const ownPaths: Readonly<Record<OwnPageName, string>> = {
  home: homePath,
  services: servicesPath,
  activity: `${homePath}/actividad`,
  change: `${homePath}/cambiar`,
  sessions: `${homePath}/sesiones`,
  contacts: `${homePath}/contactos`,
  questions: `${homePath}/preguntas`,
  data: `${homePath}/mis-datos`,
}
