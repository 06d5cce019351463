import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { hour, minute } from '../../src/domain/types.ts'
import { mayMailUnlock, unlockStep } from '../../src/domain/unlock.ts'

const { link } = defaultPolicy

/** Asks at these moments; answers when mails went out. */
function mailsFor(asked: readonly number[]): number[] {
  const sent: number[] = []
  for (const now of asked.toSorted((a, b) => a - b)) {
    const inLastHour = sent.filter((at) => at > now - hour).length
    const live = sent.findLast((at) => now <= at + link.lifetime)
    if (mayMailUnlock({ inLastHour, liveFor: live === undefined ? null : now - live }, link)) sent.push(now)
  }
  return sent
}

const moments = fc.array(fc.integer({ min: 0, max: 4 * 60 * 60 }).map((seconds) => seconds * 1_000), { minLength: 1, maxLength: 200 })

test('LINK-4: never more than five mails in an hour, and whoever asks has a good link at that moment', () => {
  fc.assert(fc.property(moments, (asked) => {
    const sent = mailsFor(asked)
    for (const at of sent) assert.ok(sent.filter((other) => other <= at && other > at - hour).length <= link.perPersonAndHour)
    for (const at of asked) assert.ok(sent.some((other) => other <= at && at <= other + link.lifetime), `nothing good at ${at}`)
  }), { numRuns: 500 })
})

test('LINK-4: a person whose mail does not come in a minute may ask for one more', () => {
  assert.deepEqual(mailsFor([0, minute / 2, minute, 2 * minute]), [0, minute])
})

test('UNLOCK-1: wait, mail, done', () => {
  const facts = { language: 'es', tries: 0, ticket: { id: 1, ripeAt: 1 } } as const
  assert.deepEqual([facts, { ...facts, asked: { times: 1, at: 1 } }, { ...facts, asked: { times: 1, at: 1 }, done: { at: 1, until: 2 } }].map((each) => unlockStep(each).name),
    ['wait', 'mail', 'done'])
})
