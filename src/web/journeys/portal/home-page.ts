/** The first page: what do I want to do, in one glance. */
import { notificationBanner } from '../../components/notification-banner.ts'
import { tag } from '../../components/tag.ts'
import { classes, html, type Content, type Html } from '../../html.ts'
import { noticeAsked } from '../../notice.ts'
import { portalWords, type Service } from '../../texts/portal-words.ts'
import type { Answer, Visit } from '../../web.ts'
import { mainMenu } from './menu.ts'

/** `?aviso=salio`: the person has just signed out. */
export const signedOutNotice = 'salio'

export function homePage(visit: Visit): Answer {
  const { home } = portalWords[visit.language]
  const { ready, notMe, signedOut } = home
  const body = html`${noticeAsked(visit) === signedOutNotice && notificationBanner({ title: signedOut.title, text: signedOut.text, success: true })}
<h1 class="govuk-heading-l">${home.heading}</h1><p class="govuk-body-l">${home.lead}</p>
${cards(home.cards)}
<h2 class="govuk-heading-m">${ready.title}</h2>
<ul class="govuk-list govuk-list--bullet">${ready.items.map((item) => html`<li>${item}</li>`)}</ul><p class="govuk-body">${ready.note}</p>
<h2 class="govuk-heading-m">${notMe.title}</h2>
<p class="govuk-body">${notMe.text} <a class="govuk-link" href="/ayuda#no-fui-yo">${notMe.link}</a></p>`
  return { document: visit.page({ title: home.title, body, navigation: mainMenu(visit.language, '/'), path: '/' }) }
}

/** Things one can go to, each a name and a sentence; the whole card can be pressed. `note` stands in the place of the link when there is none. */
export function cards(services: readonly Service[], note?: Content): Html {
  return html`<ul class="${classes('clave-cards', note !== undefined && 'clave-cards--wide')}">${services.map((service) => card(service, note))}</ul>`
}

function card({ name, about, href, kind }: Service, note: Content): Html {
  if (href === undefined) return html`<li class="clave-card clave-card--soon"><p class="govuk-body"><strong>${name}</strong> ${note}</p><p class="govuk-hint">${about}</p></li>`
  return html`<li class="clave-card"><p class="govuk-body"><a class="govuk-link clave-card__link" href="${href}">${name}</a>${kind !== undefined && html` ${tag({ text: kind, colour: 'grey' })}`}</p><p class="govuk-hint">${about}</p></li>`
}
