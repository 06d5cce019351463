/**
 * UNLOCK-2, E-03: eight states of a number write the same rows before the answer, and another person's cookie tells nothing about them. The
 * pages themselves are in test/security/enumeration.test.ts.
 */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { cedulaCheckDigit } from '../../../src/domain/identifier.ts'
import { minute } from '../../../src/domain/types.ts'
import type { Screen } from '../../support/browser.ts'
import { password } from '../../support/journeys.ts'
import { deceased, noon, thinFile, worker } from '../../support/people.ts'
import { askToUnlock, mailThat, owner, signIn, stranger, wrongKey, wrongKeys, type Owner } from '../../support/unlocking.ts'
import { createWorld, type World } from '../../support/world.ts'

let world: World
const states: [string, string][] = []
let blocked: Owner
let frozen: Owner
let disabled: Owner

before(async () => {
  world = await createWorld()
  await world.clock.setNow(noon)
  const active = await owner(world, 0)
  blocked = await owner(world, 1)
  frozen = await owner(world, 2)
  disabled = await owner(world, 3)
  await wrongKeys(world, stranger(world), blocked.number)
  const notice = await mailThat(world, frozen.email, /Se generó/)
  const browser = stranger(world)
  await browser.submit(await browser.get(new URL(notice.links.find((each) => each.includes('no-fui-yo'))!).pathname), 'No fui yo', { 'Número de cédula': frozen.number })
  await wrongKeys(world, stranger(world), disabled.number, 1)
  await world.database.sql(`update clave.login_attempts set since_success = 20 where person_key = decode($1, 'hex')`, [world.personKey(disabled.record.id)])
  const dead = deceased()
  const noKey = worker(5)
  const thin = thinFile(0)
  for (const record of [dead, noKey, thin]) await world.enrol(record)
  states.push(
    ['unknown', `171234567${cedulaCheckDigit('171234567')}`], ['deceased', dead.id.value], ['no record to ask about', thin.id.value], ['no key yet', noKey.id.value],
    ['active', active.number], ['blocked', blocked.number], ['frozen', frozen.number], ['disabled', disabled.number],
  )
})

/** What a stranger can look at, without the number, the token of the form and the clock. */
function seen({ status, headers, body, path }: Screen, number: string): unknown {
  const { date: _, ...rest } = headers
  const same = body.replaceAll(number, '##########').replace(/name="formulario" value="[^"]*"/g, '').replace(/\d\d:\d\d/g, '00:00').replace(/Faltan unos \d+ segundos/, '').replace(/content="\d+;/, '')
  return { status, rest: { ...rest, 'content-length': undefined, 'set-cookie': undefined }, path, body: same, bytes: body.length }
}

test('LOGIN-3, LOGIN-4, L-14: sign-in answers all eight alike, from an unknown browser and from one with somebody else’s cookie', async () => {
  const relative = stranger(world)
  await signIn(relative, (await owner(world, 6)).number)
  relative.cookies.delete('session')
  for (const browser of [stranger(world), relative]) {
    const answers: [string, unknown][] = []
    for (const [name, number] of states) {
      await world.clock.advance(minute)
      const key = name === 'active' ? wrongKey : password
      answers.push([name, seen(await signIn(browser, number, key), number)])
    }
    for (const [name, answer] of answers) assert.deepEqual(answer, answers[0]![1], name)
  }
})

test('E-03: asking and the fifth wrong key leave one row for a number, known or not; mail comes of it later, where there is a key', async () => {
  const rows = async (number: string): Promise<unknown> => (await world.database.sql(
    'select reason, count(*)::int as n from clave.unlock_requests where person_key = decode($1, \'hex\') group by reason order by reason',
    [world.personKey({ type: 'cedula', value: number })]))
  const fresh = worker(7)
  const numbers = [`172234567${cedulaCheckDigit('172234567')}`, fresh.id.value, (await owner(world, 8)).number]
  await world.enrol(fresh)
  const left: unknown[] = []
  for (const number of numbers) {
    const browser = stranger(world)
    await wrongKeys(world, browser, number, 7)
    await askToUnlock(world, browser, number)
    left.push(await rows(number))
  }
  assert.deepEqual(left, numbers.map(() => [{ reason: 'asked', n: 1 }, { reason: 'blocked', n: 1 }]), 'one for the block, however many tries follow')
})

test('UNLOCK-2: the mail says what is true where there is a key', async () => {
  for (const { number } of [frozen, disabled, blocked]) await askToUnlock(world, stranger(world), number)
  assert.match((await mailThat(world, frozen.email, /congelada$/)).text, /avisó «No fui yo»|recibimos el aviso/)
  assert.match((await mailThat(world, disabled.email, /clave nueva/)).text, /Genere una nueva/)
  assert.match((await mailThat(world, blocked.email, /Desbloquee/)).text, /está bloqueada/)
})
