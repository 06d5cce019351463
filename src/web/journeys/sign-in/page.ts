/** The sign-in page: number and key, and one answer for everything that is not right (LOGIN-3, LOGIN-4). */
import type { IdentifierProblem } from '../../../domain/identifier.ts'
import { button } from '../../components/button.ts'
import { singleCheckbox } from '../../components/checkboxes.ts'
import { details } from '../../components/details.ts'
import { errorSummary, type ErrorSummaryItem } from '../../components/error-summary.ts'
import { input } from '../../components/input.ts'
import { notificationBanner } from '../../components/notification-banner.ts'
import { passwordInput } from '../../components/password-input.ts'
import { html, type Content, type Html } from '../../html.ts'
import { noticeAsked } from '../../notice.ts'
import { sessionNotice, signInPath } from '../../session-gate.ts'
import { identifierWords } from '../../texts/identifier-words.ts'
import { layoutWords } from '../../texts/layout-words.ts'
import { signInWords, type SignInWords } from '../../texts/sign-in-words.ts'
import { knownName, wayBackField } from '../../way-back.ts'
import type { Answer, Visit } from '../../web.ts'
import { unlockPath } from '../unlock/frame.ts'

export type Fault =
  | { readonly is: 'format'; readonly number: IdentifierProblem | null; readonly emptyKey: boolean }
  | { readonly is: 'wrong' }
  | { readonly is: 'wait'; readonly seconds: number }

/** `number` is shown again as it was typed; the key never is. */
export function signInPage(visit: Visit, number = '', fault: Fault | null = null): Answer {
  const words = signInWords[visit.language]
  const numberFault = fault?.is === 'format' && fault.number ? identifierWords[visit.language][fault.number] : undefined
  const keyFault = fault?.is === 'format' && fault.emptyKey ? words.emptyKey : undefined
  const asked = fault === null && noticeAsked(visit) === sessionNotice
  const body = html`${fault && errorSummary({ title: words.errorTitle, errors: faultLines(words, fault, numberFault, keyFault) })}
${asked && notificationBanner({ title: words.session.title, text: words.session.text })}
<h1 class="govuk-heading-l">${words.title}</h1>
${form(visit, words, number, numberFault, keyFault)}
<p class="govuk-body">${words.noKey} <a class="govuk-link" href="/clave">${words.makeKey}</a></p>
<p class="govuk-body">${words.blocked} <a class="govuk-link" href="${unlockPath}">${words.unblock}</a></p>${cannot(visit, words)}`
  const back = wayBackAsked(visit)
  const path = back === null ? signInPath : `${signInPath}?${wayBackField}=${back}` // kept by the switch of language
  const document = visit.page({ title: words.title, error: fault !== null, body, path, scripts: ['password.js', 'submit-once.js'] })
  if (fault?.is === 'wait') return { document, status: 429, headers: { 'retry-after': String(fault.seconds) } }
  return { document, status: fault ? 422 : 200 }
}

/** The page that was asked for before the sign-in, from the address or from the form that came back; null: the home. */
export function wayBackAsked({ request, form }: Visit): string | null {
  return knownName(form.text(wayBackField)) ?? knownName((request.query as Readonly<Record<string, unknown>>)[wayBackField])
}

function form(visit: Visit, words: SignInWords, number: string, numberFault: string | undefined, keyFault: string | undefined): Html {
  const back = wayBackAsked(visit)
  return html`<form method="post" action="${signInPath}" novalidate>${visit.hidden}${back !== null && html`<input type="hidden" name="${wayBackField}" value="${back}">`}
${input({ name: 'cedula', label: words.number, hint: words.numberHint, value: number, error: numberFault, autocomplete: 'username', spellcheck: false, autocapitalize: 'characters', width: 20 })}
${passwordInput({ name: 'clave', label: words.key, error: keyFault, autocomplete: 'current-password', words: layoutWords[visit.language].password })}
${singleCheckbox({ name: 'compartido', hint: words.shared.hint, items: [{ value: 'si', text: words.shared.label }], values: visit.form.text('compartido') === '' ? [] : ['si'] })}
${button({ text: words.button, preventDoubleClick: true })}</form>`
}

function faultLines(words: SignInWords, fault: Fault, numberFault: string | undefined, keyFault: string | undefined): readonly ErrorSummaryItem[] {
  if (fault.is === 'wrong') return [{ text: words.wrong, href: '#cedula' }]
  if (fault.is === 'wait') return [{ text: words.wait(fault.seconds), href: '#clave' }]
  return [
    ...(numberFault === undefined ? [] : [{ text: numberFault, href: '#cedula' }]),
    ...(keyFault === undefined ? [] : [{ text: keyFault, href: '#clave' }]),
  ]
}

function cannot({ web }: Visit, { cannot: words }: SignInWords): Content {
  const body = html`${words.body(web.policy.login).map((line) => html`<p class="govuk-body">${line}</p>`)}<p class="govuk-body"><a class="govuk-link" href="/ayuda">${words.help}</a></p>`
  return details({ summary: words.summary, body })
}
