/**
 * What a person types to say who they are: a cédula or the institution's code for a foreigner (ID-1).
 *
 * A right check digit says nothing about existence: only the register knows that.
 * Held by test/domain/identifier.test.ts and test/domain/identifier.property.test.ts.
 */
import type { Identifier } from './person.ts'

export type IdentifierProblem =
  | 'empty'
  /** neither ten digits nor anything the foreigner's pattern could mean */
  | 'not-an-identifier'
  | 'wrong-length'
  | 'unknown-province'
  | 'wrong-check-digit'

export type ReadIdentifier =
  | { readonly ok: true; readonly identifier: Identifier }
  | { readonly ok: false; readonly problem: IdentifierProblem }

/** Reads the one field in which both kinds are typed. `foreignerCode` is the policy's pattern. */
export function readIdentifier(typed: string, foreignerCode: RegExp): ReadIdentifier {
  const value = normaliseIdentifier(typed)
  if (value === '') return { ok: false, problem: 'empty' }
  if (foreignerCode.test(value)) return { ok: true, identifier: { type: 'extranjero', value } }
  const problem = cedulaProblem(value)
  return problem === null ? { ok: true, identifier: { type: 'cedula', value } } : { ok: false, problem }
}

/** ID-1: people write `171003406-5` and `EX 0012345`; telephones insert no-break spaces and long dashes. */
export function normaliseIdentifier(typed: string): string {
  return typed.replace(/[\s\u00ad\u200b\u2010-\u2015\u2212\ufeff-]+/g, '').toUpperCase()
}

/** Whether the ten characters, already normalised, are a cédula. */
export function isCedula(value: string): boolean {
  return cedulaProblem(value) === null
}

/** The tenth digit for the first nine: weights 2,1,2,1…, nines cast out, complement to the next ten. */
export function cedulaCheckDigit(firstNine: string): number {
  let sum = 0
  for (let place = 0; place < 9; place++) {
    const digit = firstNine.charCodeAt(place) - 48
    const product = place % 2 === 0 ? digit * 2 : digit
    sum += product > 9 ? product - 9 : product
  }
  return (10 - (sum % 10)) % 10
}

/** 01–24, and 30 for Ecuadorians registered abroad. */
export function isProvince(code: string): boolean {
  if (!/^\d\d$/.test(code)) return false
  const number = Number(code)
  return (number >= 1 && number <= 24) || number === 30
}

function cedulaProblem(value: string): IdentifierProblem | null {
  if (!/^[0-9]+$/.test(value)) return 'not-an-identifier'
  if (value.length !== 10) return 'wrong-length'
  if (!isProvince(value.slice(0, 2))) return 'unknown-province'
  // The third digit is left alone: cédulas of foreigners with a 6 there exist.
  return cedulaCheckDigit(value) === value.charCodeAt(9) - 48 ? null : 'wrong-check-digit'
}
