import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linkState, type Link } from '../../src/domain/link.ts'
import { minute, second, type PersonKey } from '../../src/domain/types.ts'

const sent = 1_000_000
const link: Link = {
  person: 'a'.repeat(32) as PersonKey, kind: 'confirm-address', tokenHash: Buffer.alloc(32), journeyHash: null, triesLeft: 5,
  expiresAt: sent + 15 * minute, consumed: false, superseded: false, undeliverable: false, now: sent,
}

test('LINK-1: 14:59 passes, 15:00 passes, 15:01 does not', () => {
  const after = (time: number): string => linkState({ ...link, now: sent + time }).is
  assert.deepEqual([after(14 * minute + 59 * second), after(15 * minute), after(15 * minute + second)], ['good', 'good', 'expired'])
})

test('LINK-3: used, replaced and used-up links say so, in that order', () => {
  assert.equal(linkState({ ...link, consumed: true, superseded: true }).is, 'used')
  assert.equal(linkState({ ...link, superseded: true, triesLeft: 0 }).is, 'superseded')
  assert.equal(linkState({ ...link, triesLeft: 0 }).is, 'tries-used-up')
})

test('LINK-6: before the mail is handed over nothing runs out', () => {
  assert.equal(linkState({ ...link, expiresAt: null, now: sent + 60 * minute }).is, 'on-its-way')
  assert.equal(linkState({ ...link, expiresAt: null, undeliverable: true }).is, 'undeliverable')
})
