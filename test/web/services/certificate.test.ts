import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { main } from '../../../src/cli/main.ts'
import { readCertificateCode } from '../../../src/domain/certificate-code.ts'
import type { Browser, Screen } from '../../support/browser.ts'
import { noon } from '../../support/people.ts'
import { createWorld, type World } from '../../support/world.ts'
import { eventsOf, owner, signIn, type Owner } from '../my-key/signed-in.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})

const path = '/servicios/certificado'

async function issue(who: Owner): Promise<{ browser: Browser; page: Screen; code: string }> {
  const browser = await signIn(world, who)
  const page = await browser.submit(await browser.get(path), 'Emitir un certificado')
  const code = readCertificateCode(/Código ([0-9A-Z-]{19})/.exec(page.text)?.[1] ?? '')
  assert.ok(code, page.text)
  return { browser, page, code }
}

test('a key on probation gets one; it is written down with its digest, and what it says is sealed', async () => {
  const who = await owner(world, { probationUntil: (await world.clock.now()) + 3_600_000 })
  const { browser, page, code } = await issue(who)
  assert.match(page.text, /Su certificado está emitido/)
  assert.match(page.text, /Emitido el 22 de noviembre de 2026 a las 12:0\d/)
  const file = await browser.submit(page, 'Descargar el certificado')
  assert.match(String(file.headers['content-type']), /application\/pdf/)
  assert.match(String(file.headers['content-disposition']), /filename="certificado-2026-11-22\.pdf"/)
  assert.match(file.body, /^%PDF-/)
  const events = await eventsOf(world, who)
  assert.ok(events.includes('certificate.issued') && events.includes('data.exported'))
  const [fact] = await world.database.sql<{ facts: { certificate: string } }>("select facts from clave.audit_events where person_key = $1 and type = 'certificate.issued'", [Buffer.from(who.person, 'hex')])
  assert.match(fact?.facts.certificate ?? '', /^[0-9a-f]{64}$/)
  const [row] = await world.database.sql<{ content: Buffer; code_hash: Buffer }>('select content, code_hash from clave.certificates where person_key = $1', [Buffer.from(who.person, 'hex')])
  for (const clear of [code, who.record.surnames, who.record.id.value]) assert.ok(!Buffer.from(row!.content).includes(clear), clear)
})

test('anybody with the code sees what the paper says, typed or by the QR code, and nothing of a session', async () => {
  const who = await owner(world)
  const { code } = await issue(who)
  const stranger = world.browser({ from: '198.51.100.1' })
  const typed = await stranger.submit(await stranger.get('/certificado'), 'Comprobar', { 'Código del certificado': code.toLowerCase().replace(/(.{4})(?=.)/g, '$1 ') })
  const scanned = await stranger.get(`/certificado/${code}`)
  for (const page of [typed, scanned]) {
    assert.equal(page.status, 200)
    assert.match(page.text, /Este certificado es verdadero/)
    assert.ok(page.text.includes(`Nombres y apellidos ${who.record.givenNames} ${who.record.surnames}`))
    assert.ok(page.text.includes(`Cédula ${who.record.id.value}`))
    assert.doesNotMatch(page.text, new RegExp(`${who.email}|${who.record.birthDate}|Sueldo`))
    assert.equal(page.headers['cache-control'], 'no-store')
    assert.equal(page.headers['x-robots-tag'], 'noindex')
    assert.equal(page.headers['referrer-policy'], 'no-referrer')
  }
})

test('a code that is none, or of no certificate, tells nothing; the part of one neither', async () => {
  const { code } = await issue(await owner(world))
  const stranger = world.browser({ from: '198.51.101.1' })
  const last = code.endsWith('0') ? '1' : '0'
  const unknown = await stranger.get(`/certificado/${code.slice(0, -1)}${last}`)
  assert.equal(unknown.status, 404)
  assert.match(unknown.text, /No hay un certificado con ese código/)
  const part = await stranger.get(`/certificado/${code.slice(0, 12)}`)
  assert.deepEqual([part.status, part.errors.length], [422, 1])
})

