import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unlockWays, ways } from '../../scripts/docs/journeys.ts'
import { unlockJourney } from '../../src/domain/unlock.ts'
import { journey } from '../../src/domain/journey.ts'

test('the diagram of journey 1 leads from the first page to the receipt, through every step', () => {
  const reached = new Set<string>(['identify'])
  for (let before = 0; before < reached.size;) {
    before = reached.size
    for (const { from, to, again } of ways()) if (!again && reached.has(from)) reached.add(to)
  }
  assert.deepEqual([...reached].sort(), journey.map(({ name }) => name).sort())
})

test('the diagram of unlocking leads from the number to the end, with scripts and without', () => {
  assert.deepEqual(unlockWays().map(({ from, to }) => `${from} ${to}`), ['begin wait', 'begin mail', 'wait mail', 'mail done'])
  assert.equal(new Set(unlockWays().flatMap(({ from, to }) => [from, to])).size, unlockJourney.length)
})

test('changing the mail address leads back to its confirmation', () => {
  assert.ok(ways().some(({ from, to, again }) => again && from === 'contacts' && to === 'mail'))
})

test('no way leads to the step it begins at', () => {
  assert.deepEqual(ways().filter(({ from, to }) => from === to), [])
})
