/** A journey as the application sees it: who it is about, what is done, and how a step is saved. */
import { completeStep, type JourneyFacts, type StepName } from '../domain/journey.ts'
import type { PersonKey } from '../domain/types.ts'
import { runCommand } from './run-command.ts'
import type { Deps, StoredJourney, Tx } from './ports.ts'

/** A journey read for one request. */
export interface OpenJourney extends StoredJourney { readonly idHash: Buffer }

export async function openJourney({ store, secrets }: Deps, id: string): Promise<OpenJourney | null> {
  const idHash = secrets.tokenHash(id)
  const stored = await store.journeys.load(idHash)
  return stored ? { ...stored, idHash } : null
}

/**
 * Saves a step over the newest facts, so that what another tab saved meanwhile is kept. Call with the person's lock held.
 * Throws when the journey's time ended between the page and now.
 */
export async function saveStep({ store }: Deps, tx: Tx, idHash: Buffer, step: StepName, given: Given): Promise<void> {
  const fresh = await store.journeys.load(idHash, tx)
  if (!fresh) throw new JourneyEnded()
  const facts = typeof given === 'function' ? given(fresh.facts) : given
  if (!(await store.journeys.save(tx, idHash, fresh, completeStep(step, fresh.facts, facts)))) throw new JourneyEnded()
}

/** What a step adds, or how it follows from the newest facts. */
type Given = Partial<JourneyFacts> | ((fresh: JourneyFacts) => Partial<JourneyFacts>)

/** For steps that only note what was typed. */
export function noteStep(deps: Deps, { idHash, person }: { idHash: Buffer; person: PersonKey }, step: StepName, given: Partial<JourneyFacts>): Promise<void> {
  return runCommand(deps, person, ({ tx }) => saveStep(deps, tx, idHash, step, given))
}

/** The journey's time ended while the request was under way; the page says how to go on. */
export class JourneyEnded extends Error {}
