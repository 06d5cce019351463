/**
 * The register record, version 1, as docs/register.md describes it. Each message completes "<field>: expected …" and
 * never holds the value it refuses (ID-3). Unknown fields are an error: a misspelt field must not be lost in silence.
 */
import { z } from 'zod'
import { isCedula } from '../domain/identifier.ts'
import { isDay, isMonth, isProvince, isText, longest, most, patterns } from './record-fields.ts'

const boundedText = (atMost: number) =>
  z.string(`text of 1 to ${atMost} characters`).refine((text) => isText(text, atMost), {
    error: `text of 1 to ${atMost} characters, without control characters or blanks at its ends`,
  })

const day = z.string('a date as YYYY-MM-DD').refine(isDay, { error: 'a real date as YYYY-MM-DD' })
const month = z.string('a month as YYYY-MM').refine(isMonth, { error: 'a real month as YYYY-MM' })
const amountHint = 'an amount as text with two decimals, such as "1234.50"'
const amount = z.string(amountHint).regex(patterns.amount, amountHint)
const rucHint = 'a RUC of 13 digits as text'
const ruc = z.string(rucHint).regex(patterns.ruc, rucHint)
const provinceHint = 'a province code "01" to "24" or "30"'
const province = z.string(provinceHint).refine(isProvince, { error: provinceHint })
const branchHint = 'a branch of 4 digits as text, such as "0001"'
const list = <T extends z.ZodType>(item: T, atMost: number) =>
  z.array(item, `a list of at most ${atMost}`).max(atMost, `a list of at most ${atMost}`)

function identifier(foreignerCode: RegExp) {
  const cedula = z.strictObject({
    type: z.literal('cedula'),
    value: z.string('a cédula of 10 digits as text').refine(isCedula, {
      error: 'a cédula: 10 digits, province 01 to 24 or 30, right check digit, no spaces or hyphens',
    }),
  })
  const foreigner = z.strictObject({
    type: z.literal('extranjero'),
    value: z.string('a foreigner’s code as text').regex(foreignerCode, 'a foreigner’s code as the policy describes it'),
  })
  return z.discriminatedUnion('type', [cedula, foreigner], '"cedula" or "extranjero" as type, with its value')
}

const contactSince = { verifiedBy: z.enum(['office', 'code', 'none'], '"office", "code" or "none"'), since: day }
const phoneHint = 'a telephone number as +, country code and number, such as "+593990000000"'
const phone = z.string(phoneHint).regex(patterns.phone, phoneHint)
const email = z.string('a mail address').max(longest.email, `a mail address of at most ${longest.email} characters`)
  .regex(patterns.email, 'a mail address')
const contact = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('email'), value: email, ...contactSince }),
  z.strictObject({ kind: z.literal(['mobile', 'landline']), value: phone, ...contactSince }),
], '"email", "mobile" or "landline" as kind, with its value')

const period = { from: month, to: month.nullable() }
const job = z.strictObject({ ruc, employer: boundedText(longest.employer), province, canton: boundedText(longest.canton), ...period })
const wage = z.strictObject({ month, ruc, amount })
const loan = z.strictObject({ kind: boundedText(longest.kind), granted: month, amount, installment: amount, to: month })
const pension = z.strictObject({ kind: boundedText(longest.kind), since: month, amount })
const account = z.strictObject({ bank: boundedText(longest.bank), since: month })
const mandate = z.strictObject({ ruc, branch: z.string(branchHint).regex(patterns.branch, branchHint), ...period })
const contributionsHint = `a whole number from 0 to ${most.contributions}`

/** The schema for an institution whose foreigners' codes look like `foreignerCode` (ID-1). */
export function recordSchema(foreignerCode: RegExp) {
  const id = identifier(foreignerCode)
  return z.strictObject({
    v: z.literal(1, '1: this program reads version 1 of the record'),
    id,
    aliases: list(id, most.aliases).optional(),
    givenNames: boundedText(longest.name),
    surnames: boundedText(longest.name),
    birthDate: day,
    deathDate: day.nullable().optional(),
    sex: z.enum(['F', 'M'], '"F" or "M"').optional(),
    birthProvince: province.optional(),
    contacts: list(contact, most.contacts).optional(),
    jobs: list(job, most.jobs).optional(),
    wages: list(wage, most.wages).optional(),
    contributions: z.int(contributionsHint).min(0, contributionsHint).max(most.contributions, contributionsHint).optional(),
    pension: pension.nullable().optional(),
    loans: list(loan, most.loans).optional(),
    account: account.nullable().optional(),
    represents: list(mandate, most.represents).optional(),
    status: z.enum(['active', 'deceased', 'withheld'], '"active", "deceased" or "withheld"'),
  }, 'an object')
}
