import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import Fastify, { type FastifyInstance } from 'fastify'
import { buildAssets } from '../../scripts/build-assets.ts'
import { droppedClasses } from '../../scripts/shrink-css.ts'
import { loadAssets, type AssetManifest, type Assets } from '../../src/web/assets.ts'

const folder = mkdtempSync(join(tmpdir(), 'clave-assets-'))
const out = join(folder, 'built')
const builder = join(import.meta.dirname, '../../scripts/build-assets.ts')
const node = (given: string[]) => promisify(execFile)(process.execPath, given)
let assets: Assets
let app: FastifyInstance
let manifest: AssetManifest

before(async () => {
  assert.equal(await buildAssets({ out }), 'built')
  manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as AssetManifest
  assets = loadAssets(out)
  app = Fastify()
  await app.register(assets.plugin)
})
after(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

test('a second build finds nothing to do, and does not load Sass for that', async () => {
  const code = `import { registerHooks } from 'node:module'
    registerHooks({ resolve: (name, context, next) => { if (name === 'sass') throw new Error('loads Sass'); return next(name, context) } })
    const { buildAssets } = await import(process.argv[1])
    console.log(await buildAssets({ out: process.argv[2] }))`
  const run = async (folder: string) => (await node(['--input-type=module', '-e', code, builder, folder])).stdout.trim()
  assert.equal(await run(out), 'fresh')
  await assert.rejects(run(join(folder, 'new')), /loads Sass/)
})

test('programs that start together build side by side without harm', async () => {
  const shared = join(folder, 'shared')
  const code = 'const { buildAssets } = await import(process.argv[1]); await buildAssets({ out: process.argv[2] })'
  await Promise.all([1, 2, 3].map(() => node(['--input-type=module', '-e', code, builder, shared])))
  assert.equal(await buildAssets({ out: shared }), 'fresh')
  assert.equal(loadAssets(shared).url('clave.css'), assets.url('clave.css'))
  assert.deepEqual(readdirSync(shared).filter((name) => name.startsWith('.')), [])
})

test('the sheet of an institution is added at the end, and a change of it builds anew', async () => {
  const theme = join(folder, 'theme.css')
  const themed = join(folder, 'themed')
  writeFileSync(theme, ':root{--clave-header:#402}')
  assert.equal(await buildAssets({ out: themed, theme }), 'built')
  assert.match(readFileSync(join(themed, loadAssets(themed).url('clave.css').slice(8)), 'utf8'), /:root\{--clave-header:#402\}$/)
  writeFileSync(theme, ':root{--clave-header:#204}')
  assert.equal(await buildAssets({ out: themed, theme }), 'built')
})

test('weights: style sheet at most 8 KB, each script at most 2 KB, figures at most 6 KB, compressed with gzip', () => {
  for (const [name, { gzip }] of Object.entries(manifest.files)) {
    const limit = name === 'clave.css' ? 8 * 1024 : name === 'figures.svg' ? 6 * 1024 : 2 * 1024
    assert.ok(gzip <= limit, `${name}: ${gzip} bytes`)
  }
})

test('an asset is served in the smallest form the browser takes, for ever, and nothing is sniffed', async () => {
  const url = assets.url('clave.css')
  const plain = await app.inject({ url })
  const cases = [['br', 'gzip, deflate, br', brotliDecompressSync], ['gzip', 'gzip, br;q=0', gunzipSync], ['gzip', 'gzip', gunzipSync]] as const
  for (const [encoding, accept, unpack] of cases) {
    const answer = await app.inject({ url, headers: { 'accept-encoding': accept } })
    assert.equal(answer.statusCode, 200)
    assert.equal(answer.headers['content-encoding'], encoding)
    assert.equal(answer.headers['cache-control'], 'public, max-age=31536000, immutable')
    assert.equal(answer.headers['x-content-type-options'], 'nosniff')
    assert.equal(answer.headers['vary'], 'accept-encoding')
    assert.equal(unpack(answer.rawPayload).toString(), plain.payload)
    assert.notEqual(answer.headers['etag'], plain.headers['etag'])
    const again = await app.inject({ url, headers: { 'accept-encoding': accept, 'if-none-match': String(answer.headers['etag']) } })
    assert.deepEqual([again.statusCode, again.payload], [304, ''])
  }
  assert.equal(plain.headers['content-encoding'], undefined)
  assert.equal(plain.headers['content-type'], 'text/css; charset=utf-8')
})

test('only what was built is served', async () => {
  for (const url of ['/assets/clave.css', '/assets/clave.000000000000.css', '/assets/manifest.json', '/assets/..%2Fpackage.json', '/assets/']) {
    assert.equal((await app.inject({ url })).statusCode, 404, url)
  }
})

test('nothing in an asset needs more than the content security policy gives', () => {
  for (const { file } of Object.values(manifest.files)) {
    const text = readFileSync(join(out, file), 'utf8').replaceAll('http://www.w3.org/2000/svg', '')
    assert.deepEqual(text.match(/\bdata:[a-z]+\/|https?:|@import|@font-face|url\(|\beval\b|<script|<style|style=/g), null, file)
  }
})

test('no page uses a class that the style sheet no longer has', () => {
  const sources = readdirSync(join(import.meta.dirname, '../../src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  for (const name of sources) {
    const text = readFileSync(join(import.meta.dirname, '../../src', name), 'utf8')
    // `data-…` hooks and classes that only end in a hole of the template are looked at by the gallery.
    const used = text.match(/\bgovuk-[a-z0-9_-]*[a-z0-9]\b(?!\$)/g) ?? []
    const lost = used.filter((className) => droppedClasses.some((pattern) => pattern.test(className)))
    assert.deepEqual(lost, [], name)
  }
})
