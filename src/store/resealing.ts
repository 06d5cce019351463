/**
 * Sealing anew what lies under an older key (D-02, D-03): what lasts longer than a week and is no event. A batch is read by its place in the
 * primary key, opened and sealed here, and put back only over the very bytes that were read, so that whoever changed or deleted it meanwhile wins.
 * Held by test/cli/keys.test.ts.
 */
import { KeyDestroyed } from '../app/rights-ports.ts'
import type { PersonKey } from '../domain/types.ts'
import type { Field, FieldCipher } from '../security/field-cipher.ts'
import { statement, type Database } from './database.ts'

interface Sealed { readonly table: string; readonly column: string; readonly field: Field; readonly of: 'person' | 'register' }

const lasting: readonly Sealed[] = [
  { table: 'contacts', column: 'value', field: 'contact', of: 'person' },
  { table: 'former_contacts', column: 'value', field: 'contact', of: 'person' },
  { table: 'devices', column: 'label', field: 'device', of: 'person' },
  { table: 'bank_accounts', column: 'account', field: 'bank-account', of: 'person' },
  { table: 'certificates', column: 'content', field: 'certificate', of: 'person' },
  { table: 'people', column: 'facts', field: 'facts', of: 'register' },
  { table: 'proofing_attempts', column: 'plan', field: 'plan', of: 'register' },
]

// $1: how a value sealed now begins, but for the generation, which is the person's. A person has few rows in each of these.
const older = ({ column, of }: Sealed): string => (of === 'register' ? `substring(${column} from 1 for length($1::bytea)) <> $1`
  : `${column} is not null and substring(${column} from 1 for 1) || substring(${column} from 3 for length($1::bytea) - 1) <> $1`)

const statements = lasting.map((each) => ({
  ...each,
  count: statement(`reseal-count-${each.table}`, `select count(*) as rows from ${each.table} where ${older(each)}`),
  people: statement(`reseal-people-${each.table}`, `
    select person_key from ${each.table} where person_key > $2 and ${older(each)} group by person_key order by person_key limit 100`),
  read: statement(`reseal-read-${each.table}`, `
    select person_key, encode(person_key, 'hex') as person, ${each.column} as sealed from ${each.table} where person_key = any($2::bytea[]) and ${older(each)}`),
  put: statement(`reseal-put-${each.table}`, `
    update ${each.table} t set ${each.column} = n.fresh from unnest($1::bytea[], $2::bytea[], $3::bytea[]) as n (person_key, sealed, fresh)
     where t.person_key = n.person_key and t.${each.column} = n.sealed`),
}))

const say = statement('reseal-say', `select set_config('clave.resealing', 'on', true)`)

interface Row { readonly person_key: Buffer; readonly person: PersonKey; readonly sealed: Buffer }

export interface Resealing {
  /** Values that people gave under another key than the present one; the register is too much to count. */
  count(): Promise<number>
  /** `lost`: values that nothing here opens; they stay. */
  run(onDone: (sealed: number) => void): Promise<{ readonly sealed: number; readonly lost: number }>
}

export function makeResealing(db: Database, cipher: FieldCipher, masterId: string): Resealing {
  const id = Buffer.from(masterId)
  const heads = { person: Buffer.from([0x80 | id.length, ...id]), register: Buffer.from([id.length, ...id]) }
  return {
    async count() {
      let rows = 0
      for (const { count, of } of statements) if (of === 'person') rows += (await db.row<{ rows: number }>(count, [heads.person]))!.rows
      return rows
    },
    async run(onDone) {
      let [sealed, lost] = [0, 0]
      for (const each of statements) {
        for (let last: Buffer = Buffer.alloc(0); ;) {
          const people = (await db.rows<{ person_key: Buffer }>(each.people, [heads[each.of], last])).map(({ person_key: key }) => key)
          if (people.length === 0) break
          last = people.at(-1)!
          const batch = await resealBatch(each, people)
          sealed += batch.sealed
          lost += batch.lost
          onDone(sealed)
        }
      }
      return { sealed, lost }
    },
  }

  async function resealBatch(each: (typeof statements)[number], people: readonly Buffer[]): Promise<{ sealed: number; lost: number }> {
    const rows = await db.rows<Row>(each.read, [heads[each.of], people])
    const opened = rows.flatMap((row) => openedAnew(each.field, row) ?? [])
    if (opened.length === 0) return { sealed: 0, lost: rows.length }
    const sealed = await db.transaction(async (tx) => {
      await tx.row(say)
      return tx.run(each.put, [opened.map((row) => row.person_key), opened.map((row) => row.sealed), opened.map((row) => row.fresh)])
    })
    return { sealed, lost: rows.length - opened.length }
  }

  function openedAnew(field: Field, row: Row): (Row & { readonly fresh: Buffer }) | null {
    try {
      return { ...row, fresh: cipher.encrypt(row.person, field, cipher.decrypt(row.person, field, row.sealed)) }
    } catch (error) {
      if (error instanceof KeyDestroyed || /no key/.test((error as Error).message)) return null
      throw error
    }
  }
}
