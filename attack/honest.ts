/**
 * `npm run try:honest`: how many honest people pass the questions (P-16), with each answer recalled at 0.90, 0.95 and 0.98, and written as
 * people write. `--people N` of the invented register (20,000), `--seed N`, `--json`.
 */
import { parseArgs } from 'node:util'
import { makeProgress } from '../src/cli/progress.ts'
import { chanceFor } from '../src/register/chance.ts'
import { engineWith, statisticsOf, type Deck } from './engine.ts'
import { passesAt } from './honest/person.ts'
import { Refusals } from './honest/refusals.ts'
import { asText, type HonestResult } from './honest/report.ts'
import { shareOf, Tally } from './honest/tally.ts'
import { people, recordsOf } from './register.ts'

const recalls = [0.9, 0.95, 0.98] as const

const { values } = parseArgs({ options: { people: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' }, json: { type: 'boolean', default: false } } })
const result = tryHonest(Number(values.people), Number(values.seed), values.json)
console.log(values.json ? JSON.stringify(result, null, 2) : asText(result))

function tryHonest(inAll: number, seed: number, silent: boolean): HonestResult {
  const progress = makeProgress({ unit: 'people', now: () => performance.now(), terminal: process.stderr.isTTY, write: (text) => process.stderr.write(text) }, silent)
  const engine = engineWith(statisticsOf(() => recordsOf(people(seed, 0, inAll)), inAll))
  const tallies = recalls.map((recall) => ({ recall, typed: new Tally(), asOnPaper: new Tally() }))
  const refusals = new Refusals()
  const layouts = new Map<string, number>()
  for (const { index, record } of people(seed, 0, inAll)) {
    progress.update((index + 1) / inAll, index + 1)
    const decks = engine.plan(record, index)
    if (decks.length === 0) continue
    layouts.set(layoutOf(decks), (layouts.get(layoutOf(decks)) ?? 0) + 1)
    for (const { recall, typed, asOnPaper } of tallies) {
      typed.add(passesAt(engine, decks, record, { recall, chance: chanceFor(seed + 1, index) }))
      asOnPaper.add(passesAt(engine, decks, record, { recall, chance: chanceFor(seed + 2, index), asOnPaper: true }))
    }
    for (const deck of decks) refusals.add(engine, deck, record, chanceFor(seed + 3, index))
  }
  progress.end()
  const rates = tallies.map(({ recall, typed, asOnPaper }) => ({ recall, first: typed.first, three: typed.three, paperFirst: asOnPaper.first, paperThree: asOnPaper.three }))
  return { people: inAll, asked: shareOf(tallies[0]!.typed.people, inAll), rates, layouts: [...layouts].sort(([, a], [, b]) => b - a), fates: refusals.all() }
}

/** Sizes of the decks, and how many questions stand in all of them. */
function layoutOf(decks: readonly Deck[]): string {
  const sets = decks.map((deck) => new Set(deck.questions.map((question) => question.id)))
  const shared = [...sets[0]!].filter((id) => sets.every((set) => set.has(id))).length
  return `${decks.map((deck) => deck.questions.length).join('+')}, ${shared} in all`
}
