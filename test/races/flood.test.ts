/**
 * L-07, L-08, L-09: a flood of wrong keys from many sources does not keep the owner out. A small one; `bin/node bench/flood.ts` runs 10,000 tries,
 * 20 times, and measures. The limit for the known browser is one second on a machine of its own; here others run beside it.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { floodOne } from '../support/flood.ts'
import { startTwoServers, type TwoServers } from '../support/two-servers.ts'

let two: TwoServers
before(async () => {
  two = await startTwoServers({ CLAVE_TRUST_PROXY: '1' })
})
after(() => two.close())

test('LOGIN-2, UNLOCK-1: in the flood: in with a known browser at once, by mail within two minutes, no session lost, five mails at most', async () => {
  const figures = await floodOne(two, 1, 300)
  assert.equal(figures.offered, 300)
  assert.ok(figures.knownBrowser <= 3_000, `${figures.knownBrowser} ms`)
  assert.ok(figures.byMail <= 120_000, `${figures.byMail} ms`)
  assert.equal(figures.sessionsLost, 0)
  assert.ok(figures.mails.length <= 5, figures.mails.join('; '))
})
