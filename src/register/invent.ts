/**
 * Invented people in the format of the register: for the demonstration, for tests, for load. None of them exists. The same seed
 * and day give the same people, and the first thousand of a million are those of a thousand.
 *
 * Held by test/register/invent.test.ts.
 */
import type { Identifier, PersonStatus, RegisterRecord } from '../domain/person.ts'
import type { Day } from '../domain/types.ts'
import { daysIn, monthNumber, monthText } from './calendar.ts'
import { chanceFor, chanceFrom, weighted, type Chance } from './chance.ts'
import { inventAccount, inventLoans, inventMandates, inventPension } from './invented-benefits.ts'
import { inventContacts } from './invented-contacts.ts'
import { inventForeigner } from './invented-foreigners.ts'
import { inventIdentity, type InventedIdentity } from './invented-identity.ts'
import { mostPeople } from './invented-identifiers.ts'
import { inventGivenNames, inventSurname, type Origin } from './invented-names.ts'
import { inventOrigin, inventProvince } from './invented-places.ts'
import { inventWork, noWork, type Work } from './invented-work.ts'

export interface Invention {
  /** A whole number from 0 to 2^53 − 1. */
  readonly seed: number
  readonly today: Day
}

export interface Run extends Invention {
  readonly people: number
  /** How many of them are passed over; 0 unless given. */
  readonly from?: number
  /** From 0 to 1: who has labour records, drawn apart from everything else. Unless given, some six of seven: the insured and few others. */
  readonly workersShare?: number | undefined
}

/** At most 20,000,000 people a run; one at a time, nothing kept. Throws RangeError on other numbers. */
export function* inventPeople({ people, from = 0, seed, today, workersShare }: Run): Generator<RegisterRecord, void> {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError('the seed must be a whole number from 0 to 2^53 - 1')
  if (!Number.isSafeInteger(people) || people < 0 || people > mostPeople) {
    throw new RangeError(`the number of people must be a whole number from 0 to ${mostPeople}`)
  }
  for (let index = from; index < people; index++) {
    const chance = chanceFor(seed, index)
    const works = workersShare === undefined ? undefined : apart(seed, index).happens(workersShare)
    yield inventRecord(chance, { ...inventIdentity(chance, seed, index), seed, today, works })
  }
}

/** A sequence of its own beside that of chanceFor: what is drawn here moves nothing there. */
const apart = (seed: number, index: number): Chance => chanceFrom(seed | 0, Math.floor(seed / 4_294_967_296) | 0, index | 0, 2)

export interface Identity extends Invention, InventedIdentity {
  /** Whether there are labour records; drawn unless given. */
  readonly works?: boolean | undefined
}

const ages = weighted([
  [[16, 18], 1], [[18, 25], 12], [[25, 35], 26], [[35, 45], 22], [[45, 55], 17], [[55, 65], 12], [[65, 80], 8], [[80, 103], 2],
] as const)
const statuses = weighted<PersonStatus>([['active', 955], ['deceased', 35], ['withheld', 10]])

/** Everything about a person whose identifier is settled. */
export function inventRecord(chance: Chance, { id, aliases, born, seed, today, works }: Identity): RegisterRecord {
  const now = monthNumber(today)
  const sex = chance.happens(0.5) ? 'F' : 'M'
  const [from, to] = ages(chance)
  const birthMonth = now - 1 - (from * 12 + chance.below((to - from) * 12))
  const birthDate = dayIn(chance, birthMonth)
  const status = statuses(chance)
  const death = status === 'deceased' ? Math.max(birthMonth + 192, now - 2 - chance.below(96)) : null
  const until = death === null ? now - 1 : Math.min(death, now - 1)
  const names = born === null ? inventForeigner(chance, sex) : inventNames(chance, inventOrigin(chance, born), sex)
  const home = born !== null && born !== '30' && chance.happens(0.78) ? born : inventProvince(chance)
  return {
    v: 1,
    id,
    ...(aliases === undefined ? {} : { aliases }),
    ...names,
    birthDate,
    ...(death === null ? {} : { deathDate: dayIn(chance, Math.min(death, now - 1)) }),
    sex,
    ...(born === null ? {} : { birthProvince: born }),
    contacts: inventContacts(chance, `${names.givenNames.split(' ')[0]} ${names.surnames.split(' ')[0]}`, now),
    ...inventLife(chance, { id, seed, home, birthMonth, until, now, alive: death === null, works }),
    status,
  }
}

interface Life {
  readonly id: Identifier
  readonly seed: number
  readonly home: string
  readonly birthMonth: number
  readonly until: number
  readonly now: number
  readonly alive: boolean
  readonly works: boolean | undefined
}

/** Work and what follows from it, in the order of the record's fields. */
function inventLife(chance: Chance, { id, seed, home, birthMonth, until, now, alive, works }: Life) {
  const age = Math.floor((until - birthMonth) / 12)
  const pensionKind = drawPension(chance, age)
  const retired = until - 1 - chance.below(Math.max(12, (age - 59) * 12))
  const pensionSince = pensionKind === null ? null : Math.max(birthMonth + 240, retired)
  const insured = pensionKind !== 'montepío' && chance.happens(age < 22 ? 0.65 : 0.94)
  const worked = works ?? insured
  const begins = Math.max(birthMonth + 12 * 18 + chance.below(120), now - 45 * 12)
  const stopped = chance.happens(0.2) ? chance.below(72) : 0
  const ends = pensionSince === null ? until - stopped : pensionSince - 1
  const open = alive && pensionSince === null && stopped === 0
  const work: Work = worked ? inventWork(chance, { seed, home, begins, ends, open }) : noWork
  const hasLife = work.jobs.length > 0
  const firm = id.type === 'cedula' && age >= 21 && chance.happens(0.04)
  return {
    jobs: work.jobs,
    wages: work.wages,
    contributions: work.contributions,
    ...(pensionSince === null || pensionKind === null ? {} : { pension: inventPension(chance, pensionKind, pensionSince) }),
    loans: hasLife && pensionSince === null ? inventLoans(chance, work.contributions, until) : [],
    ...(chance.happens(hasLife || pensionSince !== null ? 0.7 : 0.05) ? { account: inventAccount(chance, until) } : {}),
    ...(firm ? { represents: inventMandates(chance, id.value, until) } : {}),
  }
}

function drawPension(chance: Chance, age: number): string | null {
  if (age >= 60 && chance.happens(age >= 65 ? 0.85 : 0.4)) return chance.happens(0.88) ? 'vejez' : 'montepío'
  if (age >= 30 && chance.happens(0.02)) return chance.pick(['invalidez', 'discapacidad', 'montepío'])
  return null
}

function inventNames(chance: Chance, origin: Origin, sex: 'F' | 'M'): { givenNames: string; surnames: string } {
  const surnames = `${inventSurname(chance, origin)} ${inventSurname(chance, origin)}`
  return { givenNames: inventGivenNames(chance, origin, sex), surnames }
}

function dayIn(chance: Chance, month: number): Day {
  const year = Math.floor(month / 12)
  return `${monthText(month)}-${String(1 + chance.below(daysIn(year, (month % 12) + 1))).padStart(2, '0')}`
}
