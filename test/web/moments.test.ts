import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { clockTime, localDay } from '../../src/domain/calendar.ts'
import { momentIn } from '../../src/web/moments.ts'
import { dayText, monthText } from '../../src/web/texts/calendar-words.ts'

test('a moment is the day and the clock time of the calendar, in zones with every kind of clock change', () => {
  const zones = fc.constantFrom('America/Guayaquil', 'Pacific/Galapagos', 'Europe/Madrid', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu')
  fc.assert(fc.property(zones, fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2060, 0) }), (zone, at) => {
    assert.deepEqual(momentIn(zone, at), { day: localDay(at, zone), time: clockTime(at, zone) })
  }), { numRuns: 3_000 })
  const change = Date.UTC(2026, 9, 25, 1) // Madrid, from summer time
  for (let ms = change - 120_000; ms <= change + 120_000; ms += 30_000) assert.equal(momentIn('Europe/Madrid', ms).time, clockTime(ms, 'Europe/Madrid'))
})

test('days and months are written out', () => {
  assert.equal(dayText('2026-11-02', 'es'), '2 de noviembre de 2026')
  assert.equal(dayText('2026-11-22', 'en'), '22 November 2026')
  assert.equal(monthText('2019-03', 'es'), 'marzo de 2019')
})
