/**
 * Which of the invented people the demo offers: one for each way the journey can go, ordinary people first.
 * Held by test/web/demo-personas.test.ts.
 */
import type { RegisterRecord } from '../domain/person.ts'

/** What somebody who tries the system needs to find among the people offered. `asked`: must be able to do the journey. */
interface Wanted {
  readonly asked: boolean
  fits(record: RegisterRecord): boolean
}

const active = ({ status }: RegisterRecord): boolean => status === 'active'
const works = (record: RegisterRecord): boolean => active(record) && (record.jobs ?? []).some(({ to }) => to === null)
const has = <T>(list: readonly T[] | undefined, test: (one: T) => boolean): boolean => (list ?? []).some(test)
const pensioner = (record: RegisterRecord, kind: string): boolean => active(record) && record.pension?.kind === kind
const noFile = (record: RegisterRecord): boolean => (record.jobs ?? []).length === 0 && !record.pension && (record.loans ?? []).length === 0

const wanted: readonly Wanted[] = [
  { asked: true, fits: (one) => works(one) && one.id.type === 'cedula' && has(one.loans, ({ kind }) => kind === 'quirografario') },
  { asked: true, fits: (one) => works(one) && one.id.type === 'cedula' && (one.jobs ?? []).length >= 4 && (one.loans ?? []).length === 0 },
  { asked: true, fits: (one) => pensioner(one, 'vejez') },
  { asked: true, fits: (one) => works(one) && /ñ/i.test(`${one.givenNames} ${one.surnames}`) },
  { asked: true, fits: (one) => active(one) && one.id.type === 'extranjero' },
  { asked: true, fits: (one) => active(one) && has(one.aliases, ({ type }) => type === 'extranjero') },
  { asked: true, fits: (one) => works(one) && has(one.contacts, ({ kind, verifiedBy }) => kind === 'email' && verifiedBy !== 'none') },
  { asked: true, fits: (one) => active(one) && has(one.loans, ({ kind }) => kind === 'hipotecario') },
  { asked: false, fits: (one) => pensioner(one, 'montepío') },
  { asked: false, fits: (one) => active(one) && one.id.type === 'cedula' && noFile(one) },
  { asked: false, fits: ({ status, jobs }) => status === 'deceased' && (jobs ?? []).length > 0 },
  { asked: true, fits: (one) => works(one) && (one.represents ?? []).length > 0 },
  { asked: false, fits: ({ status, jobs }) => status === 'withheld' && (jobs ?? []).length > 0 },
]

/**
 * At most `count` people, each once, in a fixed order. `canBeAsked` tells who has three decks of questions, as far as the caller knows
 * (PROOF-6). Who is missing among the records is left out; the rest is filled up with people at work.
 */
export function choosePersonas(
  records: readonly RegisterRecord[], count: number, canBeAsked: (record: RegisterRecord) => boolean = () => true,
): readonly RegisterRecord[] {
  const chosen = new Set<RegisterRecord>()
  const take = ({ asked, fits }: Wanted): void => {
    const found = records.find((record) => !chosen.has(record) && fits(record) && (!asked || canBeAsked(record)))
    if (found) chosen.add(found)
  }
  for (const each of wanted) if (chosen.size < count) take(each)
  for (const record of records) {
    if (chosen.size >= count) break
    if (!chosen.has(record) && works(record) && canBeAsked(record)) chosen.add(record)
  }
  return [...chosen]
}
