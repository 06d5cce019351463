/**
 * Reads a line that stands as we write records ourselves (compact, fields in the order of the format, no escapes) without making a value of it:
 * one regular expression, which V8 compiles, in a fraction of the time of JSON.parse, check and JSON.stringify. The bytes of the line are the
 * record then. Every other line, right or wrong, is null here and read by record.ts, which has the reasons.
 *
 * Whatever is accepted here record.ts accepts too and writes with the same bytes: test/register/line-scan.property.test.ts.
 */
import { isCedula } from '../domain/identifier.ts'
import type { Identifier, PersonStatus } from '../domain/person.ts'
import { longest, most, patterns } from './record-fields.ts'

export interface ScannedLine {
  readonly id: Identifier
  readonly aliases: readonly Identifier[]
  readonly status: PersonStatus
}

export type LineScan = (line: Buffer) => ScannedLine | null

const quoted = (source: string): string => `"${source}"`
const orNull = (source: string): string => `(?:${source}|null)`
const among = (...texts: readonly string[]): string => `"(?:${texts.join('|')})"`
const list = (item: string, atMost: number): string => String.raw`\[(?:${item}(?:,${item}){0,${atMost - 1}})?\]`
const inner = (pattern: RegExp): string => quoted(pattern.source.replace(/^\^|\$$/g, ''))
const group = (name: string, source: string): string => `(?<${name}>${source})`

type Field = readonly [name: string, value: string, optional?: 'optional']

function object(...[first, ...others]: readonly [Field, ...Field[]]): string {
  const further = others.map(([name, value, mark]) => (mark === 'optional' ? `(?:,"${name}":${value})?` : `,"${name}":${value}`))
  return String.raw`\{"${first[0]}":${first[1]}${further.join('')}\}`
}

// The line is matched as Latin-1, a character for a byte. Of UTF-8 only letters below U+0800 are known here, of one or two bytes: Latin with all its
// accents. U+0080 to U+00A0 are control characters and a blank; the only blank among the others is the space.
const character = String.raw`[ !#-[\]-~]|\xc2[\xa1-\xbf]|[\xc3-\xdf][\x80-\xbf]`
const text = (atMost: number): string => quoted(`(?! )(?:${character}){1,${atMost}}(?<! )`)

const year = '(?:18[789]|19\\d|20\\d)\\d'
const month = quoted(`${year}-(?:0[1-9]|1[0-2])`)
/** Real days but for 29 February, which is left to record.ts. */
const day = quoted(`${year}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)`)
const province = quoted('(?:0[1-9]|1\\d|2[0-4]|30)')
const [amount, ruc, phone] = [inner(patterns.amount), inner(patterns.ruc), inner(patterns.phone)]
const email = quoted(String.raw`(?=[^"]{1,${longest.email}}")[!#-?A-[\]-~]{1,64}@[!#-?A-[\]-~]+\.[!#-\-/-?A-[\]-~]{2,}`)
const identifier = String.raw`\{"type":"(?:cedula","value":"\d{10}|extranjero","value":"[!#-[\]-z|~]+)"\}`

const period: readonly Field[] = [['from', month], ['to', orNull(month)]]
const verified: readonly Field[] = [['verifiedBy', among('office', 'code', 'none')], ['since', day]]
const contact = `(?:${object(['kind', among('mobile', 'landline')], ['value', phone], ...verified)}|${object(['kind', among('email')], ['value', email], ...verified)})`
const job = object(['ruc', ruc], ['employer', text(longest.employer)], ['province', province], ['canton', text(longest.canton)], ...period)
const wage = object(['month', month], ['ruc', ruc], ['amount', amount])
const pension = object(['kind', text(longest.kind)], ['since', month], ['amount', amount])
const loan = object(['kind', text(longest.kind)], ['granted', month], ['amount', amount], ['installment', amount], ['to', month])
const account = object(['bank', text(longest.bank)], ['since', month])
const mandate = object(['ruc', ruc], ['branch', inner(patterns.branch)], ...period)

