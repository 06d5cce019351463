import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownBefore } from '../../src/domain/known-contacts.ts'
import type { RegisterContact } from '../../src/domain/person.ts'

const contact = (value: string, since: string, verifiedBy: RegisterContact['verifiedBy'] = 'office', kind: RegisterContact['kind'] = 'email'): RegisterContact => ({ kind, value, verifiedBy, since })

test('P-10: an address of the day before counts, one of the same day or later does not', () => {
  const contacts = [contact('antes@ejemplo.ec', '2026-11-21'), contact('hoy@ejemplo.ec', '2026-11-22'), contact('despues@ejemplo.ec', '2026-11-23')]
  assert.deepEqual(knownBefore(contacts, '2026-11-22'), ['antes@ejemplo.ec'])
})

test('P-10: only verified mail addresses count, each once', () => {
  const contacts = [
    contact('nadie@ejemplo.ec', '2020-01-01', 'none'), contact('+593991234567', '2020-01-01', 'office', 'mobile'),
    contact('Ana@Ejemplo.ec', '2020-01-01', 'code'), contact('ana@ejemplo.ec', '2021-01-01'),
  ]
  assert.deepEqual(knownBefore(contacts, '2026-11-22'), ['ana@ejemplo.ec'])
  assert.deepEqual(knownBefore([], '2026-11-22'), [])
})
