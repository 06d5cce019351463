/** Does the time of a verdict or of a plan tell anything (E-02)? Classes measured in turn, so that a busy machine disturbs all alike. */
import { createHash } from 'node:crypto'
import { decoyRecord } from '../src/register/decoy.ts'
import { separation, welch, type Separation } from './adversary/separation.ts'
import { today, type Answers, type Deck, type Engine, type Facts } from './engine.ts'
import { people } from './register.ts'
import { truthOf } from './truth.ts'

export interface TimingRow {
  readonly what: string
  readonly against: string
  readonly median: number
  readonly separation: Separation
  readonly t: number
}

const decoySeed = createHash('sha256').update('timed decoys').digest()

interface Timed {
  readonly facts: Facts
  readonly deck: Deck
}

/** Microseconds; `samples` of each class. */
export function timeEngine(engine: Engine, seed: number, samples: number): readonly TimingRow[] {
  const asked: Timed[] = []
  const plans = new Map<string, number[]>()
  for (const { index, record } of people(seed, 0, samples)) {
    const decoy = decoyRecord(decoySeed, record.id, today)
    for (const [name, facts] of [['plan, known number', record], ['plan, unknown number', decoy]] as const) {
      const began = performance.now()
      const decks = engine.plan(facts, index)
      put(plans, name, performance.now() - began)
      if (name === 'plan, known number' && decks[0] !== undefined) asked.push({ facts: record, deck: decks[0] })
    }
  }
  const verdicts = timeVerdicts(engine, asked, samples)
  return [...rows(plans, 'plan, known number'), ...rows(verdicts, 'verdict, all right')]
}

const repeats = 5

/** The same deck and facts in every class, one after the other, beginning with another class each time. */
function timeVerdicts(engine: Engine, asked: readonly Timed[], samples: number): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (let n = 0; n < samples; n += 1) {
    const { facts, deck } = asked[n % asked.length]!
    const classes = classesOf(deck, facts)
    for (let turn = 0; turn < classes.length; turn += 1) {
      const { name, known, answers } = classes[(turn + n) % classes.length]!
      const began = performance.now()
      for (let repeat = 0; repeat < repeats; repeat += 1) engine.judge(deck, known, facts.birthDate, answers)
      put(found, name, (performance.now() - began) / repeats)
    }
  }
  return found
}

function classesOf(deck: Deck, facts: Facts): { readonly name: string; readonly known: Facts | undefined; readonly answers: Answers }[] {
  const right: Answers = Object.fromEntries(deck.questions.map((question) => [question.id, truthOf(question, facts)]))
  const wrong = (ids: readonly string[]): Answers => ({ ...right, ...Object.fromEntries(deck.questions.filter(({ id }) => ids.includes(id)).map((question) => [question.id, another(question.input)])) })
  const ids = deck.questions.map(({ id }) => id)
  return [
    { name: 'verdict, all right', known: facts, answers: right },
    { name: 'verdict, the first wrong', known: facts, answers: wrong(ids.slice(0, 1)) },
    { name: 'verdict, the last wrong', known: facts, answers: wrong(ids.slice(-1)) },
    { name: 'verdict, all wrong', known: facts, answers: wrong(ids) },
    { name: 'verdict, nobody has the number', known: undefined, answers: right },
  ]
}

function another(input: Deck['questions'][number]['input']): string {
  return { amount: '1234.56', month: '1999-01', number: '17', name: 'Comercial Xantofila S.A.', choice: 'z' }[input]
}

function put(times: Map<string, number[]>, name: string, milliseconds: number): void {
  const list = times.get(name) ?? []
  times.set(name, list)
  list.push(milliseconds * 1_000)
}

function rows(times: ReadonlyMap<string, readonly number[]>, reference: string): TimingRow[] {
  const base = settled(times.get(reference)!)
  return [...times].map(([what, all]) => {
    const values = settled(all)
    return { what, against: reference, median: [...values].sort((a, b) => a - b)[values.length >> 1]!, separation: separation(base, values), t: welch(base, values) }
  })
}

/** The first tenth warms the program up; what took ten times the median was somebody else's work. */
function settled(values: readonly number[]): number[] {
  const warm = values.slice(Math.floor(values.length / 10))
  const median = [...warm].sort((a, b) => a - b)[warm.length >> 1]!
  return warm.filter((value) => value < 10 * median)
}
