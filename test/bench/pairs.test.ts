/** bench/pairs.ts on made-up answers: what is the same passes; a difference in time, length or anything else does not. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isMet, pairsOf, type Sample } from '../../bench/pairs.ts'
import { chanceFor } from '../../src/register/chance.ts'

const chance = chanceFor(5, 1)
const answers = (change: (sample: Sample, at: number) => Partial<Sample> = () => ({})): Sample[] => Array.from({ length: 1_000 }, (_, at) => {
  const sample = { took: 3 + chance.next(), length: 6_000 + (at % 3), rest: 'as always' }
  return { ...sample, ...change(sample, at) }
})

const faults: Readonly<Record<string, Sample[]>> = {
  'a tenth of the spread slower': answers(({ took }) => ({ took: took + 0.1 })),
  'a slow answer in ten': answers(({ took }, at) => ({ took: took + (at % 10 === 0 ? 5 : 0) })),
  'a byte longer': answers(({ length }) => ({ length: length + 1 })),
  'one header in a thousand answers': answers((_, at) => (at === 500 ? { rest: 'otherwise' } : {})),
}

test('E-01, E-02: two samples of one kind cannot be told apart; each planted difference can', () => {
  const [same] = pairsOf(['unknown', 'active'], new Map([['unknown', answers()], ['active', answers()]]))
  assert.ok(isMet(same!))
  for (const [fault, changed] of Object.entries(faults)) {
    const [pair] = pairsOf(['unknown', 'active'], new Map([['unknown', answers()], ['active', changed]]))
    assert.equal(isMet(pair!), false, fault)
  }
})

test('every state of a group is set against every other', () => {
  const pairs = pairsOf(['unknown', 'active', 'blocked'], new Map([['unknown', answers()], ['active', answers()], ['blocked', answers()]]))
  assert.deepEqual(pairs.map(({ pair }) => pair.join(' ')), ['unknown active', 'unknown blocked', 'active blocked'])
})
