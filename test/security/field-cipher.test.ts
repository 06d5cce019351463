import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import type { PersonKey } from '../../src/domain/types.ts'
import { makeFieldCipher } from '../../src/security/field-cipher.ts'
import { newKeyringFile, parseKeyring } from '../../src/security/keyring.ts'

const file = newKeyringFile(randomBytes)
const keyring = parseKeyring(file)
const cipher = makeFieldCipher(keyring)
const ana = 'a'.repeat(32) as PersonKey
const luis = 'b'.repeat(32) as PersonKey

test('AUDIT-2: what is sealed opens again, byte for byte', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), (plain) => {
    assert.deepEqual(cipher.decrypt(ana, 'facts', cipher.encrypt(ana, 'facts', plain)), Buffer.from(plain))
  }), { numRuns: 1_000 })
})

test('AUDIT-2: a ciphertext moved to another person or field does not open', () => {
  const sealed = cipher.encrypt(ana, 'facts', 'secreto')
  assert.throws(() => cipher.decrypt(luis, 'facts', sealed))
  assert.throws(() => cipher.decrypt(ana, 'contact', sealed))
})

test('AUDIT-2: any changed bit is noticed', () => {
  const sealed = cipher.encrypt(ana, 'facts', 'secreto')
  fc.assert(fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 0, max: 7 }), (at, bit) => {
    const changed = Buffer.from(sealed)
    changed[at] = changed[at]! ^ (1 << bit)
    assert.throws(() => cipher.decrypt(ana, 'facts', changed))
  }), { numRuns: 1_000 })
})

test('AUDIT-2: a nonce is never used twice', () => {
  const seen = new Set(Array.from({ length: 2_000 }, () => cipher.encrypt(ana, 'facts', '').subarray(3, 15).toString('hex')))
  assert.equal(seen.size, 2_000)
})

test('the current key writes, an older key of the ring still reads', () => {
  const ring = JSON.parse(file) as { identity: string; current: string; keys: Record<string, string> }
  const turned = makeFieldCipher(parseKeyring(JSON.stringify({
    ...ring, current: 'k2', keys: { ...ring.keys, k2: randomBytes(32).toString('base64') },
  })))
  assert.equal(turned.decrypt(ana, 'mail', cipher.encrypt(ana, 'mail', 'antes')).toString(), 'antes')
  assert.throws(() => cipher.decrypt(ana, 'mail', turned.encrypt(ana, 'mail', 'después')), /no key "k2"/)
})

test('a bad key ring is refused with every problem and no key in the message', () => {
  assert.throws(() => parseKeyring('{"identity":"YWJj","current":"k1","keys":{"k1":"c2hvcnQ="}}'), (error: Error) =>
    /identity must be 32 bytes/.test(error.message) && /keys\.k1 must be 32 bytes/.test(error.message) && !/YWJj|c2hvcnQ/.test(error.message))
  assert.throws(() => parseKeyring(file.replace('"current": "k1"', '"current": "k9"')), /"current" names no key/)
})

test('ID-2: the person key depends on type and value alone', () => {
  const cedula = { type: 'cedula', value: '1700000001' } as const
  assert.equal(keyring.personKey(cedula), keyring.personKey({ ...cedula }))
  assert.notEqual(keyring.personKey(cedula), keyring.personKey({ type: 'extranjero', value: '1700000001' }))
  assert.match(keyring.personKey(cedula), /^[0-9a-f]{32}$/)
})