const record = new RegExp(`^${object(
  ['v', '1'], ['id', group('id', identifier)], ['aliases', group('aliases', list(identifier, most.aliases)), 'optional'],
  ['givenNames', text(longest.name)], ['surnames', text(longest.name)], ['birthDate', group('birth', day)], ['deathDate', group('death', orNull(day)), 'optional'],
  ['sex', among('F', 'M'), 'optional'], ['birthProvince', province, 'optional'], ['contacts', list(contact, most.contacts), 'optional'],
  ['jobs', group('jobs', list(job, most.jobs)), 'optional'], ['wages', group('wages', list(wage, most.wages)), 'optional'],
  ['contributions', group('contributions', '(?:0|[1-9]\\d{0,3})'), 'optional'], ['pension', orNull(pension), 'optional'],
  ['loans', group('loans', list(loan, most.loans)), 'optional'], ['account', orNull(account), 'optional'], ['represents', group('represents', list(mandate, most.represents)), 'optional'],
  ['status', group('status', among('active', 'deceased', 'withheld'))],
)}$`)

/** For an institution whose foreigners' codes look like `foreignerCode` (ID-1). */
export function lineScan(foreignerCode: RegExp): LineScan {
  const isIdentifier = ({ type, value }: Identifier): boolean => (type === 'cedula' ? isCedula(value) : foreignerCode.test(value))
  return (line) => {
    const parts = record.exec(line.toString('latin1'))?.groups as Parts | undefined
    if (parts === undefined || !isCoherent(parts)) return null
    const id = identifierOf(parts.id)
    const aliases = parts.aliases === undefined ? [] : Array.from(parts.aliases.matchAll(/\{[^}]+\}/g), ([each]) => identifierOf(each))
    const known = isIdentifier(id) && aliases.every(isIdentifier) && (aliases.length === 0 || new Set([id, ...aliases].map(({ value }) => value)).size > aliases.length)
    return known ? { id, aliases, status: parts.status.slice(1, -1) as PersonStatus } : null
  }
}

/** As they stand in the line; undefined is what is not there. */
interface Parts {
  readonly id: string
  readonly aliases?: string
  readonly birth: string
  readonly death?: string
  readonly jobs?: string
  readonly wages?: string
  readonly contributions?: string
  readonly loans?: string
  readonly represents?: string
  readonly status: string
}

/** The rules of record-coherence.ts, and no alias twice. Of wages only those whose months go up are known here. */
function isCoherent({ birth, death = 'null', jobs = '', wages = '', contributions = '0', loans = '', represents = '', status }: Parts): boolean {
  return (death === 'null' || (status === '"deceased"' && birth <= death)) && Number(contributions) <= most.contributions
    && runForwards(jobs) && runForwards(represents) && loansRunForwards(loans) && goUp(wages)

}

/** Whether nothing ends before it begins: each ends with `"from":"2019-02","to":"2023-09"}` or `"from":"2019-02","to":null}`. */
function runForwards(periods: string): boolean {
  for (let end = periods.indexOf('}'); end >= 0; end = periods.indexOf('}', end + 1)) {
    if (periods[end - 1] === '"' && periods.slice(end - 8, end - 1) < periods.slice(end - 23, end - 16)) return false
  }
  return true
}

/** `{"kind":"quirografario","granted":"2024-07",…,"to":"2027-07"}`. */
function loansRunForwards(loans: string): boolean {
  for (let end = loans.indexOf('}'); end >= 0; end = loans.indexOf('}', end + 1)) {
    const granted = loans.lastIndexOf('"granted":"', end) + 11
    if (loans.slice(end - 8, end - 1) < loans.slice(granted, granted + 7)) return false
  }
  return true
}

/** Months in order, and of one month each RUC once: `[{"month":"2026-09","ruc":"1790012345001","amount":"612.50"},…`. */
function goUp(wages: string): boolean {
  let month = 0
  let first = 1 // of the month
  for (let at = 1; at < wages.length - 1; at = wages.indexOf('}', at) + 2) {
    const next = monthAt(wages, at + 10)
    if (next < month) return false
    if (next > month) first = at
    else if (wages.slice(first, at).includes(wages.slice(at + 26, at + 39))) return false
    month = next
  }
  return true
}

/** A number that grows with the month; without the slices of text of which there are thirty a line. */
function monthAt(text: string, at: number): number {
  let number = 0
  for (let place = at; place < at + 7; place++) number = number * 64 + text.charCodeAt(place) - 45
  return number
}

/** `{"type":"cedula","value":"1710034065"}` or `{"type":"extranjero","value":"EX0012345"}`. */
function identifierOf(text: string): Identifier {
  return text[9] === 'c' ? { type: 'cedula', value: text.slice(26, -2) } : { type: 'extranjero', value: text.slice(30, -2) }
}
