import assert from 'node:assert/strict'
import { test } from 'node:test'
import { duration, grouped, makeProgress } from '../../src/cli/progress.ts'

/** A progress whose clock stands where the test puts it, and what it wrote. */
function progressAt(terminal: boolean, silent = false) {
  const written: string[] = []
  let milliseconds = 50_000
  const progress = makeProgress({ unit: 'lines', now: () => milliseconds, terminal, write: (text) => written.push(text) }, silent)
  return { progress, written, after: (seconds: number) => { milliseconds = 50_000 + seconds * 1_000 } }
}

test('on a terminal one line is redrawn, at most five times a second, and taken away at the end', () => {
  const { progress, written, after } = progressAt(true)
  progress.update(0, 0)
  after(0.1)
  progress.update(0.1, 100)
  after(2)
  progress.update(0.25, 12_000)
  progress.end()
  assert.deepEqual(written, [
    '\r[------------------------] 0 % 0 lines, 0 a second\u001b[K',
    '\r[######------------------] 25 % 12,000 lines, 6,000 a second, 6 s left\u001b[K',
    '\r\u001b[K',
  ])
})

test('elsewhere there is a line every five seconds, the first after five, and nothing to take away', () => {
  const { progress, written, after } = progressAt(false)
  for (let second = 0; second <= 11; second++) {
    after(second)
    progress.update(second / 20, second * 1_000)
  }
  progress.end()
  assert.deepEqual(written, ['25 %: 5,000 lines, 1,000 a second, 15 s left\n', '50 %: 10,000 lines, 1,000 a second, 10 s left\n'])
})

test('rate and time left of work that goes on count from where it goes on', () => {
  const { progress, written, after } = progressAt(false)
  progress.update(0.5, 1_000_000)
  after(10)
  progress.update(0.625, 1_010_000)
  assert.deepEqual(written, ['62 %: 1,010,000 lines, 1,000 a second, 30 s left\n'])
})

test('of a stream whose end nobody knows there is a rate and no share', () => {
  const { progress, written, after } = progressAt(true)
  after(1)
  progress.update(null, 0)
  after(2)
  progress.update(null, 500)
  assert.deepEqual(written, ['\r0 lines, 0 a second\u001b[K', '\r500 lines, 250 a second\u001b[K'])
})

test('a file that grew while it was read is at most whole', () => {
  const { progress, written, after } = progressAt(false)
  progress.update(0, 0)
  after(5)
  progress.update(1.2, 10)
  assert.match(written.join(), /^100 %: 10 lines/)
})

test('with --json nothing is written', () => {
  const { progress, written, after } = progressAt(true, true)
  after(9)
  progress.update(0.5, 10)
  progress.end()
  assert.deepEqual(written, [])
})

test('what was never drawn is not taken away', () => {
  const { progress, written } = progressAt(true)
  progress.end()
  assert.deepEqual(written, [])
})

test('numbers have commas at thousands, times the two units that matter', () => {
  assert.deepEqual([0, 999, 1_000, 1_234_567].map(grouped), ['0', '999', '1,000', '1,234,567'])
  assert.deepEqual([0, 0.2, 59, 59.5, 75, 3_599, 3_600, 7_384].map(duration), ['0 s', '1 s', '59 s', '1 min 0 s', '1 min 15 s', '59 min 59 s', '1 h 0 min', '2 h 3 min'])
})
