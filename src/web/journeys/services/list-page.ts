/** /servicios: every service on our own pages by group, with its class, and from when on it opens for this person. */
import { outlookOf } from '../../../app/use-service.ts'
import type { Access } from '../../../domain/service-access.ts'
import { serviceNames, serviceOf, type ServiceName } from '../../../domain/services.ts'
import { tag } from '../../components/tag.ts'
import { html, type Html } from '../../html.ts'
import { dayText } from '../../texts/calendar-words.ts'
import { servicesPath } from '../../session-gate.ts'
import { serviceWords } from '../../texts/services/service-words.ts'
import type { Answer } from '../../web.ts'
import { ownPage, type OwnVisit } from '../my-key/own-page.ts'
import { openingMoment } from './service-gate.ts'

export async function showServices(visit: OwnVisit): Promise<Answer> {
  const words = serviceWords[visit.language]
  const outlook = await outlookOf(visit.web.deps, visit.own, serviceNames)
  const groups = [...new Set(serviceNames.map((name) => serviceOf(name).group))]
  const body = html`<p class="govuk-body-l">${words.lead}</p>${groups.map((group) => html`<h2 class="govuk-heading-m">${words.groups[group]}</h2>
<ul class="clave-cards clave-cards--wide">${serviceNames.filter((name) => serviceOf(name).group === group).map((name) => card(visit, name, outlook.get(name)))}</ul>`)}`
  return ownPage(visit, { path: servicesPath, title: words.title, body, scripts: [] })
}

function card({ language, web }: OwnVisit, name: ServiceName, access: Access | undefined): Html {
  const words = serviceWords[language]
  const service = serviceOf(name)
  const moment = access?.is === 'wait' && openingMoment(access.until, web.policy.timeZone)
  return html`<li class="clave-card"><p class="govuk-body"><a class="govuk-link clave-card__link" href="${service.path}">${words.names[name].name}</a> ${tag({ text: words.classes[service.class], colour: 'grey' })}</p>
<p class="govuk-hint">${words.names[name].about}${moment && html` <strong>${words.opens(dayText(moment.day, language), moment.time)}</strong>`}</p></li>`
}
