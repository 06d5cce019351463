/** «No fui yo»: what will happen, the one question that a scanner cannot answer, and what happened. */
import type { LinkState } from '../../../domain/link.ts'
import { assertNever } from '../../../domain/types.ts'
import { button } from '../../components/button.ts'
import { errorSummary } from '../../components/error-summary.ts'
import { input } from '../../components/input.ts'
import { panel } from '../../components/panel.ts'
import { html, type Html } from '../../html.ts'
import { notMeWords, type NotGood, type NotMeWords } from '../../texts/not-me-words.ts'
import type { Answer, Visit } from '../../web.ts'

export const notMePath = '/no-fui-yo'

/** The page for a link in this state; null when there is no such link. */
export function pageFor(visit: Visit, state: LinkState | null): Answer {
  if (state === null) return notGoodPage(visit, 'unknown')
  switch (state.is) {
    case 'good':
      return askPage(visit)
    case 'used':
      return frozenPage(visit)
    case 'superseded': // the notices of one event stand side by side, none replaces another
      return notGoodPage(visit, 'unknown')
    case 'undeliverable':
      return notGoodPage(visit, 'on-its-way')
    case 'on-its-way':
    case 'expired':
    case 'tries-used-up':
      return notGoodPage(visit, state.is)
    default:
      return assertNever(state)
  }
}

export function askPage(visit: Visit, number = '', error?: string): Answer {
  const words = notMeWords[visit.language]
  const body = html`${error !== undefined && errorSummary({ title: words.errorTitle, errors: [{ text: error, href: '#cedula' }] })}
<h1 class="govuk-heading-l">${words.title}</h1><p class="govuk-body-l">${words.lead}</p>
<h2 class="govuk-heading-m">${words.will.title}</h2><ul class="govuk-list govuk-list--bullet">${words.will.items.map((item) => html`<li>${item}</li>`)}</ul>
${form(visit, words, number, error)}<p class="govuk-body">${words.wasMe}</p>`
  const document = visit.page({ title: words.title, error: error !== undefined, body, path: notMePath, scripts: ['submit-once.js'] })
  return { document, status: error === undefined ? 200 : 422 }
}

function form(visit: Visit, words: NotMeWords, number: string, error: string | undefined): Html {
  return html`<form method="post" action="${notMePath}" novalidate>${visit.hidden}
${input({ name: 'cedula', label: words.number, hint: words.numberHint, value: number, error, autocomplete: 'username', spellcheck: false, autocapitalize: 'characters', width: 20 })}
${button({ text: words.button, kind: 'warning', preventDoubleClick: true })}</form>`
}

function frozenPage(visit: Visit): Answer {
  const { frozen } = notMeWords[visit.language]
  const body = html`${panel({ title: frozen.title, body: frozen.text })}<h2 class="govuk-heading-m">${frozen.nextTitle}</h2>
<ul class="govuk-list govuk-list--bullet">${frozen.next.map((line) => html`<li>${line}</li>`)}</ul><p class="govuk-body">${frozen.mistake}</p>
<p class="govuk-body"><a class="govuk-link" href="/">${frozen.action}</a></p>`
  return { document: visit.page({ title: frozen.title, body, path: notMePath }) }
}

function notGoodPage(visit: Visit, why: NotGood): Answer {
  const words = notMeWords[visit.language]
  const { title, body: lines } = words.notGood[why]
  const again = why === 'on-its-way' && button({ text: words.again, href: notMePath })
  const body = html`<h1 class="govuk-heading-l">${title}</h1>${lines.map((line) => html`<p class="govuk-body">${line}</p>`)}${again}
<p class="govuk-body"><a class="govuk-link" href="/ayuda#no-fui-yo">${words.help}</a></p>`
  return { document: visit.page({ title, body, path: notMePath }) }
}
