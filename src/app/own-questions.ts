/**
 * Recovery: two of the person's own questions and their figure (BANK-3). Showing them claims an attempt of PROOF-2, like a deck; they are
 * compared once, outside any transaction, all three whatever the first one says; there is one verdict, and nothing is given back.
 */
import type { ProofingStanding } from '../domain/attempts.ts'
import { normaliseAnswer } from '../domain/bank.ts'
import { saveStep, type OpenJourney } from './journey.ts'
import type { Deps, Origin } from './ports.ts'
import type { HashSlot } from './secret-ports.ts'
import { runCommand } from './run-command.ts'

/** How many of the person's own questions are asked. */
const asked = 2

export type BankStanding = ProofingStanding | { readonly is: 'stale' }

/** How things stand, without claiming anything. `stale`: the key was made anew meanwhile, and this proof is of before. */
export async function bankStanding(deps: Deps, { person }: OpenJourney): Promise<BankStanding> {
  const row = await deps.store.transaction((tx) => deps.store.bankRounds.load(tx, person))
  return row?.standing ?? { is: 'stale' }
}

export async function showOwnQuestions(deps: Deps, { person }: OpenJourney, { network }: Origin): Promise<BankStanding> {
  const { store } = deps
  return runCommand<BankStanding>(deps, person, async ({ tx, append }) => {
    const before = await store.bankRounds.load(tx, person)
    if (!before) return { is: 'stale' }
    if (before.open !== null) return { is: 'open' }
    const claimed = await store.bankRounds.claim(tx, person)
    if (!claimed) {
      await append({ type: 'proofing.refused', facts: { reason: before.standing.is }, personal: { network } })
      return before.standing
    }
    await append({ type: 'bank.attempt', facts: { attempt: claimed.round }, personal: { network } })
    return { is: 'open' }
  })
}

/** What is on the table; the questions are the same at every round (peers 17). null when nothing is. */
export async function openRound(deps: Deps, { person }: OpenJourney): Promise<{ readonly round: number; readonly questions: readonly string[] } | null> {
  const { store } = deps
  return store.transaction(async (tx) => {
    const row = await store.bankRounds.load(tx, person)
    if (!row || row.open === null) return null
    const { answers } = await store.recoveries.bank(tx, person)
    return { round: row.open, questions: chosen(deps, person, answers.map(({ question }) => question)) }
  })
}

export interface OwnAnswers {
  readonly round: number
  /** By the code of the question. */
  readonly answers: Readonly<Record<string, string>>
  readonly figure: string
}

export type BankVerdict = 'right' | 'wrong' | 'stale' | 'busy'

export async function answerOwnQuestions(deps: Deps, journey: OpenJourney, given: OwnAnswers, { network }: Origin): Promise<BankVerdict> {
  const { store } = deps
  const { person } = journey
  const slots = reserveAll(deps, asked + 1) // before the round is taken: a full queue must not cost one (LOGIN-6)
  if (!slots) return 'busy'
  try {
    const bank = await store.transaction((tx) => store.recoveries.bank(tx, person))
    if (!(await store.transaction((tx) => store.bankRounds.take(tx, person, given.round)))) return 'stale'
    const hashOf = new Map(bank.answers.map(({ question, hash }) => [question, hash]))
    const questions = chosen(deps, person, [...hashOf.keys()])
    const pairs = [...questions.map((code) => [hashOf.get(code), normaliseAnswer(given.answers[code] ?? '')] as const), [bank.figureHash, given.figure] as const]
    const compared = await Promise.all(slots.map((slot, at) => slot.verify(pairs[at]?.[0] ?? null, pairs[at]?.[1] ?? '')))
    return await judge(deps, journey, given.round, compared.every(Boolean), network)
  } finally {
    for (const slot of slots) slot.release()
  }
}

function judge(deps: Deps, journey: OpenJourney, round: number, right: boolean, network: string): Promise<BankVerdict> {
  return runCommand<BankVerdict>(deps, journey.person, async ({ tx, now, append }) => {
    await append({ type: right ? 'bank.passed' : 'bank.failed', facts: { attempt: round }, personal: { network } })
    if (right) await saveStep(deps, tx, journey, 'own-questions', { vouched: { at: now, by: 'questions' } })
    return right ? 'right' : 'wrong'
  })
}

function chosen(deps: Deps, person: OpenJourney['person'], codes: readonly string[]): readonly string[] {
  return deps.keyedOrder(person, 'own-questions', codes).slice(0, asked)
}

/** All the places at once, or none. */
function reserveAll({ hasher }: Deps, count: number): readonly HashSlot[] | null {
  const slots: HashSlot[] = []
  for (let at = 0; at < count; at += 1) {
    const slot = hasher.reserve('owner')
    if (!slot) {
      for (const each of slots) each.release()
      return null
    }
    slots.push(slot)
  }
  return slots
}
