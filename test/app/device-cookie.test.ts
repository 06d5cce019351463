import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { isTaggedFor, newDevice, readDevice, writeDevice } from '../../src/app/device-cookie.ts'
import type { PersonKey } from '../../src/domain/types.ts'
import { newKeyringFile, parseKeyring } from '../../src/security/keyring.ts'
import { makeSecrets } from '../../src/security/secrets.ts'

const secrets = makeSecrets(parseKeyring(newKeyringFile(randomBytes)))
const people = Array.from({ length: 9 }, () => randomBytes(16).toString('hex') as PersonKey)
const [ana, luis] = people as [PersonKey, PersonKey]

test('LOGIN-2: what was written is read again, with a tag for each person, and fits a cookie', () => {
  const device = newDevice(secrets)
  const first = readDevice(secrets, writeDevice(secrets, device, ana))!
  const second = readDevice(secrets, writeDevice(secrets, first, luis))!
  assert.equal(second.token, device.token)
  assert.deepEqual([isTaggedFor(secrets, second, ana), isTaggedFor(secrets, second, luis), isTaggedFor(secrets, second, people[2]!)], [true, true, false])
  assert.match(writeDevice(secrets, second, ana), /^[\w-]{76}$/, 'signing in again adds nothing')
})

test('a seventh person pushes the oldest tag out, and the cookie stays under 128 signs', () => {
  let cookie = writeDevice(secrets, newDevice(secrets), ana)
  for (const person of people.slice(1)) cookie = writeDevice(secrets, readDevice(secrets, cookie)!, person)
  assert.ok(cookie.length < 128)
  assert.equal(isTaggedFor(secrets, readDevice(secrets, cookie)!, ana), false)
  assert.equal(isTaggedFor(secrets, readDevice(secrets, cookie)!, people[8]!), true)
})

test('LOGIN-2, LOGIN-6: a cookie of one’s own making is none, and nobody’s own tag serves for another number', () => {
  const mine = writeDevice(secrets, newDevice(secrets), luis)
  const forged = mine.slice(0, 54) + secrets.token().slice(0, 11)
  assert.equal(isTaggedFor(secrets, readDevice(secrets, forged)!, ana), false)
  const others = makeSecrets(parseKeyring(newKeyringFile(randomBytes)))
  for (const cookie of [undefined, '', 'x', mine.slice(1), mine.slice(0, 53), `${secrets.token()}${mine.slice(43)}`, writeDevice(others, newDevice(others), ana)]) {
    assert.equal(readDevice(secrets, cookie), null, cookie)
  }
})
