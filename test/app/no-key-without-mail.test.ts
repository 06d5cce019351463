/** W-08, BANK-3: every path to a key is named here; a new one has to be added, with what it asks for. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { journey } from '../../src/domain/journey.ts'
import { makeKey, origin, password } from '../support/journeys.ts'
import { logIn } from '../../src/app/log-in.ts'
import { noon, worker } from '../support/people.ts'
import { answerBank, newPassword, walkToBank } from '../support/recovery.ts'
import { sourcesUnder } from '../support/sources.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
})

test('the statements that write a password, and what each asks for', () => {
  const writers = sourcesUnder('src/store', '.ts').flatMap(({ text }) =>
    [...text.matchAll(/statement\('([\w-]+)',\s*[`']([^`']*(?:insert into accounts|password_hash = \$)[^`]*?)[`']/g)]
      .filter(([, , sql = '']) => /insert into accounts|set[^;]*password_hash = \$/.test(sql.split(/\bwhere\b/)[0] ?? '')).map(([, name]) => name))
  assert.deepEqual(writers.sort(), [
    'account-create', // no account yet; the journey holds a confirmed address (below)
    'account-rehash', // the same password, just typed right
    'own-key-change', // the current password, just typed right
    'recovery-recover', // a consumed mail of kind `recover`, in the statement itself
  ])
})

test('the use cases that call them', () => {
  const callers = sourcesUnder('src', '.ts').filter(({ path }) => !path.startsWith('src/store/'))
    .filter(({ text }) => /accounts\.create\(|accounts\.rehash\(|\.changePassword\(|recoveries\.recover\(/.test(text)).map(({ path }) => path)
  assert.deepEqual(callers.sort(), ['src/app/change-key.ts', 'src/app/issue-key.ts', 'src/app/log-in.ts', 'src/app/recover-key.ts'])
})

test('no route makes a new key for who answered everything and opened no mail', async () => {
  const record = worker(1)
  await world.enrol(record)
  await makeKey(world, record, 'nadie@example.org')
  const walk = await walkToBank(world, record)
  await answerBank(world, walk)
  const browser = world.browser()
  await browser.get('/clave')
  browser.cookies.set('journey', walk.id)
  const screen = await browser.get('/clave/correo')
  const token = screen.forms[0]?.fields['formulario'] ?? ''
  assert.match(token, /^[\w-]{43}$/)
  const posts = routesOf(world.app.printRoutes({ commonPrefix: false }))
  for (const { path } of journey.filter(({ gives }) => gives !== null)) assert.ok(posts.some((each) => path.endsWith(each) || each === path), path)
  for (const path of new Set([...posts, ...journey.map((step) => step.path)])) {
    const fields = { formulario: token, clave: newPassword, repetida: newPassword, nueva: newPassword, codigo: '12345678', acepto: 'si', version: world.deps.terms.version, cedula: record.id.value }
    await browser.post(path.startsWith('/clave') || !path.includes(':') ? path : path.replaceAll(/:\w+/g, 'x'), fields)
  }
  assert.equal((await world.database.sql("select 1 from clave.audit_events where type in ('key.recovered', 'key.changed')")).length, 0)
  await world.clock.advance(60_000)
  assert.equal((await logIn(world.deps, record.id, newPassword, origin)).is, 'wrong')
  await world.clock.advance(60_000)
  assert.equal((await logIn(world.deps, record.id, password, origin)).is, 'in')
})

/** The paths that take a post, from the tree that fastify prints: a child continues the path of the line it hangs from. */
function routesOf(tree: string): readonly string[] {
  const above: string[] = []
  return tree.split('\n').flatMap((line) => {
    const found = /^([│├└─\s]*)(\S+)(?: \((.*)\))?/.exec(line)
    if (!found) return []
    const [, indent = '', part = '', methods = ''] = found
    const depth = indent.length / 4
    above.splice(depth - 1, above.length, part)
    return methods.includes('POST') ? [above.join('')] : []
  })
}
