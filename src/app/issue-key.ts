/** Step 5: terms and the new password; the account comes into being (PASS-1…4, PROOF-10, NOTICE-1), or gets another key (recover-key.ts). */
import type { RegisterRecord } from '../domain/person.ts'
import { modeOf } from '../domain/journey.ts'
import type { PasswordRefusal } from '../domain/password.ts'
import type { Instant, PersonKey } from '../domain/types.ts'
import { registerAddresses } from './addresses-on-file.ts'
import { noteStep, saveStep, type OpenJourney } from './journey.ts'
import { newPassword, type HashedPassword } from './new-password.ts'
import type { Deps, Language, NewAccount, Origin } from './ports.ts'
import { recover } from './recover-key.ts'
import { runCommand, type Command } from './run-command.ts'
import { countedIn, flagShared, servesEnough } from './shared-contacts.ts'
import { tellByText } from './text-notices.ts'

export function acceptTerms(deps: Deps, journey: OpenJourney): Promise<OpenJourney> {
  return noteStep(deps, journey, 'terms', { terms: { ...deps.terms, at: journey.now } })
}

export type Issued =
  | { readonly is: 'issued' }
  | { readonly is: 'refused'; readonly refusal: PasswordRefusal }
  | { readonly is: 'busy' }
  /** Another browser was quicker, or the register changed meanwhile (P-13). */
  | { readonly is: 'not-possible' }

/** The last step of both modes. The hash is made before the transaction; the register and the account are looked at again inside (P-13). */
export async function issueKey(deps: Deps, journey: OpenJourney, typed: string, origin: Origin): Promise<Issued> {
  const found = await deps.register.findByKey(journey.person)
  if (!found.record || found.status !== 'active') return { is: 'not-possible' }
  const record = found.record
  const password = await newPassword(deps, journey, record, typed)
  if (password.is !== 'hashed') return password
  const make = modeOf(journey.facts) === 'recovery' ? recover : create
  const issued = await runCommand<Issued>(deps, journey.person, (command) => make(deps, command, journey, record, password, origin))
  if (issued.is === 'issued') deps.wakeCourier()
  return issued
}

async function create(
  deps: Deps, { tx, now, append }: Command, journey: OpenJourney, record: RegisterRecord, password: HashedPassword, { network }: Origin,
): Promise<Issued> {
  const { store, policy } = deps
  const account = newAccount(journey, password.hash, now, now + policy.proofing.probation)
  if (await store.popularity.isFull(tx, password.text)) return { is: 'refused', refusal: { why: 'popular' } }
  const contacts = journey.facts.contacts!
  if (await servesEnough(deps, tx, journey.person, countedIn(contacts))) return { is: 'not-possible' }
  if (!(await store.accounts.create(tx, journey.person, account))) return { is: 'not-possible' }
  await store.popularity.count(tx, password.text)
  await store.proofing.clear(tx, journey.person)
  const notices = await queueNotices(deps, { tx, now }, journey.person, journey.facts.language, account, record)
  const texts = await tellByText(deps, { tx, now, person: journey.person, record, language: journey.facts.language, kind: 'key-issued' })
  const { hash } = await append({
    type: 'key.issued',
    facts: {
      level: 'basic', probationUntil: new Date(account.probationUntil).toISOString(), termsVersion: account.terms.version,
      contacts: account.contacts.map(({ kind }) => kind), notices,
    },
    personal: { network },
  })
  await flagShared(deps, tx, journey.person, countedIn(contacts))
  const receipt = hash.toString('hex').slice(0, 16)
  await saveStep(deps, tx, journey, 'password', { done: { receipt, at: now, notices, texts, probationUntil: account.probationUntil } })
  return { is: 'issued' }
}

function newAccount({ facts }: OpenJourney, passwordHash: string, now: Instant, probationUntil: Instant): NewAccount {
  const { contacts, answers, figureHash, terms, confirmed } = facts
  if (!contacts || !answers || !figureHash || !terms || confirmed?.email !== contacts.email) throw new Error('P-15: a step is missing')
  const second = contacts.secondEmail === undefined ? [] : [{ kind: 'email', value: contacts.secondEmail, rank: 2, verifiedBy: 'none' } as const]
  return {
    passwordHash, issuedAt: now, probationUntil, terms, answers, figureHash,
    contacts: [
      { kind: 'email', value: contacts.email, rank: 1, verifiedBy: 'link' },
      { ...contacts.phone, rank: 3, verifiedBy: 'none' },
      ...second,
    ],
  }
}

/** NOTICE-1: to the address just confirmed and to every verified address the register knew before, each with its own link. */
async function queueNotices(
  { store, secrets, policy }: Deps, { tx, now }: Pick<Command, 'tx' | 'now'>, person: PersonKey, language: Language,
  account: NewAccount, record: RegisterRecord,
): Promise<number> {
  const fresh = account.contacts.filter(({ kind, verifiedBy }) => kind === 'email' && verifiedBy === 'link').map(({ value }) => value.toLowerCase())
  const addresses = [...new Set([...fresh, ...registerAddresses(record)])]
  for (const to of addresses) {
    const token = secrets.token()
    const link = { kind: 'repudiate', token, journeyHash: null, lifetime: policy.notice.repudiation } as const
    await store.links.issue(tx, person, link, { kind: 'key-issued', to, language, token, at: now, newAddress: fresh.includes(to) }, false)
  }
  return addresses.length
}
