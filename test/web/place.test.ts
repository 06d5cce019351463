import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvRow } from '../../src/web/csv.ts'
import { networkOf } from '../../src/web/network.ts'
import { networkText, placeText } from '../../src/web/place.ts'

test('a place is a network with its last part left open', () => {
  assert.equal(networkText(networkOf('203.0.113.7')), '203.0.113.x')
  assert.equal(networkText(networkOf('2001:db8:1:2::9')), '2001:db8:1:x')
  assert.equal(placeText('203.0.113.0/24', 'es'), 'desde la red 203.0.113.x')
  assert.equal(placeText('unknown', 'en'), 'from a network we do not know')
  assert.equal(placeText(null, 'es'), null)
})

test('a cell of a copy is never a formula, and quotes stay inside it', () => {
  assert.equal(csvRow(['=1+1', '@x', 'dijo "no"; y\nse fue']), `"'=1+1";"'@x";"dijo ""no""; y\nse fue"\r\n`)
})
