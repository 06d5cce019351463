import assert from 'node:assert/strict'
import { createPublicKey, randomBytes, verify } from 'node:crypto'
import { test } from 'node:test'
import { makeInstitutionSeal, signatureHolds } from '../../src/security/institution-seal.ts'
import { newKeyringFile, parseKeyring } from '../../src/security/keyring.ts'

const file = JSON.parse(newKeyringFile(randomBytes)) as { identity: string; current: string; keys: Record<string, string> }
const seal = makeInstitutionSeal(parseKeyring(JSON.stringify(file)))
const bytes = Buffer.from('%PDF-1.7 un certificado')

test('what was signed holds, and one changed bit does not', () => {
  const by = seal.sign(bytes)
  assert.ok(seal.holds(bytes, by))
  for (const at of [0, bytes.length - 1]) {
    const changed = Buffer.from(bytes)
    changed[at]! ^= 1
    assert.equal(seal.holds(changed, by), false)
  }
  assert.equal(seal.holds(bytes, { ...by, signature: Buffer.alloc(64).toString('base64') }), false)
  assert.equal(seal.holds(bytes, { ...by, signature: '' }), false)
  assert.equal(seal.holds(bytes, { ...by, key: 'k9' }), false)
})

test('anybody checks it with the published key and plain Ed25519', () => {
  const by = seal.sign(bytes)
  assert.ok(verify(null, bytes, createPublicKey(seal.publicKeys[0]!.pem), Buffer.from(by.signature, 'base64')))
  assert.ok(!JSON.stringify(seal.publicKeys).includes('PRIVATE'))
})

test('a new master key signs from then on, and what the old one signed still holds', () => {
  const before = seal.sign(bytes)
  const later = makeInstitutionSeal(parseKeyring(JSON.stringify({ ...file, current: 'k2', keys: { ...file.keys, k2: randomBytes(32).toString('base64') } })))
  assert.equal(later.sign(bytes).key, 'k2')
  assert.ok(later.holds(bytes, before))
  assert.equal(later.publicKeys.length, 2)
  assert.equal(signatureHolds(seal.publicKeys, bytes, later.sign(bytes)), false)
})

test('another ring has another key under the same name', () => {
  assert.equal(makeInstitutionSeal(parseKeyring(newKeyringFile(randomBytes))).holds(bytes, seal.sign(bytes)), false)
})
