/** /demo/correo: the mails and texts that arrived. Only the text part is shown, with its addresses as links: a mail's markup has no place in our page. */
import { button } from '../web/components/button.ts'
import { summaryList } from '../web/components/summary-list.ts'
import { faultPage } from '../web/faults.ts'
import { html, type Content, type Html } from '../web/html.ts'
import { momentIn } from '../web/moments.ts'
import { dayText } from '../web/texts/calendar-words.ts'
import { demoWords } from '../web/texts/demo-words.ts'
import type { Answer, Visit } from '../web/web.ts'
import type { DemoInbox, DemoMail } from './inbox.ts'
import type { DemoText, DemoTextBox } from './text-box.ts'

export const mailPath = '/demo/correo'

export function mailListPage(visit: Visit, inbox: Pick<DemoInbox, 'list'>, box: Pick<DemoTextBox, 'list'>): Answer {
  const { mail: words } = demoWords[visit.language]
  const mails = inbox.list()
  const items = mails.map((mail) => html`<li class="clave-card"><p class="govuk-body"><a class="govuk-link clave-card__link" href="${mailPath}/${mail.id}">${mail.subject}</a></p>
<p class="govuk-hint">${words.to} ${mail.to.join(', ')} · ${arrived(visit, mail)}</p></li>`)
  const list = mails.length === 0 ? html`<p class="govuk-body">${words.none}</p>` : html`<ol class="clave-cards clave-cards--wide">${items}</ol>`
  const body = html`<h1 class="govuk-heading-l">${words.title}</h1><p class="govuk-body-l">${words.lead}</p>${list}${textList(visit, box.list())}${button({ text: words.refresh, href: mailPath, kind: 'secondary' })}`
  return { document: visit.page({ title: words.title, body }) }
}

export function mailPage(visit: Visit, inbox: Pick<DemoInbox, 'get'>, id: string): Answer {
  const mail = inbox.get(id)
  if (!mail) return faultPage(visit, 'not-found')
  const { mail: words } = demoWords[visit.language]
  const rows = [{ key: words.to, value: mail.to.join(', ') }, { key: words.arrived, value: arrived(visit, mail) }]
  const body = html`<h1 class="govuk-heading-l">${mail.subject}</h1>${summaryList({ rows })}<section class="clave-card clave-paper">${paragraphs(mail.text)}</section>`
  return { document: visit.page({ title: mail.subject, body, back: mailPath }) }
}

/** A text is short: it stands in the list as a whole. */
function textList(visit: Visit, texts: readonly DemoText[]): Html {
  const { texts: words, mail } = demoWords[visit.language]
  const items = texts.map((each) => html`<li class="clave-card"><p class="govuk-body">${linked(each.text)}</p>
<p class="govuk-hint">${mail.to} ${each.to} · ${arrived(visit, each)}</p></li>`)
  const list = texts.length === 0 ? html`<p class="govuk-body">${words.none}</p>` : html`<ol class="clave-cards clave-cards--wide">${items}</ol>`
  return html`<h2 class="govuk-heading-m">${words.title}</h2><p class="govuk-body">${words.lead}</p>${list}`
}

function arrived({ web, language }: Visit, { receivedAt }: DemoMail | DemoText): string {
  const { day, time } = momentIn(web.policy.timeZone, receivedAt)
  return `${dayText(day, language)}, ${time}`
}

export function paragraphs(text: string): readonly Html[] {
  return text.trim().split(/\n\s*\n/).map((block) => html`<p class="govuk-body">${block.split('\n').map((line, i) => html`${i > 0 && html`<br>`}${linked(line)}`)}</p>`)
}

/** Only http and https addresses become links; whatever else stands in a mail stays text. */
function linked(line: string): readonly Content[] {
  return line.split(/(https?:\/\/[^\s<>"']+)/).map((part, i) => (i % 2 === 1 ? html`<a class="govuk-link" href="${part}">${part}</a>` : part))
}
