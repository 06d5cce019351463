import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { minute } from '../../src/domain/types.ts'
import { robotCheck, type RobotEffort } from '../../src/security/robot-check.ts'

const key = Buffer.alloc(32, 7)
const light: RobotEffort = { rounds: 10, tries: [20, 40], lifetime: 20 * minute }
const check = robotCheck(key, light)
const noon = Date.parse('2026-11-22T12:00:00Z')

type Solution = { counter: number; derivedKey: string; time: number }
const worker = readFileSync(join(import.meta.dirname, '../../assets/scripts/robot-worker.js'), 'utf8')

/** Runs the very worker of the browser, with a stand-in for its message port. */
async function solve(parameters: unknown): Promise<Solution> {
  const { promise, resolve } = Promise.withResolvers<{ solution: Solution }>()
  const scope = { crypto, performance, Uint8Array, DataView, postMessage: resolve, onmessage: (_message: { data: unknown }) => {} }
  runInNewContext(worker, scope)
  scope.onmessage({ data: parameters })
  return (await promise).solution
}

const pack = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64')

async function solved(now = noon) {
  const challenge = await check.challenge(now)
  return { challenge, solution: await solve(challenge.parameters) }
}

test('what the browser solves is accepted until the challenge expires, and no longer', async () => {
  const work = await solved()
  const verdict = await check.verify(pack(work), noon)
  assert.deepEqual(verdict, { ok: true, challenge: work.challenge.parameters.nonce, expiresAt: noon + 20 * minute })
  assert.equal((await check.verify(pack(work), noon + 20 * minute - 1)).ok, true)
  assert.deepEqual(await check.verify(pack(work), noon + 20 * minute), { ok: false, reason: 'expired' })
})

test('the solution costs the browser what the server asked for', async () => {
  const { solution } = await solved()
  assert.ok(solution.counter >= 20 && solution.counter <= 40)
})

test('a challenge signed by another key, or changed in any part, is forged', async () => {
  const { challenge, solution } = await solved()
  const other = robotCheck(Buffer.alloc(32, 8), light)
  assert.deepEqual(await other.verify(pack({ challenge, solution }), noon), { ok: false, reason: 'forged' })
  const { parameters } = challenge
  const changes = [{ cost: 1 }, { keyPrefix: '00' }, { data: { expires: 9_999_999_999 } }, { nonce: 'ab'.repeat(16) }, { keySignature: 'ab'.repeat(32) }]
  for (const change of changes) {
    const forged = { challenge: { ...challenge, parameters: { ...parameters, ...change } }, solution }
    assert.deepEqual(await check.verify(pack(forged), noon), { ok: false, reason: 'forged' }, JSON.stringify(change))
  }
})

test('a wrong answer, or the answer of another challenge, is unsolved', async () => {
  const [one, two] = await Promise.all([solved(), solved()])
  const wrong = { ...one.solution, derivedKey: 'ab'.repeat(32) }
  assert.deepEqual(await check.verify(pack({ challenge: one.challenge, solution: wrong }), noon), { ok: false, reason: 'unsolved' })
  assert.deepEqual(await check.verify(pack({ challenge: one.challenge, solution: two.solution }), noon), { ok: false, reason: 'unsolved' })
})

test('whatever is posted, the check answers and never throws', async () => {
  const { challenge, solution } = await solved()
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.json().map((text) => Buffer.from(text).toString('base64')), fc.jsonValue().map((value) => pack({ challenge, solution: value })), fc.jsonValue().map((value) => pack({ challenge: value, solution }))), async (payload) => {
      assert.deepEqual(await check.verify(payload, noon), { ok: false, reason: 'malformed' })
    }),
  )
  assert.deepEqual(await check.verify(pack({ challenge, solution, more: 'x'.repeat(2048) }), noon), { ok: false, reason: 'malformed' })
})
