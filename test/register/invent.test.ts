import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { isPossiblePhoneNumber } from 'libphonenumber-js/max'
import { cedulaCheckDigit } from '../../src/domain/identifier.ts'
import type { RegisterRecord } from '../../src/domain/person.ts'
import { decoyRecord } from '../../src/register/decoy.ts'
import { chanceFor } from '../../src/register/chance.ts'
import { cedulaSpace, foreignerSpace, inventCedula, inventForeignerCode, mostPeople } from '../../src/register/invented-identifiers.ts'
import { inventIdentity } from '../../src/register/invented-identity.ts'
import { inventPeople } from '../../src/register/invent.ts'
import { basicWage } from '../../src/register/invented-wages.ts'
import { parseLine } from '../../src/register/record.ts'

const today = '2026-11-22'
const people = [...inventPeople({ people: 20_000, seed: 7, today })]
const share = (holds: (record: RegisterRecord) => boolean, of = people): number => of.filter(holds).length / of.length
const between = (value: number, low: number, high: number): void => assert.ok(value >= low && value <= high, `${value} is not in ${low} to ${high}`)
const counts = <T>(items: Iterable<T>): number[] => {
  const seen = new Map<T, number>()
  for (const item of items) seen.set(item, (seen.get(item) ?? 0) + 1)
  return [...seen.values()].sort((a, b) => b - a)
}
const digest = (records: Iterable<RegisterRecord>): string => {
  const hash = createHash('sha256')
  for (const record of records) hash.update(JSON.stringify(record))
  return hash.digest('hex').slice(0, 16)
}

test('every invented person is a record of the format', () => {
  for (const record of people) {
    const parsed = parseLine(JSON.stringify(record))
    assert.ok(parsed.ok, parsed.ok ? '' : parsed.reason)
    assert.equal(parsed.json, JSON.stringify(record), 'the fields stand in the order of the format')
  }
})

test('the same seed gives the same people, another seed others, a smaller number the first of them', () => {
  const first = (number: number, seed: number) => digest(inventPeople({ people: number, seed, today }))
  assert.equal(first(500, 7), digest(people.slice(0, 500)))
  assert.notEqual(first(500, 8), first(500, 7))
  // Changed on purpose? Then papers printed for the people of the demonstration change too: say so in the changelog.
  assert.equal(first(1000, 1), 'a9a456bdd0c5f1b8')
})

test('no identifier is given twice, aliases included', () => {
  const all = people.flatMap(({ id, aliases = [] }) => [id.value, ...aliases.map(({ value }) => value)])
  assert.equal(new Set(all).size, all.length)
})

test('identifiers stay different whatever the seed, also far along a run', () => {
  fc.assert(fc.property(fc.maxSafeNat(), fc.nat(4_990_000), (seed, start) => {
    const indices = Array.from({ length: 300 }, (_, step) => start + step * 31)
    const made = (make: (index: number) => string): number => new Set(indices.map(make)).size
    assert.equal(made((index) => inventCedula(seed, index, '17').value), 300)
    assert.equal(made((index) => inventForeignerCode(seed, index).value), 300)
  }), { numRuns: 300 })
})

test('who shares the sequence of a cédula or a code over a country of people has another cédula, and no code twice', () => {
  const identity = (seed: number, index: number) => inventIdentity(chanceFor(seed, index), seed, index)
  const identifiers = (seed: number, index: number): string[] => {
    const { id, aliases = [] } = identity(seed, index)
    return [id, ...aliases].map(({ value }) => value)
  }
  for (const [space, step] of [[cedulaSpace, 900], [foreignerSpace, 9]] as const) {
    let [met, redrawn] = [0, 0]
    for (let first = 0; first < space; first += step * 1_117) {
      const indices = Array.from({ length: Math.ceil((mostPeople - first) / space) }, (_, round) => first + round * space)
      const all = indices.flatMap((index) => identifiers(7, index))
      assert.equal(new Set(all).size, all.length, `${first} of ${space}`)
      met += all.length
      redrawn += indices.filter((index) => chanceFor(7, index).happens(0.03)).length - indices.filter((index) => identity(7, index).born === null).length
    }
    assert.ok(met > 10 && (space === cedulaSpace || redrawn > 0), 'the spaces do come round, and codes would have')
  }
})

