/** Numbers in every state a number can be in (E-01), for what a stranger must not be able to tell apart. */
import { cedulaCheckDigit } from '../../src/domain/identifier.ts'
import type { RegisterRecord } from '../../src/domain/person.ts'
import { makeKey } from './journeys.ts'
import { deceased, inventedToday, thinFile, worker } from './people.ts'
import type { World } from './world.ts'

export const states = ['unknown', 'deceased', 'withheld', 'no key yet', 'active', 'blocked', 'disabled', 'frozen', 'proofing exhausted'] as const
export type State = (typeof states)[number]
/** Who cannot be asked safely, and a number nobody has that gets the same page (PROOF-6); and one nobody has that was tried out. */
export type Beside = 'thin file' | 'unknown, not asked' | 'unknown, exhausted'

export async function numbersIn(world: World): Promise<Readonly<Record<State | Beside, string>>> {
  const enrolled = async (record: RegisterRecord): Promise<string> => (await world.enrol(record), record.id.value)
  const holder = async (n: number): Promise<string> => {
    await world.enrol(worker(n))
    const made = await makeKey(world, worker(n), `titular${n}@example.org`)
    if (made.is !== 'issued') throw new Error(made.is)
    return worker(n).id.value
  }
  const strangers = [unknownNumber(world, true), unknownNumber(world, false), unknownNumber(world, true, 1)] as const
  const numbers = {
    unknown: strangers[0], deceased: await enrolled(deceased()), withheld: await enrolled({ ...worker(0), status: 'withheld' }), 'no key yet': await enrolled(worker(1)),
    active: await holder(2), blocked: await holder(3), disabled: await holder(4), frozen: await holder(5), 'proofing exhausted': await holder(6),
    'thin file': await enrolled(thinFile()), 'unknown, not asked': strangers[1], 'unknown, exhausted': strangers[2],
  }
  await wrongSoFar(world, numbers.blocked, 5)
  await wrongSoFar(world, numbers.disabled, 20)
  const person = keyOf(world, numbers.frozen)
  await world.deps.store.transaction(async (tx) => {
    await world.deps.store.accounts.freeze(tx, person)
    await world.deps.store.append(tx, person, { type: 'key.frozen', facts: { sessionsEnded: 0 }, personal: { network: '' } })
  })
  return numbers
}

const keyOf = (world: World, number: string) => world.personKey({ type: 'cedula', value: number })

async function wrongSoFar(world: World, number: string, times: number): Promise<void> {
  await world.database.sql(`insert into clave.login_attempts values ($1, 'stranger', 5, $2, '-infinity')
    on conflict (person_key, lane) do update set in_a_row = 5, since_success = excluded.since_success`, [Buffer.from(keyOf(world, number), 'hex'), times])
}

/** As if every attempt at the questions had been used, for a number that has begun. */
export async function exhaust(world: World, number: string): Promise<void> {
  await world.database.sql('update clave.proofing_attempts set used_in_all = 9, open_attempt = null, open_deck = null where person_key = $1', [Buffer.from(keyOf(world, number), 'hex')])
}

/** The n-th valid number that is nobody's and whose decoy can be asked (or cannot), as PROOF-7 spreads them over the unknown ones. */
function unknownNumber(world: World, askable: boolean, n = 0): string {
  for (let at = 1, found = 0; at < 10_000; at += 1) {
    const nine = `17${String((1_000_003 * at) % 10_000_000).padStart(7, '0')}`
    const identifier = { type: 'cedula', value: nine + String(cedulaCheckDigit(nine)) } as const
    const decks = world.deps.questions.planOfNobody(world.personKey(identifier), identifier, inventedToday)
    if (decks.length === (askable ? 3 : 0) && (found += 1) > n) return identifier.value
  }
  throw new Error('none')
}
