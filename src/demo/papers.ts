/** The papers an invented person has at home: everything a question of the journey asks for stands on one of them. */
import type { Job, Loan, RegisterContact, RegisterRecord, Wage } from '../domain/person.ts'
import { provinceNames } from '../questions/provinces.ts'
import { summaryList, type SummaryRow } from '../web/components/summary-list.ts'
import { table } from '../web/components/table.ts'
import { html, type Content, type Html } from '../web/html.ts'
import type { Language } from '../web/language.ts'
import { dayText, monthText } from '../web/texts/calendar-words.ts'
import { demoWords, type DemoWords } from '../web/texts/demo-words.ts'

type Words = DemoWords['papers']

export function papers(record: RegisterRecord, language: Language): Html {
  const words = demoWords[language].papers
  return html`${identityPaper(record, words, language)}${workPapers(record, words, language)}${benefitPapers(record, words, language)}
${(record.contacts ?? []).length > 0 && paper(words.contacts.title, summaryList({ rows: (record.contacts ?? []).map((contact) => contactRow(contact, words)) }))}`
}

function paper(title: string, body: Content): Html {
  return html`<section class="clave-card clave-paper"><h2 class="govuk-heading-m">${title}</h2>${body}</section>`
}

const row = (key: string, value: Content): SummaryRow => ({ key, value })

function identityPaper({ id, aliases, givenNames, surnames, birthDate, birthProvince, deathDate }: RegisterRecord, words: Words, language: Language): Html {
  return paper(words.identity, summaryList({
    rows: [
      row(words.number[id.type], html`<strong>${id.value}</strong>`),
      ...(aliases ?? []).map(({ value }) => row(words.formerNumber, value)),
      row(words.names, `${givenNames} ${surnames}`),
      row(words.birthDate, html`<strong>${dayText(birthDate, language)}</strong>`),
      row(words.birthProvince, birthProvince === undefined ? words.abroad : (provinceNames[birthProvince] ?? words.abroad)),
      deathDate ? row(words.died, dayText(deathDate, language)) : null,
    ],
  }))
}

function workPapers({ jobs = [], wages = [], contributions }: RegisterRecord, words: Words, language: Language): Content {
  if (jobs.length === 0) return null
  const first = jobs.reduce((month, { from }) => (from < month ? from : month), jobs[0]?.from ?? '')
  const facts = [row(words.first, monthText(first, language)), contributions !== undefined && row(words.contributions, String(contributions))]
  return html`${paper(words.history, summaryList({ rows: [...facts, ...jobs.map((job) => jobRow(job, words, language))] }))}
${wages.length > 0 && paper(words.payslips, payslips(jobs, wages, words, language))}`
}

function jobRow({ employer, canton, province, from, to }: Job, words: Words, language: Language): SummaryRow {
  const stretch = words.stretch(monthText(from, language), to === null ? null : monthText(to, language))
  return row(employer, html`${stretch}<br>${canton}, ${provinceNames[province] ?? province}`)
}

/** One table for each employer who declared wages, as each hands out its own payslips. */
function payslips(jobs: readonly Job[], wages: readonly Wage[], words: Words, language: Language): readonly Html[] {
  const employers = new Map(jobs.map(({ ruc, employer }) => [ruc, employer]))
  const byEmployer = Map.groupBy(wages.toSorted((a, b) => b.month.localeCompare(a.month)), ({ ruc }) => ruc)
  return [...byEmployer].map(([ruc, declared]) => table({
    caption: employers.get(ruc) ?? ruc, captionSize: 's',
    head: [{ text: words.month }, { text: words.wage, format: 'numeric' }],
    rows: declared.map(({ month, amount }) => [{ text: monthText(month, language) }, { text: dollars(amount, language), format: 'numeric' }]),
  }))
}

function benefitPapers({ pension, loans = [], account }: RegisterRecord, words: Words, language: Language): Content {
  const { pension: pensionWords, account: accountWords } = words
  return html`${pension && paper(pensionWords.title, summaryList({
    rows: [row(pensionWords.kind, pension.kind), row(pensionWords.since, monthText(pension.since, language)), row(pensionWords.amount, dollars(pension.amount, language))],
  }))}${loans.map((loan) => loanPaper(loan, words, language))}${account && paper(accountWords.title, summaryList({
    rows: [row(accountWords.bank, account.bank), row(accountWords.since, monthText(account.since, language))],
  }))}`
}

function loanPaper({ kind, granted, amount, installment, to }: Loan, { loan: words }: Words, language: Language): Html {
  return paper(`${words.title} ${kind}`, summaryList({
    rows: [
      row(words.granted, monthText(granted, language)), row(words.amount, dollars(amount, language)),
      row(words.installment, dollars(installment, language)), row(words.to, monthText(to, language)),
    ],
  }))
}

function contactRow({ kind, value, verifiedBy }: RegisterContact, { contacts: words }: Words): SummaryRow {
  return row(words.kinds[kind], `${value} (${verifiedBy === 'none' ? words.unverified : words.verified})`)
}

/** '612.50' as it is printed, on one line: '$ 612,50'. */
function dollars(amount: string, language: Language): string {
  return `$\u00a0${language === 'es' ? amount.replace('.', ',') : amount}`
}
