/** Storing a register: who is new goes by COPY straight into the people, who changed by COPY and one update, who is the same not at all. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { ImportOvertaken, type ImportCounts, type ImportStore, type SealedPeople, type SealedPerson, type StoredImport } from '../app/register-import.ts'
import { copyBinary, type CopyField } from './copy-binary.ts'
import { statement, type Database, type Transaction } from './database.ts'
import { bytesOf, personKeyOf } from './person-key.ts'

const latest = statement('import-latest', `
  select id, head_digest, done_digest, bytes_done, lines_done, counts, finished_at is not null as finished
    from register_imports order by id desc limit 1`)

const begin = statement('import-begin', `
  insert into register_imports (head_digest, done_digest, bytes_done, lines_done, counts, begun_at)
  values ($1, '', 0, 0, $2, clave.now()) returning id`)

// A newer import makes an older one stop: two at once would undo each other's lines.
const advance = statement('import-advance', `
  update register_imports i set done_digest = $3, bytes_done = $4, lines_done = $5, counts = $6
   where id = $1 and bytes_done = $2 and finished_at is null
     and not exists (select from register_imports newer where newer.id > i.id)`)

const finish = statement('import-finish', 'update register_imports set finished_at = clave.now() where id = $1')

// One import at a time writes people; who reads them is not held up. Then what is found to be new stays new until the COPY.
const lock = statement('import-lock', 'lock table people in share row exclusive mode')

// The tables grow under a prepared statement: the plan must be made anew, and never scan the people.
const planning = statement('import-planning', `
  select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true),
         set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`)

// The keys come as one piece of bytes: an array of them would cost the driver and the server more to write and read than the look-ups do.
const known = statement('import-known', `
  select batch.person_key, p.facts_digest, own.alias_key is not null as is_alias, old.found is not null as has_aliases
    from (select substring($1::bytea from 16 * place + 1 for 16) as person_key from generate_series(0, octet_length($1::bytea) / 16 - 1) as place) as batch
    left join people p using (person_key)
    left join aliases own on own.alias_key = batch.person_key
    left join lateral (select true as found from aliases a where a.person_key = batch.person_key limit 1) as old on true
   where p.person_key is not null or own.alias_key is not null or old.found`)

const columns = '(person_key, status, facts, facts_digest)'
const copyNew = `copy people ${columns} from stdin (format binary)`

const staging = statement('import-staging', `
  create temp table if not exists changed_people (person_key bytea, status text, facts bytea, facts_digest bytea)
    with (toast_tuple_target = 8160) on commit delete rows`)
const copyChanged = `copy pg_temp.changed_people ${columns} from stdin (format binary)`
const change = statement('import-change', `
  update people p set status = c.status, facts = c.facts, facts_digest = c.facts_digest, updated_at = clave.now()
    from pg_temp.changed_people c where p.person_key = c.person_key`)

// Who has a record of their own is nobody's alias; and a record states all aliases of its person.
const dropOwn = statement('import-drop-own-aliases', `
  delete from aliases where alias_key = any ($1::bytea[])`)

const dropOld = statement('import-drop-old-aliases', `
  delete from aliases where person_key = any ($1::bytea[]) and alias_key <> all ($2::bytea[])`)

const absorb = statement('import-absorb', `
  with absorbed as (delete from people where person_key = any ($1::bytea[]))
  delete from aliases where person_key = any ($1::bytea[]) or alias_key = any ($2::bytea[])`)

const addAliases = statement('import-add-aliases', `
  insert into aliases as a (alias_key, person_key)
  select * from unnest($1::bytea[], $2::bytea[])
  on conflict (alias_key) do update set person_key = excluded.person_key where a.person_key <> excluded.person_key`)

interface Row { id: number; head_digest: Buffer; done_digest: Buffer; bytes_done: number; lines_done: number; counts: ImportCounts; finished: boolean }

const nothingYet: ImportCounts = { added: 0, changed: 0, same: 0, replaced: 0, bad: 0, blank: 0 }

/** `db` should have no statement timeout: a batch may wait for others. */
export function makeImportStore(db: Database): ImportStore {
  return {
    latest: async () => {
      const row = await db.row<Row>(latest)
      if (row === undefined) return null
      const { id, head_digest: headDigest, done_digest: digest, bytes_done: bytes, lines_done: lines, counts, finished } = row
      return { id, headDigest, digest, bytes, lines, counts, finished }
    },
    begin: async (headDigest) => {
      const { id } = (await db.row<{ id: number }>(begin, [headDigest, JSON.stringify(nothingYet)]))!
      return { id, headDigest, digest: Buffer.alloc(0), bytes: 0, lines: 0, counts: nothingYet, finished: false }
    },
    store: (before, batch, progress) => db.transaction(async (tx) => {
      const after = progress(await storePeople(tx, batch))
      const values = [before.id, before.bytes, after.digest, after.bytes, after.lines, JSON.stringify(after.counts)]
      if ((await tx.run(advance, values)) === 0) throw new ImportOvertaken('Another import has begun; this one stopped.')
      return { ...before, ...after } satisfies StoredImport
    }),
    finish: async ({ id }) => void (await db.run(finish, [id])),
  }
}

