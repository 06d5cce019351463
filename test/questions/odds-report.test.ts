import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { oddsFigures } from '../../src/questions/odds-report.ts'
import { madeUp, ofNobody } from './odds-reports.ts'

test('shares, holes, order and the median of a report', () => {
  const figures = oddsFigures(madeUp)
  assert.equal(figures.askableShare, 0.85)
  assert.deepEqual(figures.histogram.map(({ bits }) => bits), [17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28])
  assert.equal(figures.histogram[1]?.people, 0)
  assert.equal(figures.medianBits, 23)
  assert.equal(figures.worstBits, 17)
  assert.deepEqual(figures.reasons.map(({ reason }) => reason), ['thin-file', 'too-weak', 'one-employer'])
  assert.deepEqual(figures.kinds.map(({ kind }) => kind), ['wage', 'entry', 'not-yet-known', 'bank'])
  assert.deepEqual(figures.questionsPerDeck, [{ questions: 3, decks: 22_000_000 }, { questions: 4, decks: 15_000_000 }, { questions: 5, decks: 0 }, { questions: 6, decks: 4_600_000 }])
  assert.deepEqual(figures.whatIf.map(({ more }) => more), [-9_300_000, 600_000, 0])
})

test('a report of nobody has no shares and no median', () => {
  const figures = oddsFigures(ofNobody)
  assert.deepEqual([figures.askableShare, figures.medianBits, figures.worstBits, figures.histogram.length], [null, null, null, 0])
})

test('property: half of the people reach the median at least, and fewer than half reach the next strength', () => {
  fc.assert(fc.property(fc.dictionary(fc.integer({ min: 0, max: 40 }).map(String), fc.integer({ min: 1, max: 50 }), { minKeys: 1 }), (bits) => {
    const { medianBits } = oddsFigures({ ...ofNobody, bits })
    const people = Object.entries(bits).flatMap(([strength, count]) => Array<number>(count).fill(Number(strength)))
    const reaching = (least: number): number => people.filter((each) => each >= least).length
    assert.ok(medianBits !== null && people.includes(medianBits) && reaching(medianBits) >= people.length / 2)
    const next = Math.min(...people.filter((each) => each > medianBits))
    assert.ok(next === Infinity || reaching(next) < people.length / 2)
  }))
})
