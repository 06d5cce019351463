/** Step 2: birth date and a deck of questions. Claim when shown, compare once, outside any transaction (PROOF-1…4, 7). */
import type { ProofingStanding } from '../domain/attempts.ts'
import { localDay } from '../domain/calendar.ts'
import type { RegisterRecord } from '../domain/person.ts'
import type { JourneyFacts } from '../domain/journey.ts'
import type { Day, Instant } from '../domain/types.ts'
import type { Deck } from '../questions/question.ts'
import { saveStep, type OpenJourney } from './journey.ts'
import type { Deps, Origin, ProofingRow, Tx } from './ports.ts'
import { runCommand } from './run-command.ts'

/**
 * PROOF-6: `not-askable` is said before an attempt is spent, to strangers with unknown numbers too. PROOF-11: `diverted`, while the breaker stands,
 * whatever the number is.
 */
export type Outlook = ProofingStanding | { readonly is: 'not-askable' } | { readonly is: 'diverted' }

/**
 * PROOF-11: a registered contact or an office first. A deck on the table waits too: whoever had many shown before the breaker tripped could answer
 * them all while it stands. Who is past the questions goes on, and so does who was let through by a code.
 */
export function isDiverted({ watch }: Deps, { facts }: OpenJourney): boolean {
  return watch.breakerStands() && facts.letThrough === undefined
}

/** How the process stands, and what papers the questions will ask for, without claiming anything. */
export async function outlook(deps: Deps, journey: OpenJourney): Promise<{ readonly outlook: Outlook; readonly next: Deck | null }> {
  if (isDiverted(deps, journey)) return { outlook: { is: 'diverted' }, next: null }
  const row = await loadRow(deps, journey)
  const plan = row?.plan ?? (await planFor(deps, journey))
  if (plan.length === 0) return { outlook: { is: 'not-askable' }, next: null }
  const standing = row?.standing ?? { is: 'free', leftToday: deps.policy.proofing.perDay, leftInAll: deps.policy.proofing.inAll }
  return { outlook: standing, next: row?.open?.deck ?? nextDeck(plan, standing, deps.policy.proofing.inAll) }
}

/** PROOF-4: the decks take turns, as the store's claim counts them. */
function nextDeck(plan: readonly Deck[], standing: ProofingStanding, inAll: number): Deck | null {
  const used = standing.is === 'free' ? inAll - standing.leftInAll : 0
  return plan[used % plan.length] ?? null
}

/** Shows a deck, which claims an attempt; an open deck is shown again and claims nothing (PROOF-1). */
export async function showDeck(deps: Deps, journey: OpenJourney, { network }: Origin): Promise<Outlook> {
  const { store } = deps
  if (isDiverted(deps, journey)) return refuseDeck(deps, journey, network)
  const evenTime = deps.questions.evenTime()
  const subject = await subjectOf(deps, journey)
  const planned = planOf(deps, journey, subject)
  await evenTime
  deps.watch.asked(journey.person, subject.known ? employerOf(subject.record) : null)
  return runCommand(deps, journey.person, async ({ tx, append }) => {
    const before = await store.proofing.load(tx, journey.person)
    if (before?.open) return { is: 'open' }
    const refuse = async (outlook: Outlook): Promise<Outlook> => {
      await append({ type: 'proofing.refused', facts: { reason: outlook.is }, personal: { network } })
      return outlook
    }
    if ((before?.plan ?? planned).length === 0) return refuse({ is: 'not-askable' })
    if (!before?.plan) await store.proofing.begin(tx, journey.person, planned)
    const claimed = await store.proofing.claim(tx, journey.person)
    if (!claimed) return refuse(before?.standing ?? { is: 'closed-today' })
    await append({ type: 'proofing.deck-shown', facts: claimed, personal: { network } })
    return { is: 'open' }
  })
}

async function refuseDeck(deps: Deps, { person }: OpenJourney, network: string): Promise<Outlook> {
  await deps.store.note(person, { type: 'proofing.refused', facts: { reason: 'diverted' }, personal: { network } })
  return { is: 'diverted' }
}

/** The deck on the table, for the page; null when there is none and one must be asked for. */
export async function openDeck(deps: Deps, journey: OpenJourney): Promise<ProofingRow['open']> {
  return (await loadRow(deps, journey))?.open ?? null
}