async function storePeople(tx: Transaction, batch: SealedPeople): Promise<{ added: number; changed: number }> {
  if (batch.people.size === 0) return { added: 0, changed: 0 }
  await tx.run(lock)
  await tx.run(planning)
  const before = await tx.rows<Known>(known, [Buffer.from([...batch.people.keys()].join(''), 'hex')])
  const { added, changed } = compare(batch, before)
  if (added.length > 0) await copy(tx, copyNew, added)
  if (changed.length > 0) {
    await tx.run(staging)
    await copy(tx, copyChanged, changed)
    await tx.run(change)
  }
  await storeAliases(tx, batch, before)
  return { added: added.length, changed: changed.length }
}

/** Of the people of a batch those who have a row, are an alias, or have aliases. */
interface Known { readonly person_key: Buffer; readonly facts_digest: Buffer | null; readonly is_alias: boolean; readonly has_aliases: boolean }

function compare({ people }: SealedPeople, rows: readonly Known[]): { added: SealedPerson[]; changed: SealedPerson[] } {
  const before = new Map(rows.map((row) => [personKeyOf(row.person_key), row.facts_digest]))
  const [added, changed]: [SealedPerson[], SealedPerson[]] = [[], []]
  for (const person of people.values()) {
    const digest = before.get(person.key) ?? null
    if (digest === null) added.push(person)
    else if (!digest.equals(person.digest)) changed.push(person)
  }
  return { added, changed }
}

async function storeAliases(tx: Transaction, batch: SealedPeople, before: readonly Known[]): Promise<void> {
  const aliases = [...batch.aliases.keys()].map(bytesOf)
  const [own, old] = [before.filter((row) => row.is_alias), before.filter((row) => row.has_aliases)].map((rows) => rows.map((row) => row.person_key))
  if (own!.length > 0) await tx.run(dropOwn, [own])
  if (old!.length > 0) await tx.run(dropOld, [old, aliases])
  if (batch.absorbed.size > 0 || batch.released.size > 0) {
    await tx.run(absorb, [[...batch.absorbed].map(bytesOf), [...batch.released].map(bytesOf)])
  }
  if (aliases.length > 0) await tx.run(addAliases, [aliases, [...batch.aliases.values()].map(bytesOf)])
}

async function copy(tx: Transaction, into: string, people: readonly SealedPerson[]): Promise<void> {
  await pipeline(Readable.from(copyBinary(rowsOf(people)), { objectMode: false }), tx.client.query(copyFrom(into)))
}

const statusBytes = { active: Buffer.from('active'), deceased: Buffer.from('deceased'), withheld: Buffer.from('withheld') }

function* rowsOf(people: readonly SealedPerson[]): Generator<readonly CopyField[]> {
  for (const person of people) {
    const facts = { length: person.sealedSize, writeInto: person.sealInto }
    yield [bytesOf(person.key), statusBytes[person.status], facts, person.digest]
  }
}
