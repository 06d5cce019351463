import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineReader, notJson, parseLine, repeatedField } from '../../src/register/record.ts'
import { example } from './record-samples.ts'

const reason = (line: string): string | null => {
  const parsed = parseLine(line)
  return parsed.ok ? null : parsed.reason
}
const withField = (change: Record<string, unknown>): string => JSON.stringify({ ...example, ...change })
const job = example.jobs?.[0]
const wage = example.wages?.[0]
const loan = example.loans?.[0]
const mobile = example.contacts?.[0]

test('the example of docs/register.md is a record', () => {
  const line = JSON.stringify(example)
  assert.deepEqual(parseLine(line), { ok: true, record: example, json: line })
})

test('the six required fields are enough', () => {
  const { v, id, givenNames, surnames, birthDate, status } = example
  assert.equal(reason(JSON.stringify({ v, id, givenNames, surnames, birthDate, status })), null)
})

for (const field of ['v', 'id', 'givenNames', 'surnames', 'birthDate', 'status'] as const) {
  test(`a line without ${field} is refused by that name`, () => {
    const { [field]: _, ...rest } = example
    assert.match(reason(JSON.stringify(rest)) ?? '', new RegExp(`^${field}: expected .+\\.$`))
  })
}

const refused: [what: string, line: string, reason: RegExp][] = [
  ['a later version', withField({ v: 2 }), /^v: expected 1: this program reads version 1 of the record\.$/],
  ['an unknown field', withField({ surname: 'x' }), /^record: has the unknown field "surname"\.$/],
  ['an unknown field inside', withField({ jobs: [{ ...job, salary: '1.00' }] }), /^jobs\[0\]: has the unknown field "salary"\.$/],
  ['a key that may be personal', withField({ '1710034065': 1 }), /^record: has the unknown field \(a name that is not of letters only\)\.$/],
  ['__proto__', JSON.stringify(example).replace('{', '{"__proto__":{},'), /^record: has the unknown field/],
  ['an unknown type of identifier', withField({ id: { type: 'passport', value: 'A1' } }), /^id\.type: expected "cedula" or "extranjero"/],
  ['a wrong check digit', withField({ id: { type: 'cedula', value: '1700000002' } }), /^id\.value: expected a cédula: 10 digits/],
  ['a cédula with a hyphen', withField({ id: { type: 'cedula', value: '170000000-1' } }), /^id\.value: expected a cédula/],
  ['a cédula as a number', withField({ id: { type: 'cedula', value: 1700000001 } }), /^id\.value: expected a cédula of 10 digits as text\.$/],
  ['a code of another pattern', withField({ id: { type: 'extranjero', value: 'EX1' } }), /^id\.value: expected a foreigner’s code/],
  ['the identifier as its own alias', withField({ aliases: [example.id] }), /^aliases\[0\]: repeats another identifier of the record\.$/],
  ['an alias twice', withField({ aliases: [example.aliases?.[0], example.aliases?.[0]] }), /^aliases\[1\]: repeats/],
  ['an empty name', withField({ givenNames: '' }), /^givenNames: expected text of 1 to 100 characters/],
  ['a blank name', withField({ surnames: ' ' }), /^surnames: expected text/],
  ['a very long name', withField({ surnames: 'a'.repeat(101) }), /^surnames: expected text/],
  ['a name over two lines', withField({ surnames: 'a\nb' }), /^surnames: expected text/],
  ['half a surrogate pair', withField({ surnames: 'a' }).replace('"a"', '"a\\ud800"'), /^surnames: expected text/],
  ['the 30th of February', withField({ birthDate: '1985-02-30' }), /^birthDate: expected a real date as YYYY-MM-DD\.$/],
  ['the 29th of February of 2023', withField({ birthDate: '2023-02-29' }), /^birthDate: expected a real date/],
  ['a date in the order of people', withField({ birthDate: '14-03-1985' }), /^birthDate: expected a real date/],
  ['death and status active', withField({ deathDate: '2020-01-01' }), /^deathDate: a date of death goes with the status "deceased" only\.$/],
  ['death before birth', withField({ deathDate: '1980-01-01', status: 'deceased' }), /^deathDate: lies before birthDate\.$/],
  ['month 13', withField({ wages: [{ ...wage, month: '2026-13' }] }), /^wages\[0\]\.month: expected a real month as YYYY-MM\.$/],
  ['an amount as a number', withField({ wages: [{ ...wage, amount: 612.5 }] }), /^wages\[0\]\.amount: expected an amount as text with two decimals/],
  ['an amount with one decimal', withField({ wages: [{ ...wage, amount: '612.5' }] }), /^wages\[0\]\.amount: expected an amount/],
  ['an amount with a comma', withField({ wages: [{ ...wage, amount: '612,50' }] }), /^wages\[0\]\.amount: expected an amount/],
  ['an amount below nothing', withField({ wages: [{ ...wage, amount: '-1.00' }] }), /^wages\[0\]\.amount: expected an amount/],
  ['two amounts for one month and RUC', withField({ wages: [wage, wage] }), /^wages\[1\]: a second amount for the same month and RUC\.$/],
  ['a RUC of 10 digits', withField({ jobs: [{ ...job, ruc: '1790012345' }] }), /^jobs\[0\]\.ruc: expected a RUC of 13 digits as text\.$/],
  ['province 25', withField({ jobs: [{ ...job, province: '25' }] }), /^jobs\[0\]\.province: expected a province code/],
  ['a job that ends before it begins', withField({ jobs: [{ ...job, to: '2018-12' }] }), /^jobs\[0\]: ends before it begins\.$/],
  ['a job without its end', withField({ jobs: [{ ...job, to: undefined }] }), /^jobs\[0\]\.to: expected a month as YYYY-MM\.$/],
  ['too many jobs', withField({ jobs: Array.from({ length: 201 }, () => job) }), /^jobs: expected a list of at most 200\.$/],
  ['jobs that are no list', withField({ jobs: job }), /^jobs: expected a list of at most 200\.$/],
  ['a loan that ends before it was granted', withField({ loans: [{ ...loan, to: '2020-01' }] }), /^loans\[0\]: ends before it was granted\.$/],
  ['a firm left before it was joined', withField({ represents: [{ ruc: '1790012345001', branch: '0001', from: '2022-01', to: '2021-01' }] }),
    /^represents\[0\]: ends before it begins\.$/],
  ['a fax', withField({ contacts: [{ ...mobile, kind: 'fax' }] }), /^contacts\[0\]\.kind: expected "email", "mobile" or "landline"/],
  ['a national telephone number', withField({ contacts: [{ ...mobile, value: '0991234567' }] }), /^contacts\[0\]\.value: expected a telephone number/],
  ['a mail address without a domain', withField({ contacts: [{ ...mobile, kind: 'email', value: 'x@y' }] }), /^contacts\[0\]\.value: expected a mail address\.$/],
  ['an unknown verification', withField({ contacts: [{ ...mobile, verifiedBy: 'phone' }] }), /^contacts\[0\]\.verifiedBy: expected "office"/],
  ['contributions with a fraction', withField({ contributions: 1.5 }), /^contributions: expected a whole number from 0 to 1200\.$/],
  ['an unknown status', withField({ status: 'gone' }), /^status: expected "active", "deceased" or "withheld"\.$/],
  ['a list', '[]', /^record: expected an object\.$/],
  ['null', 'null', /^record: expected an object\.$/],
  ['half a line', JSON.stringify(example).slice(0, 200), new RegExp(`^${notJson}$`)],
  ['two objects', '{}{}', new RegExp(`^${notJson}$`)],
  ['a repeated field', JSON.stringify(example).replace('{', '{"v":1,'), new RegExp(`^${repeatedField}$`)],
  ['a repeated field, escaped', JSON.stringify(example).replace('{', '{"\\u0076":1,'), new RegExp(`^${repeatedField}$`)],
  ['a repeated field inside', JSON.stringify(example).replace('"month":', '"month" : "2026-08","month":'), new RegExp(`^${repeatedField}$`)],
]

for (const [what, line, expected] of refused) {
  test(`refused: ${what}`, () => {
    assert.match(reason(line) ?? 'accepted', expected)
  })
}

test('blanks between fields, a carriage return and another order of fields make the same record and the same text', () => {
  const reversed = JSON.stringify(Object.fromEntries(Object.entries(example).reverse()), null, 1).replaceAll('\n', ' ')
  assert.deepEqual(parseLine(`${reversed}\r`), parseLine(JSON.stringify(example)))
})

test('a text that looks like a repeated key inside a value is none', () => {
  assert.equal(reason(withField({ surnames: '{"a":1,"a":2}' }).replace('{"v"', '{ "v"')), null)
})

test('ID-1: the foreigner’s code follows the policy it is read under', () => {
  const line = withField({ id: { type: 'extranjero', value: 'P4711' }, aliases: [] })
  assert.equal(lineReader(/^P\d{4}$/)(line).ok, true)
  assert.equal(parseLine(line).ok, false)
})