export interface Answered {
  readonly attempt: number
  readonly birthDate: Day
  readonly answers: Readonly<Record<string, string>>
}

export type Verdict =
  | { readonly is: 'passed' }
  | { readonly is: 'failed' }
  /** Answered in another tab, or asked anew. */
  | { readonly is: 'stale' }
  /** PROOF-11: nothing was compared, and the deck stays on the table. */
  | { readonly is: 'diverted' }

export async function answerDeck(deps: Deps, journey: OpenJourney, answered: Answered, { network }: Origin): Promise<Verdict> {
  const { store, questions } = deps
  if (isDiverted(deps, journey)) return { is: 'diverted' }
  const open = await openDeck(deps, journey)
  if (!open || open.attempt !== answered.attempt) return { is: 'stale' }
  if (!(await store.transaction((tx) => store.proofing.take(tx, journey.person, open.attempt)))) return { is: 'stale' }
  const evenTime = questions.evenTime()
  const { record, mayPass } = await subjectOf(deps, journey)
  const right = questions.judge(open.deck, record, answered.birthDate, answered.answers)
  await evenTime
  return runCommand(deps, journey.person, async ({ tx, now, append }) => {
    const account = await store.accounts.load(tx, journey.person)
    if (!right || !mayPass || account?.state === 'frozen') {
      await append({ type: 'proofing.failed', facts: { attempt: open.attempt }, personal: { network } })
      await store.failures.count(tx)
      return { is: 'failed' }
    }
    await store.proofing.refund(tx, journey.person, open.attempt)
    await append({ type: 'proofing.passed', facts: { attempt: open.attempt }, personal: { network } })
    const mode = account ? 'recovery' : 'first-key'
    const proven = { at: now, attempt: open.attempt, mode } as const
    await saveStep(deps, tx, journey, 'questions', { proven, ...(await termsInForce(deps, tx, journey, now)) })
    return { is: 'passed' }
  })
}

/** Who accepted these very terms with the key that is recovered is not asked again. */
async function termsInForce({ store, terms }: Deps, tx: Tx, { person }: OpenJourney, now: Instant): Promise<Pick<JourneyFacts, 'terms'>> {
  const accepted = await store.recoveries.terms(tx, person)
  return accepted?.version === terms.version && accepted.digest === terms.digest ? { terms: { ...accepted, at: now } } : {}
}

function loadRow({ store }: Deps, { person }: OpenJourney): Promise<ProofingRow | null> {
  return store.proofing.look(person)
}

interface Subject {
  readonly record: RegisterRecord
  /** The record is somebody's. */
  readonly known: boolean
  readonly mayPass: boolean
}

/**
 * Whom the answers are compared with. An unknown number gets an invented record, and one is made for the others too: it takes longer than all else
 * this step does, so that without it the time of the page would tell who is known (PROOF-7, E-02).
 */
async function subjectOf({ register, policy }: Deps, { person, facts, now }: OpenJourney): Promise<Subject> {
  const found = await register.findByKey(person)
  const decoy = register.decoy(facts.identifier, localDay(now, policy.timeZone))
  return { record: found.record ?? decoy, known: found.record !== null, mayPass: found.status === 'active' }
}

async function planFor(deps: Deps, journey: OpenJourney): Promise<readonly Deck[]> {
  const evenTime = deps.questions.evenTime()
  const planned = planOf(deps, journey, await subjectOf(deps, journey))
  await evenTime
  return planned
}

/**
 * Both plans are made for everybody, of which one is used (PROOF-7, E-02): a number nobody has is asked in the shape of somebody's decks. How long that
 * takes depends on the record all the same, since most invented ones are thin and quickly done with: hence `evenTime`.
 */
function planOf({ questions, policy }: Deps, { person, facts, now }: OpenJourney, { record, known }: Subject): readonly Deck[] {
  const today = localDay(now, policy.timeZone)
  const own = questions.plan(person, record, today)
  const nobodys = questions.planOfNobody(person, facts.identifier, today)
  return known ? own : nobodys
}

/** Where somebody works now, or worked last. */
function employerOf({ jobs = [] }: RegisterRecord): string | null {
  return (jobs.find(({ to }) => to === null) ?? jobs.at(-1))?.ruc ?? null
}
