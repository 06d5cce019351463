import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { centsOf, labourHistory } from '../../src/domain/labour-history.ts'
import type { Job, Wage } from '../../src/domain/person.ts'

const today = '2026-11-22'
const job = (employer: string, from: string, to: string | null, ruc = employer): Job => ({ ruc, employer, province: '17', canton: 'Quito', from, to })
const wage = (ruc: string, month: string, amount: string): Wage => ({ ruc, month, amount })

test('years come newest first, each employer with its months and wages', () => {
  const history = labourHistory({
    jobs: [job('Rosal', '2024-11', '2025-02'), job('Sol', '2025-03', null)],
    wages: [wage('Rosal', '2025-01', '600.10'), wage('Rosal', '2025-02', '0.90'), wage('Sol', '2026-10', '1000.00')], contributions: 25,
  }, today)
  assert.deepEqual(history.years.map(({ year, months, cents }) => [year, months, cents]), [[2026, 11, 100_000], [2025, 12, 60_100], [2024, 2, 0]])
  assert.deepEqual(history.years[1]?.lines, [
    { ruc: 'Rosal', employer: 'Rosal', months: 2, monthsWithWage: 2, cents: 60_100 },
    { ruc: 'Sol', employer: 'Sol', months: 10, monthsWithWage: 0, cents: 0 },
  ])
  assert.deepEqual([history.first, history.last, history.months, history.employers, history.cents, history.contributions], ['2024-11', '2026-11', 25, 2, 160_100, 25])
})

test('gaps between the first and the last month are shown in their years, also years with nothing at all', () => {
  const { years } = labourHistory({ jobs: [job('A', '2020-01', '2020-03'), job('B', '2020-06', '2020-06'), job('C', '2022-11', '2022-12')] }, today)
  assert.deepEqual(years.map(({ year, months, gaps }) => [year, months, gaps]), [
    [2022, 2, [{ from: '2022-01', to: '2022-10', months: 10 }]],
    [2021, 0, [{ from: '2021-01', to: '2021-12', months: 12 }]],
    [2020, 4, [{ from: '2020-04', to: '2020-05', months: 2 }, { from: '2020-07', to: '2020-12', months: 6 }]],
  ])
})

test('two employers at once count their months once in the year, and each its own', () => {
  const [year] = labourHistory({ jobs: [job('A', '2025-01', '2025-06'), job('B', '2025-04', '2025-09')] }, today).years
  assert.equal(year?.months, 9)
  assert.deepEqual(year?.lines.map(({ months }) => months), [6, 6])
  assert.deepEqual(year?.gaps, [])
})

test('an employer who comes back is one line a year, under the name used last', () => {
  const { years, employers } = labourHistory({ jobs: [job('Sol Cía.', '2025-01', '2025-02', 'r1'), job('Sol S.A.', '2025-05', '2025-06', 'r1')] }, today)
  assert.equal(employers, 1)
  assert.deepEqual(years[0]?.lines.map(({ employer, months }) => [employer, months]), [['Sol S.A.', 4]])
  assert.deepEqual(years[0]?.gaps, [{ from: '2025-03', to: '2025-04', months: 2 }])
})

test('a wage without its job still counts its month; two wages of a month are added; what lies ahead is left out', () => {
  const history = labourHistory({ jobs: [job('A', '2026-11', '2030-12'), job('B', '2027-01', null)], wages: [wage('X', '2026-10', '10.00'), wage('X', '2026-10', '0.05'), wage('X', '2026-12', '9.00')] }, today)
  assert.deepEqual(history.years[0]?.lines.map(({ ruc, months, cents }) => [ruc, months, cents]), [['X', 1, 1005], ['A', 1, 0]])
  assert.deepEqual([history.months, history.employers, history.monthsWithWage], [2, 2, 1])
})

test('an empty record is an empty history', () => {
  assert.deepEqual(labourHistory({}, today), { years: [], first: null, last: null, months: 0, employers: 0, monthsWithWage: 0, cents: 0, contributions: null })
})

test('months and gaps of a year make up all of it between the first and the last month; totals are sums of the years', () => {
  const month = fc.integer({ min: 2000 * 12, max: 2026 * 12 + 10 }).map((n) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`)
  const jobs = fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C'), month, month), { minLength: 1, maxLength: 6 })
    .map((all) => all.map(([name, a, b]) => (a < b ? job(name, a, b) : job(name, b, a))))
  fc.assert(fc.property(jobs, (given) => {
    const { years, months, first, last } = labourHistory({ jobs: given }, today)
    const between = (Number(last!.slice(0, 4)) - Number(first!.slice(0, 4))) * 12 + Number(last!.slice(5)) - Number(first!.slice(5)) + 1
    const gone = years.flatMap(({ gaps }) => gaps).reduce((total, gap) => total + gap.months, 0)
    return months + gone === between && years.reduce((total, year) => total + year.months, 0) === months
  }))
})

test('amounts become cents without rounding', () => {
  assert.equal(centsOf('612.50'), 61_250)
  assert.equal(centsOf('0.07'), 7)
  assert.equal(centsOf('1234567.89'), 123_456_789)
})
