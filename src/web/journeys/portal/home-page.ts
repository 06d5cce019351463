/** The first page: what do I want to do, in one glance. */
import { notificationBanner } from '../../components/notification-banner.ts'
import { html } from '../../html.ts'
import { noticeAsked } from '../../notice.ts'
import { portalWords } from '../../texts/portal-words.ts'
import type { Answer, Visit } from '../../web.ts'
import { cards } from './cards.ts'
import { mainMenu } from './menu.ts'
import { searchForm } from './search-page.ts'

/** `?aviso=salio`: the person has just signed out. */
export const signedOutNotice = 'salio'

export function homePage(visit: Visit): Answer {
  const { home } = portalWords[visit.language]
  const { ready, notMe, signedOut } = home
  const body = html`${noticeAsked(visit) === signedOutNotice && notificationBanner({ title: signedOut.title, text: signedOut.text, success: true })}
<h1 class="govuk-heading-l">${home.heading}</h1><p class="govuk-body-l">${home.lead}</p>
${cards(home.cards)}
${searchForm(visit.language)}
<h2 class="govuk-heading-m">${ready.title}</h2>
<ul class="govuk-list govuk-list--bullet">${ready.items.map((item) => html`<li>${item}</li>`)}</ul><p class="govuk-body">${ready.note}</p>
<h2 class="govuk-heading-m">${notMe.title}</h2>
<p class="govuk-body">${notMe.text} <a class="govuk-link" href="/ayuda#no-fui-yo">${notMe.link}</a></p>`
  return { document: visit.page({ title: home.title, body, navigation: mainMenu(visit.language, '/'), path: '/' }) }
}
