/** Somebody with a key, and browsers in which she is signed in. The key is put into the store, so that no journey is walked for it. */
import assert from 'node:assert/strict'
import type { RegisterRecord } from '../../../src/domain/person.ts'
import type { PersonKey } from '../../../src/domain/types.ts'
import type { Browser, Screen } from '../../support/browser.ts'
import type { ReceivedMail } from '../../support/inbox.ts'
import { worker } from '../../support/people.ts'
import type { World } from '../../support/world.ts'

export const key = 'tres tristes tigres comen trigo'

export interface Owner {
  readonly record: RegisterRecord
  readonly person: PersonKey
  readonly email: string
}

let people = 20

/** Probation is over unless `probationUntil` says otherwise. */
export async function owner(world: World, options: { probationUntil?: number; secondEmail?: string } = {}): Promise<Owner> {
  people += 1
  const record: RegisterRecord = { ...worker(people), contacts: [] }
  const email = `duena${people}@example.org`
  const person = await world.enrol(record)
  const hash = async (text: string): Promise<string> => (await world.deps.hasher.reserve('owner')!.hash(text))
  const [passwordHash, answerHash] = [await hash(key), await hash('senoraibarra')]
  await world.deps.store.transaction(async (tx) => {
    const now = await world.deps.store.lock(tx, person)
    await world.deps.store.accounts.create(tx, person, {
      passwordHash, issuedAt: now, probationUntil: options.probationUntil ?? now, terms: world.deps.terms, figureHash: answerHash,
      contacts: [
        { kind: 'email', value: email, rank: 1, verifiedBy: 'link' },
        ...(options.secondEmail === undefined ? [] : [{ kind: 'email', value: options.secondEmail, rank: 2, verifiedBy: 'link' } as const]),
        { kind: 'mobile', value: '+593991234567', rank: 3, verifiedBy: 'none' },
      ],
      answers: ['first-teacher', 'first-boss', 'neighbour'].map((question) => ({ question, hash: answerHash })),
    })
    await world.deps.store.append(tx, person, {
      type: 'key.issued', facts: { level: 'basic', probationUntil: '', termsVersion: '1', contacts: ['email', 'mobile'], notices: 0 }, personal: { network: '198.51.100.0/24' },
    })
  })
  return { record, person, email }
}

export async function tryToSignIn(world: World, who: Owner, typed = key, browser: Browser = world.browser()): Promise<{ browser: Browser; screen: Screen }> {
  const page = await browser.get('/ingresar')
  return { browser, screen: await browser.submit(page, 'Ingresar', { 'Número de cédula': who.record.id.value, Clave: typed }) }
}

export async function signIn(world: World, who: Owner, typed = key): Promise<Browser> {
  const { browser, screen } = await tryToSignIn(world, who, typed)
  assert.equal(screen.path, '/mi-clave', screen.errors.join(' '))
  return browser
}

/** The next mail to this address with such a subject; sign-ins in a new browser are told too. */
export async function mailTo(world: World, to: string, subject: RegExp): Promise<ReceivedMail> {
  for (;;) {
    const mail = await world.inbox.waitFor(to)
    if (subject.test(mail.subject)) return mail
  }
}

/** Types of the person's events, oldest first. */
export async function eventsOf(world: World, { person }: Owner): Promise<readonly string[]> {
  const rows = await world.database.sql<{ type: string }>('select type from clave.audit_events where person_key = $1 order by seq', [Buffer.from(person, 'hex')])
  return rows.map(({ type }) => type)
}
