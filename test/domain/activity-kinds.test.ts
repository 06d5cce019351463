import assert from 'node:assert/strict'
import { test } from 'node:test'
import { activityKinds, isActivityKind, typesOf } from '../../src/domain/activity-kinds.ts'
import { eventCatalogue } from '../../src/domain/events.ts'

test('every event of the catalogue is found under exactly one kind', () => {
  const found = activityKinds.flatMap((kind) => typesOf(kind) ?? [])
  assert.deepEqual([...found].sort(), Object.keys(eventCatalogue).sort())
  assert.equal(typesOf(null), null)
  assert.ok(!isActivityKind('constructor'))
})
