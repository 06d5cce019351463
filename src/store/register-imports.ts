/** Storing a register: a batch goes by COPY into a table of the connection, from there by one statement into the people. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { ImportOvertaken, type ImportCounts, type ImportStore, type SealedPeople, type StoredImport } from '../app/register-import.ts'
import { copyBinary } from './copy-binary.ts'
import { statement, type Database, type Transaction } from './database.ts'
import { bytesOf } from './person-key.ts'

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

// The tables grow under a prepared statement, and the batch has no statistics: the plan must be made anew and never scan the people.
const planning = statement('import-planning', `
  select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true),
         set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`)

const staging = statement('import-staging', `
  create temp table if not exists register_batch (
    person_key bytea, status text, facts bytea, facts_digest bytea
  ) with (toast_tuple_target = 8160) on commit delete rows`)

const copy = 'copy pg_temp.register_batch (person_key, status, facts, facts_digest) from stdin (format binary)'

// The comparison comes first: on conflict alone would lock, and so write, every row that stays the same.
const merge = statement('import-merge', `
  with stored as (
    insert into people as p (person_key, status, facts, facts_digest, updated_at)
    select b.person_key, b.status, b.facts, b.facts_digest, clave.now()
      from pg_temp.register_batch b
     where b.facts_digest is distinct from (select q.facts_digest from people q where q.person_key = b.person_key)
    on conflict (person_key) do update
      set status = excluded.status, facts = excluded.facts, facts_digest = excluded.facts_digest, updated_at = excluded.updated_at
    returning p.xmax = 0 as added)
  select count(*) filter (where added) as added, count(*) filter (where not added) as changed from stored`)

// Who has a record of their own is nobody's alias; and a record states all aliases of its person.
const dropOwn = statement('import-drop-own-aliases', `
  delete from aliases a using pg_temp.register_batch b where a.alias_key = b.person_key`)

const dropOld = statement('import-drop-old-aliases', `
  delete from aliases a using pg_temp.register_batch b where a.person_key = b.person_key and a.alias_key <> all ($1::bytea[])`)

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
  await tx.run(planning)
  await tx.run(staging)
  await pipeline(Readable.from(copyBinary(rowsOf(batch)), { objectMode: false }), tx.client.query(copyFrom(copy)))
  const merged = (await tx.row<{ added: number; changed: number }>(merge))!
  const aliases = [...batch.aliases.keys()].map(bytesOf)
  await tx.run(dropOwn)
  await tx.run(dropOld, [aliases])
  if (batch.absorbed.size > 0 || batch.released.size > 0) {
    await tx.run(absorb, [[...batch.absorbed].map(bytesOf), [...batch.released].map(bytesOf)])
  }
  if (aliases.length > 0) await tx.run(addAliases, [aliases, [...batch.aliases.values()].map(bytesOf)])
  return merged
}

const statusBytes = { active: Buffer.from('active'), deceased: Buffer.from('deceased'), withheld: Buffer.from('withheld') }

function* rowsOf({ people }: SealedPeople): Generator<readonly Uint8Array[]> {
  for (const { key, status, facts, digest } of people.values()) yield [bytesOf(key), statusBytes[status], facts, digest]
}
