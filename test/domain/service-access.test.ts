import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mayUse, serviceClasses, type Standing } from '../../src/domain/service-access.ts'
import { serviceCatalogue, serviceNames } from '../../src/domain/services.ts'
import { hour, minute } from '../../src/domain/types.ts'

const issued = Date.UTC(2026, 10, 22, 17)
const fresh: Standing = { state: 'active', probationUntil: issued + 72 * hour, contactsSettledAt: null }

test('PROOF-10, P-10: +71:59 refuses money and contact, +72:00 and +72:01 pass; what only reads is open at once', () => {
  for (const serviceClass of ['money', 'contact'] as const) {
    assert.deepEqual(mayUse(serviceClass, fresh, issued + 71 * hour + 59 * minute), { is: 'wait', why: 'new-key', until: issued + 72 * hour })
    assert.deepEqual(mayUse(serviceClass, fresh, issued + 72 * hour - 1), { is: 'wait', why: 'new-key', until: issued + 72 * hour })
    assert.deepEqual(mayUse(serviceClass, fresh, issued + 72 * hour), { is: 'allowed' })
    assert.deepEqual(mayUse(serviceClass, fresh, issued + 72 * hour + minute), { is: 'allowed' })
  }
  assert.deepEqual(mayUse('read', fresh, issued), { is: 'allowed' })
})

test('M-11: a contact changed lately closes money until it is settled, and nothing else', () => {
  const settled = issued + 200 * hour
  const standing: Standing = { ...fresh, contactsSettledAt: settled }
  assert.deepEqual(mayUse('money', standing, settled - 1), { is: 'wait', why: 'new-contact', until: settled })
  assert.deepEqual(mayUse('money', standing, settled), { is: 'allowed' })
  assert.deepEqual(mayUse('contact', standing, settled - 1), { is: 'allowed' })
})

test('of two reasons the one that lasts longer is told', () => {
  assert.deepEqual(mayUse('money', { ...fresh, contactsSettledAt: issued + hour }, issued), { is: 'wait', why: 'new-key', until: fresh.probationUntil })
})

test('a frozen key opens nothing', () => {
  for (const serviceClass of serviceClasses) assert.deepEqual(mayUse(serviceClass, { ...fresh, state: 'frozen', probationUntil: 0 }, issued), { is: 'refused', why: 'frozen' })
})

test('whoever waits until the moment told is let in, and nobody a millisecond earlier', () => {
  const moment = fc.integer({ min: 0, max: 10_000 })
  fc.assert(fc.property(fc.constantFrom(...serviceClasses), moment, fc.option(moment), moment, (serviceClass, probationUntil, contactsSettledAt, now) => {
    const standing: Standing = { state: 'active', probationUntil, contactsSettledAt }
    const access = mayUse(serviceClass, standing, now)
    if (access.is !== 'wait') return access.is === 'allowed'
    return access.until > now && mayUse(serviceClass, standing, access.until).is === 'allowed' && mayUse(serviceClass, standing, access.until - 1).is === 'wait'
  }))
})

test('every service has a path of its own among the signed-in pages', () => {
  const paths = serviceNames.map((name) => serviceCatalogue[name].path)
  assert.equal(new Set(paths).size, paths.length)
  for (const path of paths) assert.match(path, /^\/(?:servicios|mi-clave)\/[a-z-]+$/)
})
