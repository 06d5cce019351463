import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ceilingOf, loginStanding, proofingStanding } from '../../src/domain/attempts.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'

const proofing = (usedToday: number, usedInAll: number, deckOpen = false): string =>
  proofingStanding({ usedToday, usedInAll, deckOpen }, defaultPolicy.proofing).is

test('PROOF-2: the third attempt of a day closes until midnight, the ninth in all closes', () => {
  assert.deepEqual([proofing(0, 0), proofing(2, 2), proofing(3, 3), proofing(0, 8), proofing(2, 9), proofing(3, 9)],
    ['free', 'free', 'closed-today', 'free', 'closed', 'closed'])
})

test('PROOF-1: a deck on the table may be seen again even when no attempt is left', () => {
  assert.equal(proofing(3, 9, true), 'open')
})

test('PROOF-2: what is left today is never more than what is left in all', () => {
  const standing = proofingStanding({ usedToday: 0, usedInAll: 8, deckOpen: false }, defaultPolicy.proofing)
  assert.deepEqual(standing, { is: 'free', leftToday: 1, leftInAll: 1 })
})

test('LOGIN-1, 3, 5: free, wait, blocked, disabled, in that order of strength', () => {
  const at = (inARow: number, sinceSuccess: number, notBefore = 0): string =>
    loginStanding({ inARow, sinceSuccess, notBefore }, 'stranger', defaultPolicy.login, 1_000).is
  assert.deepEqual([at(0, 0), at(4, 4), at(4, 4, 1_001), at(4, 4, 1_000), at(5, 5), at(0, 20), at(5, 20, 9_999)],
    ['free', 'free', 'wait', 'free', 'blocked', 'disabled', 'disabled'])
})

test('LOGIN-5: strangers may use fifteen of the twenty, a browser with a lane of its own all of them, without waits', () => {
  const standing = (lane: 'stranger' | 'device' | 'unlocked', sinceSuccess: number): string =>
    loginStanding({ inARow: 0, sinceSuccess, notBefore: 9_999 }, lane, defaultPolicy.login, 10_000).is
  assert.deepEqual([standing('stranger', 14), standing('stranger', 15), standing('device', 19), standing('unlocked', 19), standing('device', 20)],
    ['free', 'blocked', 'free', 'free', 'disabled'])
  assert.equal(loginStanding({ inARow: 1, sinceSuccess: 1, notBefore: 9_999 }, 'device', defaultPolicy.login, 0).is, 'free')
  assert.equal(ceilingOf('stranger', { ...defaultPolicy.login, ceiling: 5 }), 5, 'a ceiling as low as the block leaves strangers their five')
})
