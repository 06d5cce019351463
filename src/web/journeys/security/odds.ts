/** /seguridad/preguntas: how strong the questions are for all people together (PROOF-5), as `clave register strength` computed it last. */
import { oddsFigures, type OddsFigures, type OddsReport } from '../../../questions/odds-report.ts'
import { barChart } from '../../components/bar-chart.ts'
import { summaryList } from '../../components/summary-list.ts'
import { table } from '../../components/table.ts'
import { html, type Content } from '../../html.ts'
import type { Language } from '../../language.ts'
import { countText, shareText } from '../../texts/amount-words.ts'
import { dayText } from '../../texts/calendar-words.ts'
import { changeText, kindText, oddsText, oddsWords, reasonText, type OddsWords } from '../../texts/security/odds-words.ts'
import type { Answer } from '../../web.ts'
import { officerPage, type OfficerVisit } from './frame.ts'

export async function oddsPage(visit: OfficerVisit): Promise<Answer> {
  const report = await visit.web.deps.store.odds.read()
  const words = oddsWords[visit.language]
  return officerPage(visit, 'odds', words.title, report ? whole(report, visit.language) : html`<p class="govuk-body">${words.none}</p><p class="govuk-body"><code>clave register strength</code></p>`)
}

function whole(report: OddsReport, language: Language): Content {
  const words = oddsWords[language]
  const figures = oddsFigures(report)
  return html`<p class="govuk-body-l">${words.lead(dayText(report.madeOn, language))}</p>${summary(report, figures, words, language)}
<h2 class="govuk-heading-m">${words.chart.title}</h2>${figures.histogram.length > 0 ? strengths(figures, words, language) : html`<p class="govuk-body">${words.chart.none}</p>`}
${reasons(figures, words, language)}${kinds(figures, words, language)}${decks(report, figures, words, language)}${whatIf(figures, words, language)}`
}

function summary({ people, askable, worst }: OddsReport, { askableShare, medianBits, worstBits }: OddsFigures, { summary: words }: OddsWords, language: Language): Content {
  const n = (count: number): string => countText(count, language)
  return summaryList({
    rows: [
      { key: words.people, value: n(people) },
      { key: words.askable, value: askableShare === null ? n(askable) : `${n(askable)} (${shareText(askableShare, language)})` },
      medianBits !== null && { key: words.median, value: words.bits(String(medianBits)) },
      worstBits !== null && { key: words.worst, value: `${oddsText(worst, language)} (${words.bits(String(worstBits).replace('.', language === 'es' ? ',' : '.'))})` },
    ],
  })
}

function strengths({ histogram }: OddsFigures, { chart: words }: OddsWords, language: Language): Content {
  const most = Math.max(...histogram.map(({ people }) => people))
  const [first, last] = [histogram[0]!.bits, histogram.at(-1)!.bits]
  const bar = (bits: number, people: number): string => words.bar(bits, countText(people, language))
  const picture = barChart({
    id: 'fuerza', title: words.title, description: words.description(first, last, histogram.find(({ people }) => people === most)!.bits),
    bars: histogram.map(({ bits, people }) => ({ label: String(bits), value: people, text: bar(bits, people) })),
    steps: steps(most).map((value) => ({ value, text: words.step(value, most) })),
  })
  const rows = histogram.filter(({ people }) => people > 0).map(({ bits, people }) => [{ text: String(bits) }, { text: countText(people, language), format: 'numeric' as const }])
  return html`${picture}<p class="govuk-hint">${words.note}</p>${table({ caption: words.table, captionSize: 's', head: [{ text: words.bits }, { text: words.people, format: 'numeric' }], rows })}`
}

/** Nothing, half and all of the next round number. */
function steps(most: number): readonly number[] {
  const unit = 10 ** Math.floor(Math.log10(Math.max(most, 1)))
  const top = [2, 4, 6, 8, 10].map((times) => times * unit).find((each) => each >= most)!
  return [0, top / 2, top]
}

function reasons({ reasons: all }: OddsFigures, { reasons: words }: OddsWords, language: Language): Content {
  if (all.length === 0) return null
  return table({
    caption: words.title, captionSize: 'm', head: [{ text: words.reason }, { text: words.people, format: 'numeric' }],
    rows: all.map(({ reason, people, share }) => [{ text: reasonText(reason, language) }, { text: html`${countText(people, language)}<br><span class="govuk-hint">${shareText(share, language)}</span>`, format: 'numeric' }]),
  })
}

function kinds({ kinds: all }: OddsFigures, { kinds: words, summary: { bits } }: OddsWords, language: Language): Content {
  if (all.length === 0) return null
  return table({
    caption: words.title, captionSize: 'm', head: [{ text: words.kind }, { text: words.asked, format: 'numeric' }],
    rows: all.map(({ kind, usable, asked, medianBits }) => [
      { text: html`${kindText(kind, language)}<br><span class="govuk-hint">${words.usable(countText(usable, language))}, ${bits(decimalText(medianBits, language))}</span>` },
      { text: countText(asked, language), format: 'numeric' },
    ]),
  })
}

function decks({ decksPerPerson }: OddsReport, { questionsPerDeck }: OddsFigures, { decks: words }: OddsWords, language: Language): Content {
  const row = (text: string, count: number) => [{ text }, { text: countText(count, language), format: 'numeric' as const }]
  return html`${table({ caption: words.perPerson, captionSize: 'm', head: [{ text: words.decks }, { text: words.people, format: 'numeric' }], rows: decksPerPerson.map((people, count) => row(String(count), people)) })}
${questionsPerDeck.length > 0 && table({ caption: words.perDeck, captionSize: 'm', head: [{ text: words.questions }, { text: words.decks, format: 'numeric' }], rows: questionsPerDeck.map(({ questions, decks: count }) => row(String(questions), count)) })}`
}

function whatIf({ whatIf: all }: OddsFigures, { whatIf: words, summary: { bits } }: OddsWords, language: Language): Content {
  if (all.length === 0) return null
  const change = (more: number): string => (more === 0 ? words.same : words.more(`${more > 0 ? '+' : '−'}${countText(Math.abs(more), language)}`))
  return html`${table({
    caption: words.title, captionSize: 'm', head: [{ text: words.change }, { text: words.askable, format: 'numeric' }],
    rows: all.map(({ change: code, askable, more, worst, medianBits }) => [
      { text: html`${changeText(code, language)}<br><span class="govuk-hint">${words.worst(oddsText(worst, language))}, ${bits(decimalText(medianBits, language))}</span>` },
      { text: html`${countText(askable, language)}<br><span class="govuk-hint">${change(more)}</span>`, format: 'numeric' },
    ]),
  })}<p class="govuk-hint">${words.note}</p>`
}

const decimalText = (number: number, language: Language): string => String(Math.round(number * 10) / 10).replace('.', language === 'es' ? ',' : '.')
