/** Services as cards, wherever the portal lists some. */
import { tag } from '../../components/tag.ts'
import { classes, html, type Content, type Html } from '../../html.ts'
import type { Service } from '../../texts/portal-words.ts'

/** Things one can go to, each a name and a sentence; the whole card can be pressed. `note` stands in the place of the link when there is none. */
export function cards(services: readonly Service[], note?: Content): Html {
  return html`<ul class="${classes('clave-cards', note !== undefined && 'clave-cards--wide')}">${services.map((service) => card(service, note))}</ul>`
}

function card({ name, about, href, kind }: Service, note: Content): Html {
  if (href === undefined) return html`<li class="clave-card clave-card--soon"><p class="govuk-body"><strong>${name}</strong> ${note}</p><p class="govuk-hint">${about}</p></li>`
  return html`<li class="clave-card"><p class="govuk-body"><a class="govuk-link clave-card__link" href="${href}">${name}</a>${kind !== undefined && html` ${tag({ text: kind, colour: 'grey' })}`}</p><p class="govuk-hint">${about}</p></li>`
}
