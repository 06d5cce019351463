/**
 * /comprobar: whoever holds a receipt number sees whether it is in a log that holds. The number travels in a post, so that it is in no address
 * or history; the post changes nothing, so its answer is the page itself.
 */
import type { FastifyInstance } from 'fastify'
import { checkReceipt, type ReceiptChecked } from '../../../app/check-receipt.ts'
import type { FoundReceipt } from '../../../app/own-ports.ts'
import { assertNever } from '../../../domain/types.ts'
import { button } from '../../components/button.ts'
import { errorSummary } from '../../components/error-summary.ts'
import { input } from '../../components/input.ts'
import { notificationBanner } from '../../components/notification-banner.ts'
import { html, type Content } from '../../html.ts'
import type { Language } from '../../language.ts'
import { momentIn } from '../../moments.ts'
import { activityWords } from '../../texts/activity-words.ts'
import { dayText } from '../../texts/calendar-words.ts'
import { checkReceiptWords } from '../../texts/check-receipt-words.ts'
import { handling } from '../../visit.ts'
import type { Answer, Visit, Web } from '../../web.ts'
import { mainMenu } from '../portal/menu.ts'
import { checkPath } from './path.ts'

export function checkReceiptRoutes(app: FastifyInstance, web: Web): void {
  app.get(checkPath, handling(web, (visit) => page(visit, {})))
  app.post(checkPath, handling(web, async (visit) => answerTo(visit, await checkReceipt(web.deps, visit.form.text('numero'), visit.origin))))
}

function answerTo(visit: Visit, checked: ReceiptChecked): Answer {
  const words = checkReceiptWords[visit.language]
  switch (checked.is) {
    case 'found':
      return page(visit, { outcome: checked.entry.whole ? found(visit, checked.entry) : notificationBanner(words.broken) })
    case 'unknown':
      return page(visit, { outcome: notificationBanner(words.unknown) })
    case 'malformed':
      return page(visit, { fault: words.field.malformed })
    case 'too-many':
      return page(visit, { fault: words.tooMany, status: 429 })
    default:
      return assertNever(checked)
  }
}

/** Nothing of the event's own facts: only what its type says of everybody. */
function found({ language, web }: Visit, { type, at }: FoundReceipt): Content {
  const { found: words } = checkReceiptWords[language]
  const day = dayText(momentIn(web.policy.timeZone, at).day, language)
  const body = html`<p class="govuk-notification-banner__heading">${sentenceOf(type, language)}</p><p class="govuk-body">${words.text(day)} ${words.holds}</p>`
  return notificationBanner({ title: words.title, body, success: true })
}

function sentenceOf(type: FoundReceipt['type'], language: Language): string {
  const say = activityWords[language][type] as ((facts: Readonly<Record<string, never>>) => string) | undefined
  return say?.({}) ?? type
}

interface View { readonly outcome?: Content; readonly fault?: string; readonly status?: number }

function page(visit: Visit, { outcome, fault, status }: View): Answer {
  const words = checkReceiptWords[visit.language]
  const body = html`${fault !== undefined && errorSummary({ title: words.errorTitle, errors: [{ text: fault, href: '#numero' }] })}${outcome}
<h1 class="govuk-heading-l">${words.title}</h1><p class="govuk-body-l">${words.lead}</p>
<form method="post" action="${checkPath}" novalidate>${visit.hidden}
${input({ name: 'numero', label: words.field.label, hint: words.field.hint, value: visit.form.text('numero'), error: fault, autocomplete: 'off', spellcheck: false, autocapitalize: 'none', width: 20 })}
${button({ text: words.submit })}</form>
<h2 class="govuk-heading-m">${words.about.title}</h2><ul class="govuk-list govuk-list--bullet">${words.about.items.map((each) => html`<li>${each}</li>`)}</ul>`
  const document = visit.page({ title: words.title, error: fault !== undefined, body, path: checkPath, navigation: mainMenu(visit.language, checkPath) })
  const headers = status === 429 ? { headers: { 'retry-after': '10' } } : {}
  return { document, status: status ?? (fault === undefined ? 200 : 422), ...headers }
}
