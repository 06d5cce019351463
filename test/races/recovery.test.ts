/** The end of a recovery on two server processes over one PostgreSQL (peers 18, M-05). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { acceptTerms, issueKey } from '../../src/app/issue-key.ts'
import { askForMail, useCode } from '../../src/app/confirm-address.ts'
import { begin, makeKey, nextCode, origin, type Walk } from '../support/journeys.ts'
import { worker } from '../support/people.ts'
import { answerBank } from '../support/recovery.ts'
import { startTwoServers, type TwoServers } from '../support/two-servers.ts'
import type { World } from '../support/world.ts'

let two: TwoServers
/** The steps up to the end are driven in this process; the last posts go to the servers. */
const world = (): World => two as unknown as World
before(async () => {
  two = await startTwoServers()
})
after(() => two.close())

async function toPassword(walk: Walk, email: string): Promise<void> {
  await answerBank(world(), walk)
  await askForMail(two.deps, await walk.read())
  const confirmed = await useCode(two.deps, await walk.read(), await nextCode(two, email))
  assert.equal(confirmed.is, 'confirmed')
  if (!(await walk.read()).facts.terms) await acceptTerms(two.deps, await walk.read())
}

test('peers 18: 20 final posts of two browsers at two servers, each with another password: one new key', async () => {
  const record = worker(5)
  const key = await two.enrol(record)
  await makeKey(world(), record, 'final@example.org')
  const walks: Walk[] = []
  for (let n = 0; n < 2; n += 1) {
    const walk = await begin(world(), record.id)
    await walk.show()
    assert.equal((await walk.answer(record)).is, 'passed')
    await toPassword(walk, 'final@example.org')
    walks.push(walk)
  }
  const pages = await Promise.all(Array.from({ length: 20 }, async (_, n) => {
    const browser = two.browser((n % 2) as 0 | 1)
    await browser.get('/clave')
    browser.cookies.set('journey', walks[Math.floor(n / 2) % 2]!.id)
    return { browser, page: await browser.get('/clave/nueva-clave') }
  }))
  for (const { page } of pages) assert.equal(page.path, '/clave/nueva-clave')
  const typed = (n: number): string => `frase nueva y larga numero ${n}`
  const answers = await Promise.all(pages.map(({ browser, page }, n) => browser.submit(page, 'Generar la clave', { clave: typed(n), repetida: typed(n) })))
  const count = async (type: string): Promise<number> =>
    (await two.database.sql('select 1 from clave.audit_events where person_key = $1 and type = $2', [key, type])).length
  assert.equal(await count('key.recovered'), 1)
  assert.ok(answers.every(({ status }) => [200, 409, 503].includes(status)), answers.map(({ status }) => status).join())
  assert.deepEqual(await issueKey(two.deps, await walks[0]!.read(), typed(99), origin), { is: 'not-possible' })
  assert.equal((await two.database.sql<{ n: number }>('select max(uses) as n from clave.password_sketch'))[0]?.n, 1)
})
