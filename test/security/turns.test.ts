import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PersonKey } from '../../src/domain/types.ts'
import { makeTurns } from '../../src/security/turns.ts'

const [one, other] = ['one', 'other'] as unknown as readonly [PersonKey, PersonKey]

test('L-07: one after the other for one subject, in the order they came, beside those of another', async () => {
  const turns = makeTurns()
  const said: string[] = []
  const work = (name: string) => async (): Promise<string> => {
    said.push(`${name} begins`)
    await sleep(5)
    said.push(`${name} ends`)
    return name
  }
  const names = await Promise.all([turns.take(one, work('a')), turns.take(one, work('b')), turns.take(other, work('c'))])
  assert.deepEqual(names, ['a', 'b', 'c'])
  assert.deepEqual(said, ['a begins', 'c begins', 'a ends', 'b begins', 'c ends', 'b ends'])
})

test('L-07: a fault is the fault of its own turn', async () => {
  const turns = makeTurns()
  const broken = turns.take(one, () => Promise.reject(new Error('broken')))
  const after = turns.take(one, () => Promise.resolve('after'))
  await assert.rejects(broken, /broken/)
  assert.equal(await after, 'after')
  assert.equal(await turns.take(one, () => Promise.resolve('later')), 'later')
})