test('a network that asks too often waits, and another does not', async () => {
  const { code } = await issue(await owner(world))
  const busy = world.browser({ from: '198.51.102.1' })
  const statuses: number[] = []
  for (let i = 0; i < 8; i++) statuses.push((await busy.get('/certificado/0000000000000000')).status)
  assert.deepEqual([statuses[0], statuses.at(-1)], [404, 429])
  assert.equal((await world.browser({ from: '198.51.103.1' }).get(`/certificado/${code}`)).status, 200)
})

test('what was kept and changed is not confirmed', async () => {
  const { code } = await issue(await owner(world))
  const found = (await world.deps.store.certificates.find(code))!
  const pdf = Buffer.from(found.pdf)
  pdf[pdf.length - 10]! ^= 1
  const { person, issuedAt: _, ...rest } = found
  const content = world.cipher.encrypt(person, 'certificate', JSON.stringify({ ...rest, pdf: pdf.toString('base64') }))
  await world.database.sql('alter table clave.certificates disable trigger user')
  await world.database.sql('update clave.certificates set content = $2 where person_key = $1', [Buffer.from(person, 'hex'), content])
  await world.database.sql('alter table clave.certificates enable trigger user')
  const page = await world.browser({ from: '198.51.104.1' }).get(`/certificado/${code}`)
  assert.match(page.text, /No podemos confirmar este certificado/)
  assert.doesNotMatch(page.text, /Cédula/)
})

test('nobody downloads the file of another person', async () => {
  const { code } = await issue(await owner(world))
  const { browser, page } = await issue(await owner(world))
  const form = page.forms.find(({ action }) => action === `${path}/pdf`)!
  assert.equal((await browser.post(`${path}/pdf`, { ...form.fields, codigo: code })).status, 404)
  assert.equal((await browser.post(`${path}/firma`, { ...form.fields, codigo: 'x' })).status, 404)
})

test('ten a day, then tomorrow', async () => {
  const who = await owner(world)
  const { browser } = await issue(who)
  let page = await browser.get(path)
  for (let i = 1; i < 10; i++) page = await browser.submit(page, 'Emitir un certificado')
  assert.equal(page.status, 200)
  assert.equal((await browser.submit(page, 'Emitir un certificado')).status, 429)
  await world.clock.advance(24 * 3_600_000 + 1_000)
  await issue(who)
})

test('clave certificate verify: the file and its signature hold offline with the published keys, and a changed file does not', async () => {
  const who = await owner(world)
  const { code } = await issue(who)
  const { pdf, sealed, digest } = (await world.deps.store.certificates.find(code))!
  const browser = await signIn(world, who)
  const signature = await browser.submit(await browser.get(path), 'Descargar la firma')
  assert.deepEqual(JSON.parse(signature.body), { v: 1, algorithm: 'Ed25519', key: sealed.key, sha256: digest, signature: sealed.signature })
  const folder = mkdtempSync(join(tmpdir(), 'clave-certificate-'))
  const put = (name: string, content: string | Buffer): string => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const changed = Buffer.from(pdf)
  changed[changed.length - 10]! ^= 1
  const files = { pdf: put('a.pdf', pdf), changed: put('b.pdf', changed), sig: put('a.sig', signature.body), keys: put('llaves.json', (await world.browser().get('/certificado/llaves')).body) }
  const run = async (...words: string[]): Promise<readonly [number, string]> => {
    const lines: string[] = []
    return [await main(words, {}, { out: (line) => lines.push(line), err: (line) => lines.push(line) }), lines.join('\n')]
  }
  const [good, said] = await run('certificate', 'verify', files.pdf, files.sig, '--keys', files.keys)
  assert.equal(good, 0)
  assert.match(said, /The signature holds/)
  assert.ok(said.includes(digest))
  const [bad, refused] = await run('certificate', 'verify', files.changed, files.sig, '--keys', files.keys)
  assert.equal(bad, 1)
  assert.match(refused, /DOES NOT HOLD/)
  for (const words of [[files.pdf, files.pdf, '--keys', files.keys], [files.pdf, files.sig, '--keys', files.sig], [files.pdf, join(folder, 'none'), '--keys', files.keys], [files.pdf, files.sig]]) {
    assert.equal((await run('certificate', 'verify', ...words))[0], 2, words.join(' '))
  }
})
