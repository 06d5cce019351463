/** Numbers about the register as a whole, for operators and for the computation of odds. */
import type { Instant } from '../domain/types.ts'
import { statement, type Database } from './database.ts'

const countPeople = statement('statistics-people', `
  insert into register_statistics as s (name, value, updated_at)
  select 'people.' || known.status, count(p.status), clave.now()
    from unnest(array['active', 'deceased', 'withheld']) as known (status) left join people p using (status)
   group by known.status
  on conflict (name) do update set value = excluded.value, updated_at = excluded.updated_at`)

const keep = statement('statistics-keep', `
  insert into register_statistics (name, value, updated_at) values ($1, $2, clave.now())
  on conflict (name) do update set value = excluded.value, updated_at = excluded.updated_at`)

const addTo = statement('statistics-add', `
  insert into register_statistics as s (name, value, updated_at) values ($1, $2, clave.now())
  on conflict (name) do update set value = greatest(0, s.value + excluded.value), updated_at = excluded.updated_at returning value`)

const keepPrior = statement('priors-keep', `
  insert into register_priors (name, made_at, value) values ($1, clave.now(), $2)
  on conflict (name) do update set value = excluded.value, made_at = excluded.made_at`)

const all = statement('statistics-all', 'select name, value from register_statistics order by name')

const clock = statement('clock', 'select clave.now() as now')

/** People added or changed by imports since the last pass. */
export const changedSince = 'people.changed-since-pass'

export interface RegisterStatistics {
  /** L-04. */
  now(): Promise<Instant>
  /** Counts the people by status and keeps the numbers as people.active, people.deceased and people.withheld. */
  countPeople(): Promise<void>
  keep(name: string, value: number): Promise<void>
  /** Counts people that an import added or changed; answers how many they are since the last pass over the register. */
  countChanged(people: number): Promise<number>
  /** Numbers and priors of one pass over the register, all or none; `changed` of the people counted as changed were met by it. */
  keepPass(numbers: Readonly<Record<string, number>>, priors: Readonly<Record<string, Buffer>>, changed?: number): Promise<void>
  all(): Promise<Record<string, number>>
}

export function makeRegisterStatistics(db: Database): RegisterStatistics {
  return {
    now: async () => (await db.row<{ now: Instant }>(clock))!.now,
    countPeople: async () => void (await db.run(countPeople)),
    keep: async (name, value) => void (await db.run(keep, [name, value])),
    countChanged: async (people) => (await db.row<{ value: number }>(addTo, [changedSince, people]))!.value,
    keepPass: async (numbers, priors, changed = 0) => db.transaction(async (tx) => {
      if (changed > 0) await tx.run(addTo, [changedSince, -changed])
      for (const [name, value] of Object.entries(numbers)) await tx.run(keep, [name, value])
      for (const [name, value] of Object.entries(priors)) await tx.run(keepPrior, [name, value])
    }),
    all: async () => Object.fromEntries((await db.rows<{ name: string; value: number }>(all)).map(({ name, value }) => [name, value])),
  }
}
