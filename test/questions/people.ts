/** People for the tests of the engine: facts drawn by fast-check, with their right and wrong answers found without the engine. */
import fc from 'fast-check'
import { usualReach } from '../../src/questions/cell.ts'
import { defaultPools } from '../../src/questions/default-pools.ts'
import { PairCounts, pairTable, PriorGatherer, weightsOf, type Answers, type Deck, type Facts, type PoolEntry, type Pools, type Question } from '../../src/questions/engine.ts'
import type { Weights } from '../../src/questions/priors.ts'
import { none } from '../../src/questions/question.ts'

export const today = '2026-11-22'

const trades = ['Florícola', 'Constructora', 'Comercial', 'Textiles', 'Transportes', 'Hotel']
const places = ['', 'Norte', 'Valle', 'Costa', 'Andina', 'Oriental']
const ownNames = ['Ñandubay', 'Quilotoa', 'El Rosal', 'Peñafiel', 'Cóndor Azul', 'Yahuarcocha', 'Tres Hermanos', 'Altamira', 'Guayacán', 'Zuleta']
const forms = ['S.A.', 'Cía. Ltda.', 'S.A.S.', 'C.A.']

export function employerAt(n: number): { ruc: string; employer: string } {
  const employer = `${trades[n % 6]} ${[ownNames[n % 10], places[Math.floor(n / 10)]].join(' ').trim()} ${forms[n % 4]}`
  const third = n % 9 === 8 ? '3' : '9'
  return { ruc: `17${third}00${String(n).padStart(5, '0')}001`, employer }
}

/** Thirty employers a province, sizes as uneven as real ones. */
export const pools: Pools = {
  ...defaultPools,
  employers: () => publicEmployers,
}
const publicEmployers: readonly PoolEntry[] = Array.from({ length: 30 }, (_, n) => ({ label: employerAt(n).employer, weight: 100 / (n + 1) }))

/** What the register of these people says of all of them: gathered once from many, as `clave register strength` does. */
export function gathered(people: readonly Facts[]): Weights {
  const pairs = new PairCounts(pairTable(people.length))
  const gatherer = new PriorGatherer(today, pairs)
  for (const person of people) gatherer.add(person)
  return weightsOf(gatherer.priors(usualReach), pairs)
}
let usual: Weights | undefined
export const weights = (): Weights => (usual ??= gathered(fc.sample(facts, { numRuns: 20_000, seed: 99 })))

