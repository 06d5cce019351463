/**
 * The one gate of every service: session, then class (PROOF-10), by the catalogue in src/domain/services.ts. What does not open says why,
 * when it will, and how it opens earlier.
 */
import { canConfirm } from '../../../app/confirm-key.ts'
import { openService } from '../../../app/use-service.ts'
import type { Access } from '../../../domain/service-access.ts'
import { serviceOf, type ServiceName } from '../../../domain/services.ts'
import { button } from '../../components/button.ts'
import { insetText } from '../../components/inset-text.ts'
import { html } from '../../html.ts'
import { momentIn } from '../../moments.ts'
import { dayText } from '../../texts/calendar-words.ts'
import { serviceWords } from '../../texts/services/service-words.ts'
import { servicesPath } from '../../session-gate.ts'
import type { handling } from '../../visit.ts'
import type { Answer, Web } from '../../web.ts'
import { confirmKeyLink } from '../my-key/confirm-key.ts'
import { owned, ownPage, paragraphs, type OwnVisit } from '../my-key/own-page.ts'

export type Refused = Exclude<Access, { readonly is: 'allowed' }>

/** A handler behind the gate: reached only by who is signed in with a key that the class of the service takes. */
export function serving(web: Web, service: ServiceName, handler: (visit: OwnVisit) => Answer | Promise<Answer>): ReturnType<typeof handling> {
  return owned(web, async (visit) => {
    const access = await openService(web.deps, visit.own, service)
    return access.is === 'allowed' ? handler(visit) : refusedPage(visit, service, access)
  })
}

/** 403: who asks is known, and may not yet. */
export async function refusedPage(visit: OwnVisit, service: ServiceName, access: Refused): Promise<Answer> {
  const words = serviceWords[visit.language]
  const { refused } = words
  const confirmable = access.why === 'new-key' && (await canConfirm(visit.web.deps, visit.own))
  const title = refused.title(words.names[service].name)
  const body = html`${paragraphs(...refused.why[access.why])}${access.is === 'wait' && insetText({ text: opens(visit, access.until) })}
<h2 class="govuk-heading-m">${refused.earlierTitle}</h2>${confirmable && confirmKeyLink(visit.language)}${paragraphs(...refused.earlier)}
<p class="govuk-body">${refused.notYou.text} <a class="govuk-link" href="/ayuda#no-fui-yo">${refused.notYou.link}</a></p>
${button({ text: refused.back, href: servicesPath })}`
  return ownPage(visit, { path: serviceOf(service).path, title, body, status: 403, scripts: [] })
}

function opens({ language, web }: OwnVisit, until: number): string {
  const { day, time } = openingMoment(until, web.policy.timeZone)
  return serviceWords[language].refused.opens(dayText(day, language), time)
}

/** The minute after which nothing waits any more: rounded up, so that who comes as told is not early. */
export function openingMoment(until: number, timeZone: string): { readonly day: string; readonly time: string } {
  const minute = 60_000
  return momentIn(timeZone, Math.ceil(until / minute) * minute)
}
