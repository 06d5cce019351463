/** D-03: the file of the key ring written anew, and followed by processes that run. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { KeyDestroyed, type KeyDestroyer } from '../../src/app/rights-ports.ts'
import type { PersonKey } from '../../src/domain/types.ts'
import { makeFieldCipher } from '../../src/security/field-cipher.ts'
import { loadKeyring, makeKeyDestroyer, upgradeKeyring } from '../../src/security/keyring-file.ts'
import { startKeyringWatch } from '../../src/security/keyring-watch.ts'
import { newKeyringFile, parseKeyring } from '../../src/security/keyring.ts'

const ana = 'a'.repeat(32) as PersonKey
const luis = 'b'.repeat(32) as PersonKey
const root = mkdtempSync(join(tmpdir(), 'clave-ring-'))
after(() => rmSync(root, { recursive: true, force: true }))

const unlocked = async () => ({ release() {} })

function newRing(): { folder: string; file: string; destroyer: KeyDestroyer } {
  const folder = mkdtempSync(join(root, 'ring-'))
  const file = join(folder, 'keys.json')
  writeFileSync(file, newKeyringFile(randomBytes), { mode: 0o640 })
  return { folder, file, destroyer: makeKeyDestroyer(file, loadKeyring(file), unlocked) }
}

async function destroy(destroyer: KeyDestroyer, person: PersonKey): Promise<number> {
  const prepared = await destroyer.prepare(person)
  prepared.carryOut()
  prepared.close()
  return prepared.generation
}

test('the file is replaced whole, keeps its mode, leaves nothing beside it, and the old bytes are written over', async () => {
  const { folder, file, destroyer } = newRing()
  const [before, old] = [readFileSync(file, 'utf8'), join(folder, 'old')]
  linkSync(file, old) // the old file by another name, to look at afterwards
  assert.equal(await destroy(destroyer, ana), 1)
  const ring = loadKeyring(file)
  assert.deepEqual([ring.personal.generationOf(ana), ring.personal.generationOf(luis)], [1, 0])
  assert.equal(statSync(file).mode & 0o777, 0o640)
  assert.ok(!existsSync(`${file}.new`))
  assert.deepEqual(readFileSync(old), Buffer.alloc(before.length))
})

test('a link to the file stays a link', async () => {
  const { folder, file } = newRing()
  const link = join(folder, 'link.json')
  symlinkSync(file, link)
  await destroy(makeKeyDestroyer(link, loadKeyring(link), unlocked), ana)
  assert.equal(loadKeyring(file).personal.generationOf(ana), 1)
})

test('what was prepared and not carried out changes nothing; a file left by a command that died is no hindrance', async () => {
  const { file, destroyer } = newRing()
  const before = readFileSync(file)
  ;(await destroyer.prepare(ana)).close()
  assert.deepEqual(readFileSync(file), before)
  writeFileSync(`${file}.new`, 'half a fi')
  assert.equal(await destroy(destroyer, ana), 1)
})

test('a file that can not be written is refused in words before anything is done, and the lock is let go of', async () => {
  const { file } = newRing()
  let held = 0
  const destroyer = makeKeyDestroyer(file, loadKeyring(file), async () => {
    held += 1
    return { release: () => { held -= 1 } }
  })
  mkdirSync(`${file}.new`) // also the superuser, whom no mode stops, can not write a folder
  await assert.rejects(destroyer.prepare(ana), (error: Error) => /cannot be written \(EISDIR\).*Nothing was erased/.test(error.message))
  rmSync(`${file}.new`, { recursive: true })
  const [busy, before] = [makeKeyDestroyer(file, loadKeyring(file), () => Promise.reject(new Error('another command is writing it'))), readFileSync(file)]
  await assert.rejects(busy.prepare(ana), /another command is writing it/)
  const prepared = await destroyer.prepare(ana)
  rmSync(`${file}.new`)
  mkdirSync(`${file}.new`)
  assert.throws(() => prepared.carryOut(), /Nothing was erased/, 'a folder can not take the place of a file')
  rmSync(`${file}.new`, { recursive: true })
  prepared.close()
  assert.deepEqual([held, readFileSync(file).equals(before)], [0, true])
})

test('an erasing goes on from what the file says now, not from what was read at the start', async () => {
  const { file, destroyer } = newRing()
  const other = makeKeyDestroyer(file, loadKeyring(file), unlocked)
  await destroy(destroyer, ana)
  await destroy(other, luis)
  const ring = loadKeyring(file)
  assert.deepEqual([ring.personal.generationOf(ana), ring.personal.generationOf(luis)], [1, 1])
})

test('D-03: two running processes forget within a beat what a third one destroyed, and write under the next key', async () => {
  const { file, destroyer } = newRing()
  const processes = [0, 1].map(() => {
    const keyring = loadKeyring(file)
    const told: (number | string)[] = []
    return { keyring, told, cipher: makeFieldCipher(keyring), watch: startKeyringWatch({ file, keyring, beat: 20, onAdopted: (n) => told.push(n), onRefused: (why) => told.push(why) }) }
  })
  const sealed = processes[0]!.cipher.encrypt(ana, 'contact', 'ana@example.org')
  for (const { cipher } of processes) assert.equal(cipher.decrypt(ana, 'contact', sealed).toString(), 'ana@example.org')
  await destroy(destroyer, ana)
  for (let turn = 0; turn < 500 && processes.some(({ told }) => told.length === 0); turn += 1) await sleep(20)
  for (const { cipher, told, watch } of processes) {
    watch.stop()
    assert.deepEqual(told, [1])
    assert.throws(() => cipher.decrypt(ana, 'contact', sealed), KeyDestroyed)
    assert.equal(cipher.encrypt(ana, 'contact', '')[1], 1)
  }
})

test('a broken, older, foreign or missing file changes nothing in a running process and is told once, without a word of it', async () => {
  const { folder, file, destroyer } = newRing()
  const older = readFileSync(file, 'utf8')
  await destroy(destroyer, ana)
  const [newest, keyring, told] = [readFileSync(file, 'utf8'), loadKeyring(file), [] as string[]]
  const watch = startKeyringWatch({ file, keyring, beat: 3_600_000, onAdopted: () => assert.fail('taken over'), onRefused: (why) => told.push(why) })
  const fingerprint = keyring.fingerprint
  watch.look()
  for (const [text, sentence] of [[newest.slice(0, 2_000), /no JSON/], [older, /older copy/], [newKeyringFile(randomBytes), /another one/], [null, /cannot be read/]] as const) {
    if (text === null) rmSync(file)
    else {
      writeFileSync(join(folder, 'next'), text)
      renameSync(join(folder, 'next'), file)
    }
    watch.look()
    watch.look()
    assert.match(told.at(-1)!, sentence)
    assert.equal(keyring.fingerprint, fingerprint)
  }
  assert.equal(told.length, 4)
  for (const secret of Object.values(JSON.parse(newest) as Record<string, string>)) if (secret.length > 20) assert.ok(told.every((why) => !why.includes(secret.slice(0, 12))))
  watch.stop()
})

test('no key of a person outlives a beat in memory', () => {
  const { file } = newRing()
  const keyring = loadKeyring(file)
  const watch = startKeyringWatch({ file, keyring, beat: 3_600_000, onAdopted: () => {}, onRefused: () => {} })
  const kept = keyring.personal.key(ana, 0, 'k1')
  watch.look()
  assert.notEqual(keyring.personal.key(ana, 0, 'k1'), kept)
  watch.stop()
})

test('keys upgrade: a ring of before gets the root of personal keys once, and nothing else of it changes', () => {
  const { file } = newRing()
  const { people, ...rest } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  assert.ok(people)
  writeFileSync(file, JSON.stringify(rest))
  assert.equal(upgradeKeyring(file, randomBytes), true)
  const { people: planted, ...kept } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  assert.deepEqual(kept, rest)
  assert.notEqual(planted, people)
  assert.equal(upgradeKeyring(file, randomBytes), false)
  assert.equal(parseKeyring(readFileSync(file, 'utf8')).personal.generationOf(ana), 0)
})
