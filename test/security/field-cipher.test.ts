import assert from 'node:assert/strict'
import { createCipheriv, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import type { PersonKey } from '../../src/domain/types.ts'
import { makeFieldCipher, type Field } from '../../src/security/field-cipher.ts'
import { KeyDestroyed } from '../../src/app/rights-ports.ts'
import { newKeyringFile, parseKeyring, puncturedKeyringFile } from '../../src/security/keyring.ts'

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

const given: readonly Field[] = ['contact', 'event', 'journey', 'mail', 'device', 'session', 'bank-account', 'certificate']
const ofTheRegister: readonly Field[] = ['facts', 'plan']

test('D-03: destroying the key of a person shuts every field they gave, none of the register, and nothing of anybody else', () => {
  const seal = (who: PersonKey) => [...given, ...ofTheRegister].map((field) => ({ who, field, sealed: cipher.encrypt(who, field, `${field} dado`) }))
  const [hers, his] = [seal(ana), seal(luis)]
  const ring = parseKeyring(file)
  ring.adopt(parseKeyring(puncturedKeyringFile(file, ana).text))
  const after = makeFieldCipher(ring)
  for (const { who, field, sealed } of [...hers, ...his]) {
    const open = (): string => after.decrypt(who, field, sealed).toString()
    if (who === ana && given.includes(field)) assert.throws(open, KeyDestroyed, field)
    else assert.equal(open(), `${field} dado`)
    assert.equal(cipher.decrypt(who, field, sealed).toString(), `${field} dado`, 'an older copy of the ring still opens it')
  }
  const fresh = after.encrypt(ana, 'contact', 'de nuevo')
  assert.deepEqual([after.decrypt(ana, 'contact', fresh).toString(), cipher.decrypt(ana, 'contact', fresh).toString()], ['de nuevo', 'de nuevo'])
})

test('D-03: what was sealed before people had keys of their own still opens', () => {
  const { people, ...ring } = JSON.parse(file) as { people: string; identity: string; current: string; keys: Record<string, string> }
  assert.ok(people)
  assert.throws(() => parseKeyring(JSON.stringify(ring)), /Run: clave keys upgrade/)
  assert.equal(cipher.decrypt(ana, 'contact', sealedBefore(ana, 'contact', 'de antes')).toString(), 'de antes')
})

/** Under the master key alone, whatever the field. */
function sealedBefore(person: PersonKey, field: Field, plain: string): Buffer {
  const nonce = randomBytes(12)
  const seal = createCipheriv('aes-256-gcm', keyring.derive('field', 'k1'), nonce).setAAD(Buffer.from(`${person}|${field}`))
  return Buffer.concat([Buffer.from('\u0002k1'), nonce, seal.update(plain), seal.final(), seal.getAuthTag()])
}

test('D-03: a key is kept for the next field of the same person and forgotten with the ring that had it', () => {
  const ring = parseKeyring(file)
  const kept = ring.personal.key(ana, 0, 'k1')
  assert.equal(ring.personal.key(ana, 0, 'k1'), kept)
  ring.personal.forget()
  assert.notEqual(ring.personal.key(ana, 0, 'k1'), kept)
  ring.adopt(parseKeyring(puncturedKeyringFile(file, ana).text))
  assert.throws(() => ring.personal.key(ana, 0, 'k1'), KeyDestroyed)
  for (let n = 0; n < 3_000; n += 1) ring.personal.key(n.toString(16).padStart(32, '0') as PersonKey, 0, 'k1')
  assert.throws(() => ring.personal.key(ana, 0, 'k1'), KeyDestroyed)
})

test('a ring takes over later states of itself alone', () => {
  const [ring, once] = [parseKeyring(file), puncturedKeyringFile(file, ana).text]
  const before = ring.fingerprint
  ring.adopt(parseKeyring(once))
  assert.notEqual(ring.fingerprint, before)
  assert.throws(() => ring.adopt(parseKeyring(file)), /older copy/)
  assert.throws(() => ring.adopt(parseKeyring(newKeyringFile(randomBytes))), /another one/)
  assert.equal(ring.fingerprint, parseKeyring(once).fingerprint)
  const mixed = JSON.stringify({ ...JSON.parse(once) as object, people: (JSON.parse(newKeyringFile(randomBytes)) as { people: string }).people })
  assert.throws(() => ring.adopt(parseKeyring(mixed)), /older copy|another ring/)
})

test('a bad key ring is refused with every problem and no key in the message', () => {
  assert.throws(() => parseKeyring('{"identity":"YWJj","current":"k1","keys":{"k1":"c2hvcnQ="}}'), (error: Error) =>
    /identity must be 32 bytes/.test(error.message) && /keys\.k1 must be 32 bytes/.test(error.message) && !/YWJj|c2hvcnQ/.test(error.message))
  assert.throws(() => parseKeyring(file.slice(0, 90)), (error: Error) => error.message === 'key ring: the file is no JSON, or not all of it')
  assert.throws(() => parseKeyring(file.replace('"current": "k1"', '"current": "k9"')), /"current" names no key/)
})

test('ID-2: the person key depends on type and value alone', () => {
  const cedula = { type: 'cedula', value: '1700000001' } as const
  assert.equal(keyring.personKey(cedula), keyring.personKey({ ...cedula }))
  assert.notEqual(keyring.personKey(cedula), keyring.personKey({ type: 'extranjero', value: '1700000001' }))
  assert.match(keyring.personKey(cedula), /^[0-9a-f]{32}$/)
})
