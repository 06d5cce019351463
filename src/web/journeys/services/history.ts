/** /servicios/historia-laboral: the register's account of somebody's work, as a picture, a table and a copy (journey 7, D-08). */
import { noteExport } from '../../../app/use-service.ts'
import { localDay } from '../../../domain/calendar.ts'
import { labourHistory, type HistoryLine, type HistoryYear, type LabourHistory } from '../../../domain/labour-history.ts'
import { serviceCatalogue } from '../../../domain/services.ts'
import { barChart } from '../../components/bar-chart.ts'
import { button } from '../../components/button.ts'
import { summaryList } from '../../components/summary-list.ts'
import { table, type TableCell } from '../../components/table.ts'
import { csvRow, csvStart } from '../../csv.ts'
import { html, type Content, type Html } from '../../html.ts'
import type { Language } from '../../language.ts'
import { amountText } from '../../texts/amount-words.ts'
import { monthText } from '../../texts/calendar-words.ts'
import { historyWords, type HistoryWords } from '../../texts/services/history-words.ts'
import { serviceWords } from '../../texts/services/service-words.ts'
import type { Answer } from '../../web.ts'
import { form, ownPage, paragraphs, type OwnVisit } from '../my-key/own-page.ts'

const { path } = serviceCatalogue['labour-history']
export const historyCopyPath = `${path}/csv`

export function showHistory(visit: OwnVisit): Answer {
  const { language } = visit
  const words = historyWords[language]
  const history = historyOf(visit)
  const body = history.years.length === 0
    ? html`<h2 class="govuk-heading-m">${words.empty.title}</h2>${paragraphs(...words.empty.lines)}`
    : html`<p class="govuk-body-l">${words.lead}</p>${summary(history, words, language)}
<h2 class="govuk-heading-m">${words.chart.title}</h2>${chart(history, words)}${years(history, words, language)}
<div class="clave-no-print"><h2 class="govuk-heading-m">${words.copy.title}</h2>${paragraphs(words.copy.text)}
${form(visit, historyCopyPath, button({ text: words.copy.submit, kind: 'secondary' }))}</div>
<h2 class="govuk-heading-m">${words.wrong.title}</h2>${paragraphs(words.wrong.text)}`
  return ownPage(visit, { path, title: serviceWords[language].names['labour-history'].name, body, scripts: [] })
}

export async function copyHistory(visit: OwnVisit): Promise<Answer> {
  const { columns, fileName } = historyWords[visit.language].copy
  await noteExport(visit.web.deps, visit.own, 'csv')
  const rows = historyOf(visit).years.flatMap(({ year, lines }) => lines.map((line) => csvRow([
    String(year), line.ruc, line.employer, String(line.months), String(line.monthsWithWage), line.monthsWithWage === 0 ? '' : decimal(line.cents, visit.language),
  ])))
  return { file: csvStart + csvRow(columns) + rows.join(''), type: 'text/csv; charset=utf-8', name: fileName }
}

function historyOf({ own, web }: OwnVisit): LabourHistory {
  return labourHistory(own.record, localDay(own.now, web.policy.timeZone))
}

function summary({ first, last, months, employers, contributions }: LabourHistory, { summary: words }: HistoryWords, language: Language): Html {
  return summaryList({
    rows: [
      first !== null && { key: words.first, value: monthText(first, language) },
      last !== null && { key: words.last, value: monthText(last, language) },
      { key: words.months, value: String(months) },
      { key: words.employers, value: String(employers) },
      contributions !== null && { key: words.contributions, value: String(contributions) },
    ],
  })
}

function chart({ years }: LabourHistory, { chart: words }: HistoryWords): Html {
  const [last, first] = [years[0]?.year ?? 0, years.at(-1)?.year ?? 0]
  const full = years.filter(({ months }) => months === 12).length
  return barChart({
    id: 'meses', title: words.title, description: words.description(years.length, first, last, full),
    bars: [...years].reverse().map(({ year, months }) => ({ label: String(year), value: months, text: words.bar(year, months) })),
    steps: [0, 6, 12].map((months) => ({ value: months, text: words.step(months) })),
  })
}

function years({ years: all, months, cents, monthsWithWage }: LabourHistory, { table: words }: HistoryWords, language: Language): Html {
  const sums = monthsWithWage > 0 && html`<br><span class="govuk-hint">${words.wages(amountText(cents, language), monthsWithWage, months)}</span>`
  return html`${table({
    caption: words.title, captionSize: 'm',
    head: [{ text: words.year, classes: 'clave-whole' }, { text: words.employer }, { text: words.months, format: 'numeric' }],
    rows: [
      ...all.flatMap((year) => yearRows(year, words, language)),
      [{ text: html`<strong>${words.total}</strong>${sums}`, colspan: 2 }, { text: html`<strong>${months}</strong>`, format: 'numeric' }],
    ],
  })}<p class="govuk-hint">${words.note}</p>`
}

function yearRows({ year, lines, gaps }: HistoryYear, words: HistoryWords['table'], language: Language): readonly (readonly TableCell[])[] {
  return [
    ...lines.map((line): readonly TableCell[] => [{ text: year, classes: 'clave-whole' }, { text: html`${line.employer}${wages(line, words, language)}` }, { text: line.months, format: 'numeric' }]),
    ...gaps.map(({ from, to, months }): readonly TableCell[] => [{ text: year, classes: 'clave-whole' }, { text: html`<em>${words.gap(from, to, months)}</em>` }, { text: '0', format: 'numeric' }]),
  ]
}

/** A sum of some months is not the wage of all: it says of how many. Under the name, because a fourth column does not fit a small screen. */
function wages({ cents, months, monthsWithWage }: HistoryLine, words: HistoryWords['table'], language: Language): Content {
  return monthsWithWage > 0 && html`<br><span class="govuk-hint">${words.wages(amountText(cents, language), monthsWithWage, months)}</span>`
}

/** As a spreadsheet of the language reads a number. */
function decimal(cents: number, language: Language): string {
  return `${Math.floor(cents / 100)}${language === 'es' ? ',' : '.'}${String(cents % 100).padStart(2, '0')}`
}
