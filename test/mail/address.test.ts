import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseAddress, type AddressProblem } from '../../src/mail/address.ts'

test('M-10: an address is kept in lower case, without the spaces around it', () => {
  assert.deepEqual(parseAddress('  Maria.Perez+clave@Correo.gob.EC '), { ok: true, address: 'maria.perez+clave@correo.gob.ec' })
  assert.deepEqual(parseAddress("o'higgins_1@ejemplo.ec"), { ok: true, address: "o'higgins_1@ejemplo.ec" })
})

test('M-10: a domain with other letters is kept in punycode, so a look-alike shows', () => {
  assert.deepEqual(parseAddress('ana@correo-señal.ec'), { ok: true, address: 'ana@xn--correo-seal-9db.ec' })
  const cyrillic = parseAddress('ana@gm\u0430il.com')
  assert.match(cyrillic.ok ? cyrillic.address : '', /^ana@xn--/)
})

const refused: readonly (readonly [string, AddressProblem])[] = [
  ['', 'empty'], [' \u00a0 ', 'empty'], ['ana', 'no-at'], ['@ejemplo.ec', 'before-at'], ['ana@', 'domain'], ['ana@ejemplo', 'domain'],
  ['ana maria@ejemplo.ec', 'before-at'], ['ana@@ejemplo.ec', 'before-at'], ['ana@ejemplo..ec', 'domain'], ['ana@-ejemplo.ec', 'domain'],
  ['.ana@ejemplo.ec', 'before-at'], ['ana..b@ejemplo.ec', 'before-at'], ['"ana"@ejemplo.ec', 'before-at'], ['ana@127.0.0.1', 'domain'],
  ['ana@[127.0.0.1]', 'domain'], ['a,b@ejemplo.ec', 'before-at'], ['ana@ejemplo.ec,otra@ejemplo.ec', 'before-at'],
  ['ana\r\nBcc: otra@ejemplo.ec', 'before-at'], ['ana@ejemplo.ec\r\nBcc: x', 'domain'], ['ana@ejemplo%2eec', 'domain'], ['ana@ejemplo.ec/x', 'domain'],
  ['ana\u2028@ejemplo.ec', 'before-at'], ['<ana@ejemplo.ec>', 'before-at'], ['ana%otra.ec@ejemplo.ec', 'before-at'], ['jos\u00e9@ejemplo.ec', 'before-at'],
  ['=?utf-8?q?ana?=@ejemplo.ec', 'before-at'], ['\u212aaren@ejemplo.ec', 'before-at'], [`${'a'.repeat(65)}@ejemplo.ec`, 'before-at'], [`ana@${'a'.repeat(300)}.ec`, 'too-long'],
  [`ana@${Array(5).fill('a'.repeat(49)).join('.')}.ec`, 'too-long'],
]
for (const [typed, reason] of refused) {
  test(`M-10: ${JSON.stringify(typed.slice(0, 40))} is refused: ${reason}`, () => assert.deepEqual(parseAddress(typed), { ok: false, reason }))
}

const slips = {
  'gmail.con': 'gmail.com', 'hotmial.com': 'hotmail.com', 'gmial.com': 'gmail.com', 'gmai.com': 'gmail.com', 'hotmail.comm': 'hotmail.com',
  'hotmaill.con': 'hotmail.com', 'yaho.com': 'yahoo.com', 'outlok.es': 'outlook.es', 'empresa.con': 'empresa.com',
}
for (const [typed, meant] of Object.entries(slips)) {
  test(`${typed} is accepted and ${meant} suggested`, () => {
    assert.deepEqual(parseAddress(`ana@${typed}`), { ok: true, address: `ana@${typed}`, suggestion: `ana@${meant}` })
  })
}

test('nothing is suggested for domains that are right', () => {
  for (const domain of ['gmail.com', 'mail.com', 'ymail.com', 'hotmail.es', 'yahoo.es', 'espol.edu.ec', 'iess.gob.ec', 'hotmart.com']) {
    assert.deepEqual(parseAddress(`ana@${domain}`), { ok: true, address: `ana@${domain}` })
  }
})

test('M-10: whatever is typed, what is accepted is plain ASCII, one @, at most 254 characters, and stays the same when typed again', () => {
  const part = fc.string({ unit: 'grapheme', maxLength: 30 })
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.tuple(part, part, part).map(([a, b, c]) => `${a}@${b}.${c}`), fc.emailAddress()), (typed) => {
    const parsed = parseAddress(typed)
    if (!parsed.ok) return
    assert.match(parsed.address, /^[!-?A-~]+@[a-z0-9.-]+$/)
    assert.ok(parsed.address.length <= 254)
    const again = parseAddress(parsed.address)
    assert.equal(again.ok && again.address, parsed.address)
  }), { numRuns: 10_000 })
})
