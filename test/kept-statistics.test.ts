import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { inventedStatistics } from '../src/invented-statistics.ts'
import { packStatistics, unpackStatistics, watchKnowledge } from '../src/kept-statistics.ts'
import { usualRules } from '../src/questions/engine.ts'
import type { RegisterPriors } from '../src/store/register-priors.ts'

const statistics = inventedStatistics('2026-11-22')
const packed = packStatistics(statistics)
const ofAnotherVersion = gzipSync(JSON.stringify({ ...statistics, v: 0 }))

test('packed and unpacked is the same, and another version is refused', () => {
  assert.deepEqual(unpackStatistics(packed), statistics)
  assert.equal(unpackStatistics(ofAnotherVersion), null)
})

test('a watch sees what is newer, keeps it while the database does not answer, and knows nothing by another version', async () => {
  let kept: { madeAt: number; value: Buffer } | Error | null = null
  const priors: RegisterPriors = {
    read: async (_name, known) => {
      if (kept instanceof Error) throw kept
      return kept === null ? null : { madeAt: kept.madeAt, value: kept.madeAt === known ? null : kept.value }
    },
  }
  const watch = watchKnowledge(priors, usualRules, () => undefined)
  await watch.look()
  assert.equal(watch.current(), undefined)
  kept = { madeAt: 1, value: packed }
  await watch.look()
  const first = watch.current()
  assert.notEqual(first, undefined)
  await watch.look()
  assert.equal(watch.current(), first, 'nothing newer')
  kept = new Error('no answer')
  await assert.rejects(watch.look())
  assert.equal(watch.current(), first)
  kept = { madeAt: 2, value: packed }
  await watch.look()
  assert.notEqual(watch.current(), first)
  kept = { madeAt: 3, value: ofAnotherVersion }
  await watch.look()
  assert.equal(watch.current(), undefined)
  watch.stop()
})

test('PROOF-7: what was made under another policy is not known: people would be asked otherwise than numbers nobody has', async () => {
  const priors: RegisterPriors = { read: async () => ({ madeAt: 1, value: packed }) }
  for (const changed of [{ off: new Set(['wage'] as const) }, { reach: { amount: 20, count: 4 } }, { terms: { ...usualRules.terms, mostQuestions: 4 } }]) {
    const watch = watchKnowledge(priors, { ...usualRules, ...changed }, () => undefined)
    await watch.look()
    assert.equal(watch.current(), undefined)
    watch.stop()
  }
})
