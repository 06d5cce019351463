import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cedulaCheckDigit, isCedula, isProvince, normaliseIdentifier, readIdentifier } from '../../src/domain/identifier.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'

const runs = { numRuns: 10_000 }
const pattern = defaultPolicy.identifier.foreignerCode
const digit = fc.integer({ min: 0, max: 9 })
const province = fc.constantFrom(...Array.from({ length: 24 }, (_, index) => String(index + 1).padStart(2, '0')), '30')
const firstNine = fc
  .tuple(province, fc.array(digit, { minLength: 7, maxLength: 7 }))
  .map(([code, rest]) => code + rest.join(''))
const cedula = firstNine.map((nine) => nine + cedulaCheckDigit(nine))

/** A second, independent statement of the check: the weighted sum with the check digit is a multiple of ten. */
function luhnHolds(value: string): boolean {
  const sum = [...value].reverse().reduce((total, character, place) => {
    const doubled = Number(character) * (place % 2 === 1 ? 2 : 1)
    return total + Math.floor(doubled / 10) + (doubled % 10)
  }, 0)
  return sum % 10 === 0
}

test('ID-1: of the ten possible check digits exactly one is right', () => {
  fc.assert(fc.property(firstNine, (nine) => {
    const right = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter((check) => isCedula(`${nine}${check}`))
    assert.deepEqual(right, [cedulaCheckDigit(nine)])
  }), runs)
})

test('ID-1: ten digits are a cédula exactly when province and check digit hold', () => {
  fc.assert(fc.property(fc.array(digit, { minLength: 10, maxLength: 10 }), (digits) => {
    const value = digits.join('')
    assert.equal(isCedula(value), isProvince(value.slice(0, 2)) && luhnHolds(value))
  }), runs)
})

test('ID-1: one wrong digit is always noticed', () => {
  fc.assert(fc.property(cedula, fc.nat(9), fc.integer({ min: 1, max: 9 }), (value, place, shift) => {
    const changed = (Number(value[place]) + shift) % 10
    assert.equal(isCedula(value.slice(0, place) + changed + value.slice(place + 1)), false)
  }), runs)
})

test('ID-1: two neighbours swapped are noticed, but for 0 and 9, the known gap of this check', () => {
  fc.assert(fc.property(cedula, fc.integer({ min: 2, max: 8 }), (value, place) => {
    const [a, b] = [value[place] ?? '', value[place + 1] ?? '']
    const swapped = value.slice(0, place) + b + a + value.slice(place + 2)
    const unnoticed = a === b || (a + b).match(/^(09|90)$/) !== null
    assert.equal(isCedula(swapped), unnoticed)
  }), runs)
})

test('ID-1: spaces and hyphens anywhere change nothing', () => {
  const filler = fc.stringMatching(/^[ \-\u00a0\u2013]{0,3}$/)
  fc.assert(fc.property(cedula, fc.array(filler, { minLength: 11, maxLength: 11 }), (value, fillers) => {
    const typed = fillers.map((text, place) => text + (value[place] ?? '')).join('')
    assert.deepEqual(readIdentifier(typed, pattern), { ok: true, identifier: { type: 'cedula', value } })
  }), runs)
})

test('ID-1: any text gets an answer, and an accepted one is already in its normal form', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), cedula, fc.stringMatching(/^ex[- ]?\d{6,8}$/)), (typed) => {
    const read = readIdentifier(typed, pattern)
    if (!read.ok) return
    assert.equal(read.identifier.value, normaliseIdentifier(read.identifier.value))
    assert.deepEqual(readIdentifier(read.identifier.value, pattern), read)
  }), runs)
})
