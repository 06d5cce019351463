/** Numbers in each of the states of E-01, as many as asked for; each is met once at each entry, so that no request finds what another left. */
import type { Deck } from '../src/questions/question.ts'
import type { RegisterRecord } from '../src/domain/person.ts'
import { localDay } from '../src/domain/calendar.ts'
import { defaultPolicy } from '../src/domain/policy.ts'
import { demoSeed } from '../src/demo/register.ts'
import { inventPeople } from '../src/register/invent.ts'
import { makeFieldCipher } from '../src/security/field-cipher.ts'
import { statement } from '../src/store/database.ts'
import { bytesOf } from '../src/store/person-key.ts'
import type { Installation } from './installation.ts'
import { enrol, giveKeys } from './people.ts'

export const states = ['unknown', 'deceased', 'no record', 'no key yet', 'active', 'blocked', 'disabled', 'exhausted'] as const
/** What the questions of an exhausted number, and of one without enough history, are held against: no page tells of more than these two. */
export const counterparts = ['unknown, exhausted', 'unknown, no record'] as const
export type State = (typeof states)[number] | (typeof counterparts)[number]

export interface Numbered { readonly state: State; readonly number: string; readonly first: Deck | null }

const enrolled = statement('bench-enrolled', `select encode(person_key, 'hex') as person from people`)
const wrongSoFar = statement('bench-wrong-so-far', `insert into login_attempts values ($1, 'stranger', 5, $2, '-infinity')`)
const exhaust = statement('bench-exhaust', 'update proofing_attempts set used_in_all = 9 where person_key = $1')
const vacuum = ['people', 'accounts', 'audit_events', 'person_streams', 'login_attempts', 'proofing_attempts'].map((table) => statement(`bench-vacuum-all-${table}`, `vacuum analyze ${table}`))

export async function numbersInStates(installation: Installation, each: number): Promise<readonly Numbered[]> {
  const { deps, db, keyring } = installation
  const cipher = makeFieldCipher(keyring)
  const today = localDay(await deps.store.now(), defaultPolicy.timeZone)
  const found = new Map<State, { record: RegisterRecord; decks: readonly Deck[] }[]>([...states, ...counterparts].map((state) => [state, []]))
  const put = (state: State, record: RegisterRecord, decks: readonly Deck[]): void => void found.get(state)!.push({ record, decks })
  const taken = new Set((await db.rows<{ person: string }>(enrolled)).map(({ person }) => person))
  for (const [state, record, decks] of drawn(installation, taken, today, (state) => found.get(state)!.length < each)) {
    put(state, state === 'deceased' ? { ...record, status: 'deceased' } : record, decks)
    if ([...found.values()].every((list) => list.length >= each)) break
  }
  const of = (...names: State[]): RegisterRecord[] => names.flatMap((state) => found.get(state)!.map(({ record }) => record))
  await enrol(db, keyring, cipher, of('deceased', 'no record', 'no key yet', 'active', 'blocked', 'disabled', 'exhausted'))
  await giveKeys(db, deps, of('active', 'blocked', 'disabled', 'exhausted'), installation.password)
  await db.transaction(async (tx) => {
    for (const { id } of of('blocked')) await tx.run(wrongSoFar, [bytesOf(keyring.personKey(id)), 5])
    for (const { id } of of('disabled')) await tx.run(wrongSoFar, [bytesOf(keyring.personKey(id)), 20])
  })
  const exhausted = (['exhausted', 'unknown, exhausted'] as const).flatMap((state) => found.get(state)!)
  await deps.store.transaction(async (tx) => {
    for (const { record, decks } of exhausted) await deps.store.proofing.begin(tx, keyring.personKey(record.id), decks)
  })
  await db.transaction(async (tx) => {
    for (const { record } of exhausted) await tx.run(exhaust, [bytesOf(keyring.personKey(record.id))])
  })
  for (const table of vacuum) await db.run(table)
  return [...found].flatMap(([state, list]) => list.map(({ record, decks }) => ({ state, number: record.id.value, first: decks[0] ?? null })))
}

/** People nobody else in the installation is, each for the state that still wants one of this kind. */
function* drawn({ deps }: Installation, taken: ReadonlySet<string>, today: string, wants: (state: State) => boolean): Generator<[State, RegisterRecord, readonly Deck[]]> {
  const plan = (record: RegisterRecord): readonly Deck[] => deps.questions.plan(deps.register.personKey(record.id), record, today)
  const planOfNobody = ({ id }: RegisterRecord): readonly Deck[] => deps.questions.planOfNobody(deps.register.personKey(id), id, today)
  let turn = 0
  for (const record of inventPeople({ people: 1_000_000, seed: demoSeed, today })) {
    if (record.status !== 'active' || record.id.type !== 'cedula' || record.aliases || taken.has(deps.register.personKey(record.id))) continue
    // By turns, whoever they are: the numbers of each state are drawn from the same people.
    turn += 1
    const asUnknown = turn % 2 === 0
    const decks = asUnknown ? planOfNobody(record) : plan(record)
    const fits: readonly State[] = asUnknown
      ? decks.length === 3 ? ['unknown', 'unknown, exhausted'] : decks.length === 0 ? ['unknown, no record'] : []
      : decks.length === 3 ? ['active', 'no key yet', 'deceased', 'blocked', 'disabled', 'exhausted'] : decks.length === 0 ? ['no record'] : []
    const state = fits.filter(wants).at(turn % Math.max(1, fits.filter(wants).length))
    if (state) yield [state, record, decks]
  }
}
