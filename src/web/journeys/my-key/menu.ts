/** The menu of the signed-in pages. */
import type { NavigationItem } from '../../components/service-navigation.ts'
import type { Language } from '../../language.ts'
import { ownPaths } from '../../own-paths.ts'
import { ownPagesWords, type OwnPageName } from '../../texts/my-key/own-pages-words.ts'

export { ownPaths }

/** `path` is the page it stands on. */
export function ownMenu(language: Language, path: string): readonly NavigationItem[] {
  const { menu } = ownPagesWords[language]
  const within = (name: OwnPageName): boolean => name !== 'home' && path.startsWith(`${ownPaths[name]}/`)
  return (Object.keys(ownPaths) as OwnPageName[]).map((name) => ({ text: menu[name], href: ownPaths[name], current: path === ownPaths[name], active: within(name) }))
}
