/** A journey as the application sees it: who it is about, what is done, and how a step is saved. */
import { completeStep, type JourneyFacts, type StepName } from '../domain/journey.ts'
import type { Deps, StoredJourney, Tx } from './ports.ts'

/** A journey read for one request. */
export interface OpenJourney extends StoredJourney { readonly idHash: Buffer }

export async function openJourney({ store, secrets }: Deps, id: string): Promise<OpenJourney | null> {
  const idHash = secrets.tokenHash(id)
  const stored = await store.journeys.load(idHash)
  return stored ? { ...stored, idHash } : null
}

/**
 * Saves a step over the newest facts: over those of the page first, and when another tab saved meanwhile, over what that one left.
 * Answers the journey as it stands now. Throws when its time ended between the page and now.
 */
export async function saveStep({ store }: Deps, tx: Tx | null, journey: OpenJourney, step: StepName, given: Given): Promise<OpenJourney> {
  for (let before: StoredJourney | null = journey; before !== null; before = await store.journeys.load(journey.idHash, tx ?? undefined)) {
    const facts = completeStep(step, before.facts, typeof given === 'function' ? given(before.facts) : given)
    if (await store.journeys.save(tx, journey.idHash, before, facts)) return { ...before, idHash: journey.idHash, version: before.version + 1, facts }
  }
  throw new JourneyEnded()
}

/** What a step adds, or how it follows from the newest facts. */
type Given = Partial<JourneyFacts> | ((fresh: JourneyFacts) => Partial<JourneyFacts>)

/** For steps that only note what was typed: one guarded statement, so the person's lock is not needed. */
export function noteStep(deps: Deps, journey: OpenJourney, step: StepName, given: Partial<JourneyFacts>): Promise<OpenJourney> {
  return saveStep(deps, null, journey, step, given)
}

/** The journey's time ended while the request was under way; the page says how to go on. */
export class JourneyEnded extends Error {}
