/**
 * Identifiers for invented people: valid, all different within a run, spread over the whole space instead of dense. A valid number
 * may belong to somebody; these are arbitrary and say nothing of whoever that is.
 */
import { cedulaCheckDigit } from '../domain/identifier.ts'
import type { Identifier } from '../domain/person.ts'

/** The largest primes below 6,000,000 and 10,000,000: multiplying by any number modulo a prime is one-to-one. */
export const cedulaSpace = 5_999_993
export const foreignerSpace = 9_999_991

/** How many people one run can hold: a country. */
export const mostPeople = 20_000_000

/** The cédula of the person `index` registered in a province: the sequence is theirs alone within `cedulaSpace` people. */
export function inventCedula(seed: number, index: number, province: string): Identifier {
  const sequence = scatter(seed, index, cedulaSpace)
  const third = Math.floor(sequence / 1_000_000)
  // Some cédulas of foreigners have a 6 there (ID-1); moving every thirteenth of the fives keeps all numbers different.
  const shown = third === 5 && sequence % 13 === 0 ? 6 : third
  const nine = province + String(shown) + String(sequence % 1_000_000).padStart(6, '0')
  return { type: 'cedula', value: `${nine}${cedulaCheckDigit(nine)}` }
}

/** The code of the person `index`, as the default policy writes it: theirs alone within `foreignerSpace` people. */
export function inventForeignerCode(seed: number, index: number): Identifier {
  return { type: 'extranjero', value: `EX${String(scatter(seed, index, foreignerSpace)).padStart(7, '0')}` }
}

function scatter(seed: number, index: number, space: number): number {
  const factor = 2_718_281 + (seed % 500_009) // times 20,000,000 stays exact
  return (factor * (index + 1) + (seed % 4_999_999)) % space
}
