/** /demo/oficial: what an operator does with `clave officer link`, by a button. */
import { button } from '../web/components/button.ts'
import { insetText } from '../web/components/inset-text.ts'
import { html } from '../web/html.ts'
import { demoWords } from '../web/texts/demo-words.ts'
import type { Answer, Visit } from '../web/web.ts'

export const officerPath = '/demo/oficial'

/** `address`: of the link just made. */
function page(visit: Visit, address: string | null): Answer {
  const { officer: words } = demoWords[visit.language]
  const made = address !== null && insetText({ text: html`${words.made} <a class="govuk-link" href="${address}">${address}</a>` })
  const body = html`<h1 class="govuk-heading-l">${words.title}</h1>${made}<p class="govuk-body-l">${words.lead}</p><p class="govuk-body">${words.text}</p>
<form method="post" action="${officerPath}" novalidate>${visit.hidden}${button({ text: words.make, kind: address === null ? undefined : 'secondary', preventDoubleClick: true })}</form>`
  return { document: visit.page({ title: words.title, body, path: officerPath, scripts: ['submit-once.js'] }) }
}

export const showOfficerLink = (visit: Visit): Answer => page(visit, null)

/** The address is in no log and no history: it is shown once, in the answer. */
export async function makeOfficerLink(visit: Visit): Promise<Answer> {
  const { deps, baseUrl } = visit.web
  const token = deps.secrets.token()
  await deps.store.officers.makeLink(deps.secrets.tokenHash(token), 'DEMO')
  return page(visit, `${baseUrl}/seguridad/entrar/${token}`)
}
