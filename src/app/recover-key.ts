/**
 * A key made anew (journey 1, recovery): everything that belonged to the forgotten one ends in the transaction that stores the new one, and
 * every address is told (W-09, NOTICE-1). Nobody is signed in by it. On probation again, by whatever way the person was known (PROOF-10,
 * docs/decisions/040-recovery.md).
 */
import type { RegisterRecord } from '../domain/person.ts'
import { addressesToTell, registerAddresses } from './addresses-on-file.ts'
import type { Issued } from './issue-key.ts'
import { JourneyEnded, saveStep, type OpenJourney } from './journey.ts'
import type { HashedPassword } from './new-password.ts'
import type { Deps, Origin } from './ports.ts'
import type { Command } from './run-command.ts'
import { tellByText } from './text-notices.ts'

export async function recover(
  deps: Deps, { tx, now, append }: Command, journey: OpenJourney, record: RegisterRecord, password: HashedPassword, { network }: Origin,
): Promise<Issued> {
  const { store, policy } = deps
  const { person } = journey
  // Under the lock: the same form may have been sent twice (peers 18).
  const facts = (await store.journeys.load(journey.idHash, tx))?.facts
  if (!facts) throw new JourneyEnded()
  const { proven, vouched, confirmed, terms } = facts
  if (!proven || !vouched || !confirmed || !terms) throw new Error('P-15: a step is missing')
  if (facts.done) return { is: 'not-possible' }
  if (await store.popularity.isFull(tx, password.text)) return { is: 'refused', refusal: { why: 'popular' } }
  const probationUntil = now + policy.proofing.probation
  const key = { passwordHash: password.hash, at: now, probationUntil, terms }
  if (!(await store.recoveries.recover(tx, person, journey.idHash, proven.at, key))) return { is: 'not-possible' }
  await store.popularity.count(tx, password.text)
  await store.proofing.clear(tx, person)
  const sessionsEnded = await store.sessions.endAll(tx, person)
  const { devicesEnded } = await store.recoveries.forgetOld(tx, person)
  const notices = await queueNotices(deps, { tx, now }, journey, record)
  const texts = await tellByText(deps, { tx, now, person, record, language: facts.language, kind: 'key-recovered' })
  const { hash } = await append({
    type: 'key.recovered', facts: { by: vouched.by, sessionsEnded, devicesEnded, termsVersion: terms.version, notices }, personal: { network },
  })
  const receipt = hash.toString('hex').slice(0, 16)
  await saveStep(deps, tx, journey, 'password', { done: { receipt, at: now, notices, texts, probationUntil, sessionsEnded } })
  return { is: 'issued' }
}

/** To every verified address on file, and to those given up so lately that a stranger may have done it; each with its own «No fui yo». */
async function queueNotices(deps: Deps, { tx, now }: Pick<Command, 'tx' | 'now'>, { person, facts }: OpenJourney, record: RegisterRecord): Promise<number> {
  const { store, secrets, policy } = deps
  const lifetime = policy.notice.repudiation
  const addresses = [...new Set([...(await addressesToTell(deps, tx, person, record, now)), ...registerAddresses(record)])]
  for (const to of addresses) {
    const token = secrets.token()
    await store.links.issue(tx, person, { kind: 'repudiate', token, journeyHash: null, lifetime }, { kind: 'key-recovered', to, language: facts.language, token, at: now }, false)
  }
  return addresses.length
}
