/** The main menu: three parts of the site, each opening to its pages. */
import type { NavigationItem } from '../../components/service-navigation.ts'
import type { Language } from '../../language.ts'
import { portalWords, type Audience } from '../../texts/portal-words.ts'

export const audiences: readonly Audience[] = ['afiliados', 'pensionistas', 'empleadores']

export const servicesPath = (audience: Audience): string => `/${audience}/servicios-en-linea`

/** `path` is the page it stands on. */
export function mainMenu(language: Language, path: string): readonly NavigationItem[] {
  const words = portalWords[language]
  return audiences.map((audience) => {
    const href = servicesPath(audience)
    const shortcuts = words.home.cards.slice(0, 2).map(({ name, href }) => ({ text: name, href }))
    return { text: words.audiences[audience].name, active: path === href, pages: [{ text: words.services, href, current: path === href }, ...shortcuts] }
  })
}
