/** Valid records for the tests of the register: one full example and an arbitrary one that covers every field. */
import fc from 'fast-check'
import { cedulaCheckDigit } from '../../src/domain/identifier.ts'
import type { RegisterRecord } from '../../src/domain/person.ts'

export const example: RegisterRecord = {
  v: 1,
  id: { type: 'cedula', value: '1700000001' },
  aliases: [{ type: 'extranjero', value: 'EX0012345' }],
  givenNames: 'María José',
  surnames: 'Ñacato Quishpe',
  birthDate: '1985-03-14',
  deathDate: null,
  sex: 'F',
  birthProvince: '17',
  contacts: [
    { kind: 'mobile', value: '+593991234567', verifiedBy: 'office', since: '2023-05-01' },
    { kind: 'email', value: 'maria.nacato@correo.example', verifiedBy: 'none', since: '2024-02-29' },
  ],
  jobs: [{ ruc: '1790012345001', employer: 'Florícola El Rosal S.A.', province: '17', canton: 'Cayambe', from: '2019-02', to: null }],
  wages: [{ month: '2026-09', ruc: '1790012345001', amount: '612.50' }],
  contributions: 214,
  pension: { kind: 'vejez', since: '2020-01', amount: '480.12' },
  loans: [{ kind: 'quirografario', granted: '2024-07', amount: '3200.00', installment: '98.33', to: '2027-07' }],
  account: { bank: 'Banco Pichincha', since: '2021-04' },
  represents: [{ ruc: '1790012345001', branch: '0001', from: '2022-01', to: null }],
  status: 'active',
}

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
const two = (number: number): string => String(number).padStart(2, '0')
const provinceCode = fc.constantFrom(...Array.from({ length: 24 }, (_, index) => two(index + 1)), '30')
const text = (longest: number) =>
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: longest }).map((raw) => raw.trim().slice(0, longest))
    .filter((value) => value.length > 0 && value === value.trim() && value.isWellFormed() && !/[\p{Cc}\u2028\u2029]/u.test(value))

const month = fc.tuple(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${two(m)}`)
const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
const amount = fc.tuple(fc.nat(999_999_999), fc.nat(99)).map(([whole, cents]) => `${whole}.${two(cents)}`)
const cedula = fc.tuple(provinceCode, digits(7)).map(([province, rest]) => {
  return { type: 'cedula' as const, value: `${province}${rest}${cedulaCheckDigit(province + rest)}` }
})
const foreigner = digits(7).map((number) => ({ type: 'extranjero' as const, value: `EX${number}` }))
const identifiers = fc.uniqueArray(fc.oneof(cedula, foreigner), { minLength: 1, maxLength: 9, selector: ({ value }) => value })

const verified = { verifiedBy: fc.constantFrom('office' as const, 'code' as const, 'none' as const), since: day }
const contact = fc.oneof(
  fc.record({ kind: fc.constant('email' as const), value: fc.emailAddress().filter((mail) => /\.[a-z]{2,}$/.test(mail)), ...verified }),
  fc.record({ kind: fc.constantFrom('mobile' as const, 'landline' as const), value: fc.stringMatching(/^\+[1-9]\d{6,14}$/), ...verified }),
)
const inOrder = fc.tuple(month, month).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }))
const period = fc.oneof(inOrder, inOrder.map(({ from }) => ({ from, to: null })))
const place = fc.record({ ruc: digits(13), employer: text(200), province: provinceCode, canton: text(80) })
const job = fc.tuple(place, period).map(([rest, when]) => ({ ...rest, ...when }))
const wage = fc.record({ month, ruc: digits(13), amount })
const loan = fc.tuple(fc.record({ kind: text(40), amount, installment: amount }), inOrder).map(([{ kind, amount, installment }, { from, to }]) =>
  ({ kind, granted: from, amount, installment, to }))
const mandate = fc.tuple(fc.record({ ruc: digits(13), branch: digits(4) }), period).map(([rest, when]) => ({ ...rest, ...when }))
const benefit = fc.record({ kind: text(40), since: month, amount })
const account = fc.record({ bank: text(120), since: month })
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

/** Any record that keeps the rules; fields that are optional are sometimes missing, sometimes null where null is allowed. */
export const anyRecord: fc.Arbitrary<RegisterRecord> = fc.record({
  ids: identifiers,
  givenNames: text(100),
  surnames: text(100),
  days: fc.tuple(day, day).map(([a, b]) => (a < b ? [a, b] as const : [b, a] as const)),
  death: fc.constantFrom('none', 'null', 'day', 'unknown day'),
  sex: optional(fc.constantFrom('F' as const, 'M' as const)),
  birthProvince: optional(provinceCode),
  contacts: optional(fc.array(contact, { maxLength: 4 })),
  jobs: optional(fc.array(job, { maxLength: 4 })),
  wages: optional(fc.uniqueArray(wage, { maxLength: 6, selector: ({ month: when, ruc }) => when + ruc })),
  contributions: optional(fc.nat(1200)),
  pension: optional(fc.option(benefit)),
  loans: optional(fc.array(loan, { maxLength: 3 })),
  account: optional(fc.option(account)),
  represents: optional(fc.array(mandate, { maxLength: 3 })),
  living: fc.constantFrom('active' as const, 'withheld' as const),
}).map(({ ids, days, death, living, ...rest }) => {
  const { givenNames, surnames, sex, birthProvince, ...life } = rest
  const [id, ...aliases] = ids
  if (id === undefined) throw new Error('at least one identifier')
  const deathDate = death === 'day' ? days[1] : death === 'null' ? null : undefined
  const status = death === 'day' || death === 'unknown day' ? 'deceased' as const : living
  return { v: 1, id, aliases: aliases.length > 0 ? aliases : undefined, givenNames, surnames, birthDate: days[0], deathDate, sex, birthProvince, ...life, status }
})
