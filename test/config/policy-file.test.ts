import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ConfigProblems } from '../../src/config/parse.ts'
import { loadPolicy, policyEntries, readPolicy } from '../../src/config/policy-file.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { hour, minute, second } from '../../src/domain/types.ts'

function problemOf(file: unknown): string {
  try {
    readPolicy(file)
    return ''
  } catch (error) {
    assert.ok(error instanceof ConfigProblems)
    return error.problems.join('\n')
  }
}

test('without a file the policy is the default, and the default passes its own checks', () => {
  assert.deepEqual(loadPolicy(null), defaultPolicy)
})

test('a file changes what it names and nothing else', () => {
  const policy = readPolicy({ link: { lifetime: '20 min' }, proofing: { probation: '96 h' }, identifier: { foreignerCode: 'AB\\d{5}' } })
  assert.equal(policy.link.lifetime, 20 * minute)
  assert.equal(policy.proofing.probation, 96 * hour)
  assert.equal(policy.proofing.perDay, defaultPolicy.proofing.perDay)
  assert.ok(policy.identifier.foreignerCode.test('AB12345') && !policy.identifier.foreignerCode.test('xAB12345'))
})

test('every number of the default, written as in a file and read again, is itself', () => {
  for (const { path, entry, standard } of policyEntries()) assert.deepEqual(String(entry.reader.read(entry.reader.write(standard))).replaceAll('(?:', '').replaceAll(')', ''), String(standard), path)
})

test('a time without its unit is refused', () => {
  assert.match(problemOf({ link: { lifetime: 900 } }), /link\.lifetime must be a time with its unit .* it is 900\./)
  assert.match(problemOf({ link: { lifetime: '900' } }), /with its unit/)
  assert.match(problemOf({ login: { waits: [0, 1, 2, 4, 8] } }), /with their units/)
})

test('times are read in their unit', () => {
  const units = { s: second, min: minute, h: hour }
  fc.assert(fc.property(fc.integer({ min: 5, max: 60 }), (n) => readPolicy({ session: { warning: '1 min' }, link: { lifetime: '5 min' }, journey: { idle: `${n + 5} min` } }).journey.idle === (n + 5) * units.min))
  assert.equal(readPolicy({ session: { warning: '30s' } }).session.warning, 30 * units.s)
})

const refused: readonly (readonly [unknown, RegExp])[] = [
  [{ proofing: { perDay: 0 } }, /proofing\.perDay must be a whole number from 1 to 10; it is 0\./],
  [{ proofing: { perDay: '3' } }, /proofing\.perDay must be/],
  [{ proofing: { perDay: 5, inAll: 4 } }, /proofing\.perDay is at most proofing\.inAll/],
  [{ link: { lifetime: '61 min' } }, /link\.lifetime must be/],
  [{ session: { warning: '10 min', idle: '5 min' } }, /session\.warning is shorter than session\.idle/],
  [{ session: { idle: '60 min', absolute: '1 h' } }, /session\.idle is shorter than session\.absolute/],
  [{ login: { inARow: 4 } }, /login\.waits has one wait for each/],
  [{ login: { waits: ['1 s', '0 s', '0 s', '0 s', '0 s'] } }, /never get shorter/],
  [{ password: { shortest: 8 } }, /password\.shortest must be/],
  [{ identifier: { foreignerCode: '\\d{10}' } }, /does not match a cédula/],
  [{ identifier: { foreignerCode: '(' } }, /regular expression/],
  [{ timeZone: 'Guayaquil' }, /time zone/],
  [{ proofng: {} }, /proofng is not a number of the policy; did you mean proofing\?/],
  [{ link: { lifetme: '15 min' } }, /link\.lifetme is not a number of the policy; did you mean lifetime\?/],
  [{ link: 15 }, /link must be an object/],
  [[], /the whole file must be an object/],
  [null, /the whole file must be an object/],
]

for (const [file, expected] of refused) test(`${JSON.stringify(file)} is refused with its reason`, () => assert.match(problemOf(file), expected))

test('everything wrong is said together', () => {
  assert.equal(problemOf({ proofing: { perDay: 0 }, link: { lifetime: 1 }, nothing: 1 }).split('\n').length, 3)
})

test('peers 15: numbers that contradict each other are refused at the start, and none is cut to fit another', () => {
  assert.match(problemOf({ login: { inARow: 4 } }), /login\.waits has one wait for each/)
  assert.match(problemOf({ login: { waits: ['0 s', '1 s'] } }), /login\.waits has one wait for each/)
})

test('a file that is not there, or is not JSON, is named', () => {
  assert.throws(() => loadPolicy('/nowhere/policy.json'), /CLAVE_POLICY: the file \/nowhere\/policy\.json cannot be read/)
})