export const month = (number: number): string => `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
const thisMonth = 2026 * 12 + 10

const shape = fc.record({
  born: fc.integer({ min: 1940, max: 2006 }),
  stretches: fc.array(fc.record({
    employer: fc.nat(59), province: fc.integer({ min: 1, max: 24 }), months: fc.integer({ min: 1, max: 110 }), gap: fc.nat(30),
    cents: fc.integer({ min: 24000, max: 300000 }), raise: fc.nat(900), atMinimum: fc.boolean(),
  }), { maxLength: 4 }),
  working: fc.boolean(),
  pension: fc.option(fc.record({ since: fc.integer({ min: 1998 * 12, max: thisMonth - 1 }), cents: fc.integer({ min: 24000, max: 250000 }) }), { freq: 3 }),
  loans: fc.array(fc.record({ kind: fc.constantFrom('quirografario', 'hipotecario'), granted: fc.integer({ min: thisMonth - 60, max: thisMonth }),
    months: fc.integer({ min: 6, max: 90 }), cents: fc.integer({ min: 1500, max: 60000 }) }), { maxLength: 2 }),
  bank: fc.option(fc.nat(defaultPools.banks.length - 1)),
  missed: fc.nat(20),
})
type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never

export const facts: fc.Arbitrary<Facts> = shape.map(factsOf)
export const seed: fc.Arbitrary<Uint8Array> = fc.uint8Array({ minLength: 32, maxLength: 32 })

const money = (cents: number): string => (cents / 100).toFixed(2)

/** Jobs one after the other, backwards from this month; wages of each month of them. */
function factsOf(drawn: Shape): Facts {
  const jobs: { ruc: string; employer: string; province: string; from: string; to: string | null }[] = []
  const wages: { month: string; ruc: string; amount: string }[] = []
  let end = thisMonth
  for (const [n, one] of drawn.stretches.entries()) {
    const open = n === 0 && drawn.working
    const last = open ? thisMonth : end - 1 - one.gap
    const first = last - one.months
    const who = employerAt(one.employer)
    jobs.push({ ...who, province: String(one.province).padStart(2, '0'), from: month(first), to: open ? null : month(last) })
    for (let at = Math.max(first, thisMonth - 40); at < Math.min(last, thisMonth); at += 1) {
      const cents = one.atMinimum ? 48200 : one.cents + Math.floor((at - first) / 5) * one.raise
      wages.push({ month: month(at), ruc: who.ruc, amount: money(cents) })
    }
    end = first
  }
  const paid = drawn.stretches.reduce((sum, one) => sum + one.months, 0) - drawn.missed
  const { pension, bank } = drawn
  return {
    birthDate: `${drawn.born}-05-17`,
    jobs,
    wages,
    contributions: Math.max(0, paid),
    pension: pension === null ? null : { since: month(pension.since), amount: money(pension.cents) },
    loans: drawn.loans.map(({ kind, granted, months, cents }) => ({ kind, granted: month(granted), installment: money(cents), to: month(granted + months) })),
    account: bank === null ? null : { bank: defaultPools.banks[bank]!.label },
  }
}

/** The right answer, worked out from the facts by hand: written as the paper has it. */
export function truth(question: Question, facts: Facts): string {
  const jobs = facts.jobs ?? []
  switch (question.kind) {
    case 'wage':
      return facts.wages!.find((one) => one.month === question.month)!.amount
    case 'first-affiliation':
      return jobs.map((job) => job.from).sort()[0]!
    case 'entry':
      return jobs.find((job) => job.to === null)!.from
    case 'employer-name':
      return jobs.find((job) => job.to === null)!.employer
    case 'previous-employer':
      return jobs.filter((job) => job.to !== null).sort((a, b) => (a.to! < b.to! ? 1 : -1))[0]!.employer
    case 'pension-amount':
      return facts.pension!.amount
    case 'pension-since':
      return facts.pension!.since
    case 'loan-installment':
      return facts.loans!.find((loan) => loan.kind === question.loan && loan.granted <= '2026-11' && loan.to >= '2026-11')!.installment
    case 'contributions':
      return String(facts.contributions)
    case 'employer-in-year':
    case 'province-in-year':
    case 'bank':
      return question.options.find((option) => trueLabels(question, facts).includes(option.label))?.code ?? none
  }
}

/** Every label that would be a right choice. */
export function trueLabels(question: Question, facts: Facts): readonly string[] {
  if (question.kind === 'bank') return [facts.account!.bank]
  if (question.kind !== 'employer-in-year' && question.kind !== 'province-in-year') return []
  const jobs = (facts.jobs ?? []).filter((job) => job.from.slice(0, 4) <= String(question.year) && (job.to ?? '9999') >= String(question.year))
  if (question.kind === 'employer-in-year') return jobs.map((job) => job.employer)
  return jobs.map((job) => defaultPools.provinces.find((one) => one.province === job.province)!.label)
}

export function truths(deck: Deck, facts: Facts): Answers {
  return Object.fromEntries(deck.questions.map((question) => [question.id, truth(question, facts)]))
}

/** An answer of the right format that is wrong for sure. */
export function wrong(question: Question, facts: Facts): string {
  const right = truth(question, facts)
  switch (question.input) {
    case 'amount':
      return (Number(right) + 0.06).toFixed(2)
    case 'month':
      return right.endsWith('-12') ? `${right.slice(0, 4)}-11` : `${right.slice(0, 5)}12`
    case 'number':
      return String(Number(right) + 3)
    case 'name':
      return 'Zapatería Wxyz'
    case 'choice':
      return right === none ? 'a' : none
  }
}

/** The right answer as an honest person may write it; `n` chooses how. */
export function written(question: Question, right: string, n: number): string {
  switch (question.input) {
    case 'amount':
      return amountForms(right)[n % 8]!
    case 'month':
      return monthForms(right)[n % 8]!
    case 'number':
      return [right, ` ${right} `, String(Number(right) + 1), String(Math.max(0, Number(right) - 4))][n % 4]!
    case 'name':
      return nameForms(right)[n % 8]!
    case 'choice':
      return right
  }
}

function amountForms(amount: string): string[] {
  const [whole = '', cents = ''] = amount.split('.')
  const grouped = (sign: string): string => whole.replace(/\B(?=(\d{3})+$)/g, sign)
  const tenths = (Math.round(Number(amount) * 10) / 10).toFixed(1)
  return [amount, `$${amount}`, `${whole},${cents}`, `${grouped('.')},${cents}`, `${grouped(',')}.${cents}`, tenths, `$ ${tenths}0`, `${amount} USD`]
}

const spanish = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ')
function monthForms(text: string): string[] {
  const [year = '', two = ''] = text.split('-')
  const name = spanish[Number(two) - 1]!
  return [text, `${two}/${year}`, `${Number(two)}-${year}`, `${name} ${year}`, `${name.toUpperCase()} DE ${year}`, `${name.slice(0, 3)}. ${year}`,
    `${year}/${Number(two)}`, `15/${two}/${year}`]
}

function nameForms(name: string): string[] {
  const bare = name.replace(/ (S\.A\.|Cía\. Ltda\.|S\.A\.S\.|C\.A\.)$/, '')
  const plain = bare.normalize('NFD').replace(/\p{M}/gu, '')
  const longest = plain.split(' ').sort((a, b) => b.length - a.length)[0]!
  return [name, bare, plain, name.toUpperCase(), plain.toLowerCase(), `${bare} SA`, bare.split(' ').reverse().join(' '),
    plain.replace(longest, longest.slice(0, 2) + longest.slice(3))]
}
