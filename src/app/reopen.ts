/**
 * A closed process opens again by a code to an address verified earlier, twice a year at most (PROOF-9); the same code leads on to the questions
 * while the breaker stands, without an attempt more (PROOF-11). Anybody may ask, for any number:
 * the same is said and written whether there is somebody to write to or not, and a code that is not right gets one answer (E-03, E-04).
 */
import type { Link } from '../domain/link.ts'
import { addressesOnFile } from './addresses-on-file.ts'
import { saveStep, type OpenJourney } from './journey.ts'
import { isDiverted } from './proofing.ts'
import { tellOwner } from './own-notices.ts'
import type { Deps, Found, Origin } from './ports.ts'
import { runCommand, type Command } from './run-command.ts'

/** `not-closed`: there are attempts left, or there will be after midnight, and no breaker stands; so it is for unknown numbers too. */
export type ReopeningAsked = 'asked' | 'not-closed'

export async function askToReopen(deps: Deps, journey: OpenJourney): Promise<ReopeningAsked> {
  const found = await deps.register.findByKey(journey.person)
  const asked = await runCommand<ReopeningAsked>(deps, journey.person, async (command) => {
    const { store } = deps
    const closed = (await store.proofing.load(command.tx, journey.person))?.standing.is === 'closed'
    const diverted = isDiverted(deps, journey)
    if (!closed && !diverted) return 'not-closed'
    await saveStep(deps, command.tx, journey, 'reopen', { reopenAsked: command.now, ...(diverted ? { contactFirst: true } : {}) })
    await mailOrPretend(deps, command, journey, found, closed)
    return 'asked'
  })
  if (asked === 'asked') deps.wakeCourier()
  return asked
}

async function mailOrPretend(deps: Deps, { tx, append }: Command, journey: OpenJourney, found: Found, closed: boolean): Promise<void> {
  const { store, secrets, policy } = deps
  const { person } = journey
  const token = secrets.token()
  const { byContact, mails, mailsOfDay } = await store.reopenings.lately(tx, person)
  const account = await store.accounts.load(tx, person)
  const [to] = await addressesOnFile(store, tx, person, found.record)
  // LINK-4: strangers may ask for these, so they are counted apart from the mails of the journeys.
  const within = mails < policy.link.perPersonAndHour && mailsOfDay < policy.link.perAddressAndDay
  // Twice a year is about attempts, of which an open process gets none (PROOF-11).
  const may = found.status === 'active' && account?.state !== 'frozen' && (!closed || byContact < policy.proofing.reopeningsPerYear) && within
  if (to === undefined || !may) {
    await store.reopenings.pretend(tx, person, journey.idHash, token)
    await append({ type: 'link.refused', facts: { kind: 'reopen', reason: to === undefined ? 'no-address' : 'limit' } })
    return
  }
  const link = { kind: 'reopen', token, journeyHash: journey.idHash, lifetime: policy.link.lifetime } as const
  await store.links.issue(tx, person, link, { kind: 'reopen', to, language: journey.facts.language, token, contactFirst: !closed }, true)
  await append({ type: 'link.issued', facts: { kind: 'reopen' } })
}

/** The typed code; the try is claimed first (LINK-3). false whatever was wrong. */
export async function reopenByCode(deps: Deps, journey: OpenJourney, typed: string, origin: Origin): Promise<boolean> {
  const { store, secrets } = deps
  const link = await store.links.findByJourney(journey.idHash, 'reopen')
  const claimed = link && (await store.links.claimCodeTry(link.tokenHash))
  if (link && claimed && secrets.equal(claimed.codeHash, secrets.codeHash(link.tokenHash, typed))) return reopenBy(deps, journey, link, 'code', origin)
  await runCommand(deps, journey.person, ({ append }) => append({ type: 'link.refused', facts: { kind: 'reopen', reason: 'wrong-code' } }))
  return false
}

/** By the link or the code; who has a key is told at every address (NOTICE-1), for one mailbox was enough. The limit is looked at again, for two mails may have been asked for at once. */
export async function reopenBy(deps: Deps, journey: OpenJourney, link: Link, by: 'link' | 'code', origin: Origin | null): Promise<boolean> {
  const { store, policy, register } = deps
  const { person, facts: { language } } = journey
  const { record } = await register.findByKey(person)
  const done = await runCommand(deps, person, async ({ tx, now, append }) => {
    const { byContact } = await store.reopenings.lately(tx, person)
    const closed = (await store.proofing.load(tx, person))?.standing.is === 'closed'
    const reopens = closed && byContact < policy.proofing.reopeningsPerYear
    // Asked for while the breaker stood, it helps whether that still does or not.
    const lets = isDiverted(deps, journey) || (journey.facts.contactFirst === true && !closed)
    if ((!reopens && !lets) || !(await store.links.consume(tx, link.tokenHash))) return false
    const personal = origin ? { personal: { network: origin.network } } : {}
    await append({ type: 'link.consumed', facts: { kind: 'reopen', by } })
    if (lets) {
      await saveStep(deps, tx, journey, 'reopen', { letThrough: now })
      await append({ type: 'proofing.let-through', facts: { by: 'contact' }, ...personal })
    }
    if (!reopens) return true
    await store.reopenings.reopen(tx, person, policy.proofing.reopenedTo)
    await append({ type: 'proofing.reopened', facts: { by: 'contact' }, ...personal })
    if (record && (await store.accounts.load(tx, person))) await tellOwner(deps, { tx, now, person, record, language }, { kind: 'reopened' })
    return true
  })
  if (done) deps.wakeCourier()
  return done
}
