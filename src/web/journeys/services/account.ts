/** /servicios/cuenta-bancaria (class money): the registered account, masked, and another in its place once the key was typed again. */
import { bankAccountOf, registerBankAccount, type AccountRegistered } from '../../../app/bank-account.ts'
import { keyIsFresh } from '../../../app/own-session.ts'
import { accountKinds, bankCodes, banks, digitsOf, isAccountKind, isBankCode, maskedNumber, readAccountNumber, type BankAccount } from '../../../domain/bank-account.ts'
import { serviceCatalogue } from '../../../domain/services.ts'
import { assertNever } from '../../../domain/types.ts'
import { receiptNumber } from '../../activity.ts'
import { button } from '../../components/button.ts'
import { input } from '../../components/input.ts'
import { panel } from '../../components/panel.ts'
import { radios } from '../../components/radios.ts'
import { select } from '../../components/select.ts'
import { summaryList } from '../../components/summary-list.ts'
import { html, type Content, type Html } from '../../html.ts'
import type { Language } from '../../language.ts'
import { servicesPath } from '../../session-gate.ts'
import { accountWords } from '../../texts/services/account-words.ts'
import { serviceWords } from '../../texts/services/service-words.ts'
import type { Answer } from '../../web.ts'
import { faultAt, form, ownPage, paragraphs, type Fault, type OwnVisit } from '../my-key/own-page.ts'
import { keyPage, takeKey, type KeyAgain } from './key-again.ts'
import { refusedPage } from './service-gate.ts'

const { path } = serviceCatalogue['bank-account']
export const accountKeyPath = `${path}/clave`
export const accountDonePath = `${path}/lista`

const title = (language: Language): string => serviceWords[language].names['bank-account'].name
const again = (language: Language): KeyAgain => ({ path: accountKeyPath, next: path, title: title(language) })

export async function showAccount(visit: OwnVisit): Promise<Answer> {
  const fresh = await keyIsFresh(visit.web.deps, visit.own)
  const account = await bankAccountOf(visit.web.deps, visit.own)
  return fresh ? formPage(visit, account, []) : keyPage(visit, again(visit.language), [], current(account, visit.language))
}

export function takeAccountKey(visit: OwnVisit): Promise<Answer> {
  return takeKey(visit, again(visit.language))
}

export async function submitAccount(visit: OwnVisit): Promise<Answer> {
  const { web, language, origin, own } = visit
  const read = readForm(visit)
  if ('faults' in read) return formPage(visit, await bankAccountOf(web.deps, own), read.faults)
  return answerTo(visit, await registerBankAccount(web.deps, own, read, language, origin))
}

/** What was typed, or everything to put right at once. */
function readForm({ form: sent, language }: OwnVisit): BankAccount | { readonly faults: readonly Fault[] } {
  const words = accountWords[language]
  const [bank, kind, typed] = [sent.text('banco'), sent.text('tipo'), sent.text('cuenta')]
  const code = isBankCode(bank) ? bank : null
  const number = readAccountNumber(typed, code)
  const second = readAccountNumber(sent.text('cuenta-otra-vez'), code)
  const { from, to } = digitsOf(code)
  const faults: Fault[] = []
  if (code === null) faults.push({ field: 'banco', text: words.form.bank.empty })
  if (!isAccountKind(kind)) faults.push({ field: 'tipo', text: words.form.kind.empty })
  if (!number.ok) faults.push({ field: 'cuenta', text: words.problem(number.problem, from, to) })
  else if (!second.ok || second.number !== number.number) faults.push({ field: 'cuenta-otra-vez', text: words.form.again.different })
  return code !== null && isAccountKind(kind) && number.ok && faults.length === 0 ? { bank: code, kind, number: number.number } : { faults }
}

async function answerTo(visit: OwnVisit, done: AccountRegistered): Promise<Answer> {
  const words = accountWords[visit.language]
  switch (done.is) {
    case 'registered':
      return { to: accountDonePath }
    case 'same':
      return formPage(visit, await bankAccountOf(visit.web.deps, visit.own), [{ field: 'cuenta', text: words.same }])
    case 'key-not-fresh':
      return keyPage(visit, again(visit.language), [{ field: 'clave-actual', text: words.stale }])
    case 'refused':
      return refusedPage(visit, 'bank-account', done.access)
    default:
      return assertNever(done)
  }
}

function formPage(visit: OwnVisit, account: BankAccount | null, faults: readonly Fault[]): Answer {
  const { form: words } = accountWords[visit.language]
  const body = html`${current(account, visit.language)}<h2 class="govuk-heading-m">${account ? words.title : words.first}</h2>${paragraphs(...words.lines)}
${form(visit, path, fields(visit, faults))}`
  return ownPage(visit, { path, title: title(visit.language), body, faults })
}

function fields({ form: sent, language }: OwnVisit, faults: readonly Fault[]): Html {
  const { form: words, kinds } = accountWords[language]
  const number = { autocomplete: 'off', inputmode: 'numeric', spellcheck: false, width: 20 } as const
  return html`${select({
    name: 'banco', label: words.bank.label, error: faultAt(faults, 'banco'), value: sent.text('banco'),
    items: [{ value: '', text: words.bank.none }, ...bankCodes.map((code) => ({ value: code, text: banks[code].name }))],
  })}${radios({
    name: 'tipo', legend: words.kind.label, error: faultAt(faults, 'tipo'), value: sent.text('tipo'), inline: true, items: accountKinds.map((kind) => ({ value: kind, text: kinds[kind] })),
  })}${input({ name: 'cuenta', label: words.number.label, hint: words.number.hint, value: sent.text('cuenta'), error: faultAt(faults, 'cuenta'), ...number })}
${input({ name: 'cuenta-otra-vez', label: words.again.label, hint: words.again.hint, value: sent.text('cuenta-otra-vez'), error: faultAt(faults, 'cuenta-otra-vez'), ...number })}
${button({ text: words.submit, preventDoubleClick: true })}`
}

function current(account: BankAccount | null, language: Language): Content {
  const { current: words, kinds } = accountWords[language]
  if (!account) return html`<h2 class="govuk-heading-m">${words.title}</h2>${paragraphs(words.none)}`
  const { bank, kind, number } = account
  return html`<h2 class="govuk-heading-m">${words.title}</h2>${summaryList({
    rows: [{ key: words.bank, value: banks[bank].name }, { key: words.kind, value: kinds[kind] }, { key: words.number, value: maskedNumber(number) }],
  })}<p class="govuk-hint">${words.note}</p>`
}

/** What was done, as the log has it: the newest registration of the last minutes. */
export async function accountDone(visit: OwnVisit): Promise<Answer> {
  const { own, language, web } = visit
  const { done: words } = accountWords[language]
  const home = await web.deps.store.sessions.home(own.idHash)
  const event = home?.activity.find(({ type }) => type === 'money.account-registered')
  if (!event || own.now - event.at > web.policy.session.idle) return { to: path }
  const body = html`${panel({ title: words.title, body: html`${words.receipt}<br><strong class="clave-code">${receiptNumber(event.hash)}</strong>` })}
${current(await bankAccountOf(web.deps, own), language)}${paragraphs(words.keep, html`${words.told(Number(event.facts['notices']))} ${words.notMe}`)}${button({ text: words.next, href: servicesPath })}`
  return ownPage(visit, { path: accountDonePath, title: `${title(language)}: ${words.title}`, body, ownHeading: true, scripts: [] })
}
