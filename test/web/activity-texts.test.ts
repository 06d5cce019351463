import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ActivityLine } from '../../src/app/session-ports.ts'
import type { EventType } from '../../src/domain/events.ts'
import { textSentence, withTheirTexts } from '../../src/web/activity.ts'

const line = (seq: number, type: EventType, at = seq): ActivityLine => ({ seq, at, type, facts: { withheld: false }, hash: String(seq).padStart(64, '0') })
const told = (...lines: ActivityLine[]): unknown => withTheirTexts(lines).map(({ line, text }) => [line.seq, text?.seq ?? null])

test('a notice by text stands with the event it tells of and takes no line of its own', () => {
  assert.deepEqual(told(line(9, 'key.changed'), line(8, 'notice.texted'), line(7, 'login.succeeded'), line(6, 'notice.texted')), [[9, 8], [7, 6]])
  assert.match(String(textSentence(line(8, 'notice.texted'), 'es', 'America/Guayaquil')), /Enviamos un aviso por mensaje de texto\. \(0000.0000 0000.0000\)/)
  assert.equal(textSentence(null, 'es', 'America/Guayaquil'), null)
})

test('one of another moment, of a list that leaves events out, or the first of a page stays by itself', () => {
  assert.deepEqual(told(line(9, 'key.changed', 5_000), line(8, 'notice.texted')), [[9, null], [8, null]])
  assert.deepEqual(told(line(9, 'key.changed'), line(5, 'notice.texted')), [[9, null], [5, null]])
  assert.deepEqual(told(line(8, 'notice.texted'), line(7, 'key.changed')), [[8, null], [7, null]])
})
