import assert from 'node:assert/strict'
import { createHmac, hkdfSync } from 'node:crypto'
import { test } from 'node:test'
import { newKeyringFile, parseKeyring } from '../../src/security/keyring.ts'
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

test('a file that is no key ring is refused with all that is wrong, and no key is quoted', () => {
  const whole = JSON.parse(newKeyringFile((size) => Buffer.alloc(size, 3))) as Record<string, unknown>
  const secret = Buffer.alloc(32, 3).toString('base64')
  assert.deepEqual(parseKeyring(JSON.stringify(whole)).ids, ['k1'])
  const refused = (text: string): string => {
    try {
      parseKeyring(text)
    } catch (error) {
      const { message } = error as Error
      assert.ok(!message.includes(secret.slice(0, 8)), message)
      return message
    }
    throw new Error(`${text} passed`)
  }
  const changed = (change: Record<string, unknown>): string => refused(JSON.stringify({ ...whole, ...change }))
  assert.equal(refused(secret), 'key ring: the file is no JSON, or not all of it')
  for (const text of ['null', '[]', '"k1"']) assert.equal(refused(text), 'key ring: the file must hold an object')
  for (const identity of [undefined, 7, secret.slice(4), `${secret}AAAA`, secret.replace('=', ''), ` ${secret}`]) assert.equal(changed({ identity }), 'key ring: identity must be 32 bytes in base64')
  assert.equal(changed({ keys: { k1: secret, k2: 'x' } }), 'key ring: keys.k2 must be 32 bytes in base64')
  assert.equal(changed({ keys: [secret] }), 'key ring: keys must be an object; "current" names no key of "keys"')
  assert.equal(changed({ current: 'k2' }), 'key ring: "current" names no key of "keys"')
  assert.match(changed({ current: 'K 1', keys: { 'K 1': secret } }), /current must be 1 to 16 lower-case letters/)
  assert.equal(changed({ [secret]: 1 }), 'key ring: there is more in the file than identity, current, keys and people')
})
