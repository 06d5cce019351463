/** "Servicios en línea": what one can do here, by group; what is not there yet is said. */
import { tag } from '../../components/tag.ts'
import { html } from '../../html.ts'
import { portalWords, type Audience } from '../../texts/portal-words.ts'
import type { Answer, Visit } from '../../web.ts'
import { cards } from './cards.ts'
import { mainMenu, servicesPath } from './menu.ts'
import { searchForm } from './search-page.ts'

export function servicesPage(visit: Visit, audience: Audience): Answer {
  const words = portalWords[visit.language]
  const { name, lead, groups } = words.audiences[audience]
  const soon = tag({ text: words.soon, colour: 'grey' })
  const body = html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">${name}</span> ${words.services}</h1><p class="govuk-body-l">${lead}</p>${searchForm(visit.language)}
${groups.map((group) => html`<h2 class="govuk-heading-m">${group.title}</h2>${cards(group.services, soon)}`)}`
  return { document: visit.page({ title: `${words.services}: ${name}`, body, navigation: mainMenu(visit.language, servicesPath(audience)) }) }
}
