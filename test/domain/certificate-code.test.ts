import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { certificateCode, groupedCode, readCertificateCode } from '../../src/domain/certificate-code.ts'

const bytes = fc.uint8Array({ minLength: 10, maxLength: 32 })

test('80 bits become 16 signs, and every bit counts', () => {
  assert.equal(certificateCode(new Uint8Array(10)), '0000000000000000')
  assert.equal(certificateCode(new Uint8Array(10).fill(255)), 'ZZZZZZZZZZZZZZZZ')
  for (let bit = 0; bit < 80; bit++) {
    const one = new Uint8Array(10)
    one[bit >> 3] = 1 << (bit & 7)
    assert.notEqual(certificateCode(one), '0000000000000000', `bit ${bit}`)
  }
  assert.throws(() => certificateCode(new Uint8Array(9)), /80 random bits/)
})

test('a code is read as it was meant: case, groups, blanks, and the letters it does not have', () => {
  fc.assert(fc.property(bytes, (random) => {
    const code = certificateCode(random)
    const spellings = [code, groupedCode(code), groupedCode(code).toLowerCase(), ` ${code.slice(0, 7)} ${code.slice(7)}`, code.replaceAll('0', 'o').replaceAll('1', 'l')]
    for (const typed of spellings) assert.equal(readCertificateCode(typed), code)
  }))
})

test('anything else is no code', () => {
  for (const typed of ['', 'ABCD', 'U'.repeat(16), 'A'.repeat(17), '<'.repeat(16), 'A'.repeat(100_000)]) assert.equal(readCertificateCode(typed), null)
})
