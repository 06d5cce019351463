/** The menu of the signed-in pages, and their addresses. */
import type { NavigationItem } from '../../components/service-navigation.ts'
import type { Language } from '../../language.ts'
import { homePath, servicesPath } from '../../session-gate.ts'
import { ownPagesWords, type OwnPageName } from '../../texts/my-key/own-pages-words.ts'

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

/** `path` is the page it stands on. */
export function ownMenu(language: Language, path: string): readonly NavigationItem[] {
  const { menu } = ownPagesWords[language]
  return (Object.keys(ownPaths) as OwnPageName[]).map((name) => ({ text: menu[name], href: ownPaths[name], current: path === ownPaths[name] }))
}
