/** Step 1: a number and the robot check. Nothing is looked up for the page, so nothing can be learned from it (PROOF-7). */
import type { Identifier } from '../domain/person.ts'
import { noteStep, type OpenJourney } from './journey.ts'
import type { Deps, Language, Origin } from './ports.ts'

/** What the browser brought for the robot check; the solution itself was verified by the caller. */
export type RobotProof = { readonly solved: true; readonly challenge: string; readonly expiresAt: number } | { readonly solved: false }

export type Identified =
  | { readonly is: 'started'; readonly journeyId: string }
  | { readonly is: 'waiting'; readonly journeyId: string }
  | { readonly is: 'too-many' }

export async function identify(
  deps: Deps, identifier: Identifier, proof: RobotProof, language: Language, origin: Origin,
): Promise<Identified> {
  const { store, register, secrets } = deps
  const solved = proof.solved && (await store.robots.use(proof.challenge, proof.expiresAt))
  const ticket = solved ? null : await store.robots.issueTicket(origin.network)
  if (!solved && !ticket) return { is: 'too-many' }
  deps.watch.tried(identifier)
  const person = await register.resolve(identifier)
  const journeyId = secrets.token()
  const facts = { identifier, language, ...(ticket ? { ticket } : { checked: true as const }) }
  await store.transaction((tx) => store.journeys.create(tx, secrets.tokenHash(journeyId), person, facts))
  return { is: solved ? 'started' : 'waiting', journeyId }
}

/** The way without scripts: once the ticket is ripe the journey goes on. Milliseconds left, 0 when it did. */
export async function ripen(deps: Deps, journey: OpenJourney): Promise<number> {
  const { ticket, checked } = journey.facts
  if (checked || !ticket) return 0
  const left = ticket.ripeAt - journey.now
  if (left > 0) return left
  await noteStep(deps, journey, 'wait', { checked: true })
  return 0
}