test('a share of people with labour records leaves everything else as it was', () => {
  const some = [...inventPeople({ people: 4_000, seed: 7, today, workersShare: 0.28 })]
  between(share(({ jobs = [] }) => jobs.length > 0, some), 0.25, 0.295)
  for (const [n, record] of some.entries()) assert.deepEqual([record.id, record.givenNames, record.birthDate, record.status, record.contacts], [people[n]!.id, people[n]!.givenNames, people[n]!.birthDate, people[n]!.status, people[n]!.contacts])
  const bytes = (of: readonly RegisterRecord[]): number => JSON.stringify(of.filter(({ jobs = [] }) => jobs.length > 0)).length / of.filter(({ jobs = [] }) => jobs.length > 0).length
  between(bytes(some) / bytes(people), 0.95, 1.05)
})

test('all provinces of birth are there, 30 too, and some cédulas have a 6 as third digit', () => {
  const provinces = new Set(people.filter(({ id }) => id.type === 'cedula').map(({ id }) => id.value.slice(0, 2)))
  assert.equal(provinces.size, 25)
  for (const { id, birthProvince } of people) if (birthProvince !== undefined) assert.equal(id.value.slice(0, 2), birthProvince)
  assert.ok(people.some(({ id }) => id.type === 'cedula' && id.value[2] === '6'))
})

test('names: ñ, accents, particles, shared surnames with a skew, none that is half the country', () => {
  const names = people.map(({ givenNames, surnames }) => `${givenNames} ${surnames}`).join(' ')
  for (const part of ['ñ', 'Ñ', 'á', 'ü', 'del Carmen', '’', 'Quishpe', 'Zambrano', 'Quiñónez', 'Grefa']) assert.ok(names.includes(part), part)
  const surnames = counts(people.map(({ surnames }) => surnames.split(' ')[0]))
  assert.ok(surnames.length > 250)
  between((surnames[0] ?? 0) / people.length, 0.01, 0.03)
  between(surnames.slice(0, 20).reduce((sum, count) => sum + count) / people.length, 0.15, 0.35)
  between(share(({ givenNames }) => givenNames.includes(' ')), 0.85, 0.98)
})

test('employers are very unequal: one in a hundred employs a fifth of all or more, half have one or two people', () => {
  const sizes = counts(people.flatMap(({ jobs = [] }) => jobs.filter(({ to }) => to === null).map(({ ruc }) => ruc)))
  const inAll = sizes.reduce((sum, size) => sum + size)
  between(sizes.slice(0, Math.ceil(sizes.length / 100)).reduce((sum, size) => sum + size) / inAll, 0.2, 0.6)
  between(sizes.filter((size) => size <= 2).length / sizes.length, 0.5, 0.95)
})

test('an employer has one name and one place, whoever works there', () => {
  const known = new Map<string, string>()
  for (const { ruc, employer, canton, province } of people.flatMap(({ jobs = [] }) => jobs)) {
    const about = `${employer} ${canton} ${province}`
    assert.equal(known.get(ruc) ?? about, about)
    known.set(ruc, about)
  }
})

test('wages cluster at the basic wage of their year, the others spread and have cents', () => {
  const wages = people.flatMap(({ wages = [] }) => wages)
  const atBasic = wages.filter(({ month, amount }) => amount === `${basicWage(Number(month.slice(0, 4)))}.00`)
  between(atBasic.length / wages.length, 0.35, 0.6)
  const others = wages.filter((wage) => wage.month.startsWith('2026') && wage.amount !== '482.00')
  between(others.filter(({ amount }) => !amount.endsWith('.00')).length / others.length, 0.6, 0.98)
  assert.ok(counts(others.map(({ amount }) => amount)).length > 4_000)
  for (const { wages = [], jobs = [] } of people) {
    assert.ok(wages.length <= 24)
    for (const { month, ruc } of wages) {
      assert.ok(month < '2026-11', 'no wage is declared for a month that is not over')
      assert.ok(jobs.some((job) => job.ruc === ruc && job.from <= month && (job.to === null || month <= job.to)), 'a wage belongs to a job')
    }
  }
})

