import assert from 'node:assert/strict'
import { createHmac, hkdfSync } from 'node:crypto'
import { test } from 'node:test'
import { parseKeyring } from '../../src/security/keyring.ts'
import { plantTree, writeTree } from '../../src/security/person-tree.ts'

const identity = Buffer.alloc(32, 1)
const keyring = parseKeyring(JSON.stringify({ identity: identity.toString('base64'), current: 'k1', keys: { k1: Buffer.alloc(32, 2).toString('base64') }, people: writeTree(plantTree(Buffer.alloc(32, 3))).toString('base64') }))
const expanded = (label: string): Buffer => Buffer.from(hkdfSync('sha256', identity, '', `clave/${label}`, 32))

test('ID-2: a person is called by the first 16 bytes of HMAC-SHA-256 of type and value, which can never change', () => {
  const expected = createHmac('sha256', expanded('person')).update('cedula:1700000001').digest('hex').slice(0, 32)
  assert.equal(keyring.personKey({ type: 'cedula', value: '1700000001' }), expected)
})

test('a fixed hash is HMAC-SHA-256 of each part with its length before it, so that parts cannot run into each other', () => {
  const bytes = Buffer.from([0, 255])
  const expected = createHmac('sha256', expanded('fixed/lookup')).update('4:año').update('2:').update(bytes).digest()
  assert.deepEqual(keyring.fixedHash('lookup', 'año', bytes), expected)
  assert.notDeepEqual(keyring.fixedHash('lookup', 'ab', 'c'), keyring.fixedHash('lookup', 'a', 'bc'))
})
