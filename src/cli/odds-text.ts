/** A report of the odds as text for a terminal: what /seguridad/preguntas shows, with a bar a line. */
import { oddsFigures, type OddsReport } from '../questions/odds-report.ts'
import { grouped } from './progress.ts'

const width = 40

export function oddsText(report: OddsReport): string {
  const figures = oddsFigures(report)
  const share = figures.askableShare === null ? '' : ` (${percent(figures.askableShare)})`
  const most = Math.max(1, ...figures.histogram.map(({ people }) => people))
  return [
    `Computed on ${report.madeOn} for ${grouped(report.people)} people; ${grouped(report.askable)} can be asked${share}.`,
    ...(figures.medianBits === null ? [] : [`Half of them reach ${figures.medianBits} bits at least; the least protected: ${odds(report.worst)}.`]),
    ...section('People by strength in bits', figures.histogram.map(({ bits, people }) => `${String(bits).padStart(4)} ${bar(people, most)} ${grouped(people)}`)),
    ...section('Cannot be asked', figures.reasons.map(({ reason, people, share: of }) => line(reason, people, percent(of)))),
    ...section('Kinds: asked of, would do for, bits', figures.kinds.map(({ kind, asked, usable, medianBits }) => line(kind, asked, `${grouped(usable).padStart(14)} ${medianBits}`))),
    ...section('People by decks', report.decksPerPerson.map((people, decks) => line(String(decks), people))),
    ...section('Decks by questions', figures.questionsPerDeck.map(({ questions, decks }) => line(String(questions), decks))),
    ...section('Another policy: could be asked, more or fewer, least protected, bits', figures.whatIf.map(({ change, askable, more, worst, medianBits }) =>
      line(change, askable, `${`${more > 0 ? '+' : ''}${grouped(more)}`.padStart(14)} ${odds(worst)}, ${medianBits}`))),
  ].join('\n')
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines]
}

function line(name: string, count: number, more = ''): string {
  return `  ${name.padEnd(24)} ${grouped(count).padStart(14)} ${more}`.trimEnd()
}

const bar = (count: number, most: number): string => '█'.repeat(count === 0 ? 0 : Math.max(1, Math.round((count / most) * width))).padEnd(width)
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
const odds = (chance: number): string => (chance > 0 ? `1 in ${grouped(Math.floor(1 / chance))}` : '0')
