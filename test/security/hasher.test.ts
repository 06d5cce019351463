import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { argon2Parameters, makeHasher, makeLanes } from '../../src/security/hasher.ts'
import { newKeyringFile, parseKeyring } from '../../src/security/keyring.ts'

interface RingFile { identity: string; current: string; keys: Record<string, string> }

const cheap = { ...argon2Parameters, memoryCost: 64, timeCost: 1 } as const
const file = JSON.parse(newKeyringFile(randomBytes)) as RingFile
const ring = parseKeyring(JSON.stringify(file))
const newerRing = parseKeyring(JSON.stringify({ ...file, current: 'k2', keys: { ...file.keys, k2: randomBytes(32).toString('base64') } }))
const settings = { waiting: 4, atOnce: 2, parameters: cheap }

test('PASS-3: 19 MiB, two passes, one lane, as Argon2id', async () => {
  const hasher = await makeHasher(ring, { waiting: 1 })
  const stored = await hasher.reserve('owner')!.hash('una clave bastante larga')
  assert.match(stored, /^k1:\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  assert.equal(hasher.needsRehash(stored), false)
})

test('PASS-3: the same password under another key does not match, so a table alone lets nobody guess', async () => {
  const stored = await (await makeHasher(ring, settings)).reserve('owner')!.hash('una clave bastante larga')
  const stranger = parseKeyring(newKeyringFile(randomBytes))
  assert.equal(await (await makeHasher(ring, settings)).reserve('owner')!.verify(stored, 'una clave bastante larga'), true)
  assert.equal(await (await makeHasher(stranger, settings)).reserve('owner')!.verify(stored, 'una clave bastante larga'), false)
})

test('PASS-3: a hash of an older key or of older parameters still opens and is to be renewed', async () => {
  const stored = await (await makeHasher(ring, settings)).reserve('owner')!.hash('una clave bastante larga')
  const later = await makeHasher(newerRing, settings)
  const dearer = await makeHasher(ring, { ...settings, parameters: { ...cheap, timeCost: 2 } })
  for (const hasher of [later, dearer]) {
    assert.equal(hasher.needsRehash(stored), true)
    assert.equal(await hasher.reserve('owner')!.verify(stored, 'una clave bastante larga'), true)
  }
  assert.equal(later.needsRehash(await later.reserve('owner')!.hash('una clave bastante larga')), false)
})

test('LOGIN-4: without a stored hash there is a comparison all the same, and it is never right', async () => {
  const hasher = await makeHasher(ring, settings)
  for (const text of ['', 'una clave bastante larga', ring.fixedHash('password', 'decoy').toString('hex')]) {
    assert.equal(await hasher.reserve('stranger')!.verify(null, text), false)
  }
})

test('LOGIN-6: as many at once as told, then the queue, then nobody; strangers fill three quarters of the queue, owners all', () => {
  const lanes = makeLanes(2, 4)
  const strangers = Array.from({ length: 9 }, () => lanes.enter('stranger')).filter((place) => place !== null)
  assert.equal(strangers.length, 2 + 3)
  const owner = lanes.enter('owner')
  assert.ok(owner)
  assert.equal(lanes.enter('owner'), null)
})

test('LOGIN-6: owners who wait go first, and who gives up makes room', async () => {
  const lanes = makeLanes(1, 4)
  const order: string[] = []
  const running = lanes.enter('stranger')!
  await running.turn()
  const [impatient, stranger, owner] = [lanes.enter('stranger')!, lanes.enter('stranger')!, lanes.enter('owner')!]
  const turns = Object.entries({ stranger, owner, impatient }).map(([name, place]) => place.turn().then(() => order.push(name)))
  impatient.leave()
  running.leave()
  running.leave() // leaving twice must not let two in
  await turns[1]
  assert.deepEqual(order, ['owner'])
  owner.leave()
  await turns[0]
  assert.deepEqual(order, ['owner', 'stranger'])
  stranger.leave()
  assert.ok(lanes.enter('stranger'))
})

test('LOGIN-6: who has a place and does something else first keeps no core from who is ready', async () => {
  const lanes = makeLanes(1, 4)
  const busyElsewhere = lanes.enter('stranger')!
  const ready = lanes.enter('owner')!
  await ready.turn()
  const late = busyElsewhere.turn()
  ready.leave()
  await late
  busyElsewhere.leave()
  const places = Array.from({ length: 4 }, () => lanes.enter('stranger'))
  assert.deepEqual(places.map((place) => place === null), [false, false, false, false], 'everybody who left is gone')
})

test('LOGIN-6: a slow hash that fails gives its place back', async () => {
  const hasher = await makeHasher(ring, { ...settings, atOnce: 1, waiting: 0 })
  const slot = hasher.reserve('stranger')!
  assert.equal(hasher.reserve('stranger'), null)
  await assert.rejects(slot.verify('k9:$argon2id$v=19$m=64,t=1,p=1$AAAA$AAAA', 'x'))
  assert.ok(hasher.reserve('stranger'))
})