test('the kinds of lives an institution meets are all there', () => {
  between(share(({ jobs = [] }) => jobs.length === 0), 0.1, 0.2)
  between(share(({ pension }) => pension !== undefined), 0.08, 0.16)
  between(share(({ loans = [] }) => loans.length > 0), 0.15, 0.35)
  between(share(({ loans = [] }) => loans.some(({ kind }) => kind === 'hipotecario')), 0.01, 0.06)
  between(share(({ status }) => status === 'deceased'), 0.02, 0.05)
  between(share(({ status }) => status === 'withheld'), 0.005, 0.02)
  between(share(({ id }) => id.type === 'extranjero'), 0.01, 0.03)
  between(share(({ aliases = [] }) => aliases.length > 0), 0.005, 0.02)
  between(share(({ contacts = [] }) => contacts.length > 0), 0.4, 0.7)
  between(share(({ jobs = [] }) => new Set(jobs.map(({ ruc }) => ruc)).size >= 3), 0.3, 0.7)
  between(share(({ birthDate }) => birthDate > '2004-11-22'), 0.02, 0.15)
  between(share(({ represents }) => represents !== undefined), 0.01, 0.06)
  const kinds = new Set(people.flatMap(({ contacts = [] }) => contacts.map(({ kind, verifiedBy }) => `${kind} ${verifiedBy}`)))
  assert.equal(kinds.size, 9)
})

test('who died did so after birth, before today, and was declared no wage afterwards', () => {
  for (const { status, deathDate, birthDate, wages = [], jobs = [] } of people) {
    assert.equal(status === 'deceased', deathDate !== undefined)
    if (typeof deathDate !== 'string') continue
    assert.ok(birthDate < deathDate && deathDate < today)
    for (const { month } of wages) assert.ok(month <= deathDate.slice(0, 7))
    for (const { to } of jobs) assert.ok(to !== null)
  }
})

test('contributions are the months with a job', () => {
  for (const { jobs = [], contributions } of people.slice(0, 2_000)) {
    const months = new Set<number>()
    const number = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1
    for (const { from, to } of jobs) for (let month = number(from); month <= number(to ?? '2026-10'); month++) months.add(month)
    assert.equal(contributions, months.size)
  }
})

test('mail addresses end in a name that can not exist, telephone numbers are possible ones', () => {
  for (const { kind, value } of people.slice(0, 3_000).flatMap(({ contacts = [] }) => contacts)) {
    if (kind === 'email') assert.match(value, /^[a-z.]+\d+@[a-z]+\.example$/)
    else assert.ok(isPossiblePhoneNumber(value), value)
  }
})

test('a number of people or a seed that makes no sense is refused', () => {
  for (const bad of [-1, 1.5, NaN, 20_000_001]) assert.throws(() => [...inventPeople({ people: bad, seed: 1, today })], RangeError)
  for (const bad of [-1, 0.5, 2 ** 53]) assert.throws(() => [...inventPeople({ people: 1, seed: bad, today })], RangeError)
})

const key = new Uint8Array(32).fill(5)
const cedula = fc.tuple(fc.integer({ min: 1, max: 24 }), fc.nat(9_999_999)).map(([province, rest]) => {
  const nine = String(province).padStart(2, '0') + String(rest).padStart(7, '0')
  return { type: 'cedula' as const, value: `${nine}${cedulaCheckDigit(nine)}` }
})

test('PROOF-7: a decoy is a record of the format, the same each time, for that number only, under that seed only', () => {
  fc.assert(fc.property(cedula, cedula, (one, other) => {
    const record = decoyRecord(key, one, today)
    assert.ok(parseLine(JSON.stringify(record)).ok)
    assert.deepEqual(record, decoyRecord(key, one, today))
    assert.deepEqual(record.id, one)
    assert.equal(record.birthProvince, one.value.slice(0, 2))
    assert.equal(record.status, 'active')
    assert.deepEqual([record.contacts, record.aliases], [[], undefined], 'nothing is ever sent on the word of a decoy')
    if (one.value !== other.value) assert.notDeepEqual({ ...record, id: other }, decoyRecord(key, other, today))
    assert.notDeepEqual(record, decoyRecord(77n, one, today))
  }), { numRuns: 1_000 })
})

test('PROOF-7: decoys have the shapes of people in the proportions of people', () => {
  const decoys = people.slice(0, 4_000).map(({ id }) => decoyRecord(key, id, today))
  const shapes: ((record: RegisterRecord) => boolean)[] = [
    ({ jobs = [] }) => jobs.length === 0,
    ({ wages = [] }) => wages.length === 24,
    ({ loans = [] }) => loans.length > 0,
    ({ pension }) => pension !== undefined,
    ({ account }) => account !== undefined,
  ]
  for (const shape of shapes) between(share(shape, decoys) - share(shape), -0.03, 0.03)
})
