import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { drawWith } from '../../src/questions/chance.ts'
import { defaultPools } from '../../src/questions/default-pools.ts'
import type { PoolEntry } from '../../src/questions/engine.ts'
import { employerKey, foldName } from '../../src/questions/name.ts'
import { hides, listed, fairPool, optionsFor, rightCode } from '../../src/questions/options.ts'
import { none } from '../../src/questions/question.ts'
import { pools, seed } from './people.ts'

const employers = pools.employers('17', 2024)
const fair = fairPool(employers)
const lists = fc.constantFrom(fair, fairPool(defaultPools.banks), fairPool(defaultPools.provinces))
const setting = fc.tuple(lists, seed, fc.nat(), fc.array(fc.nat(), { maxLength: 3 })).map(([pool, key, at, more]) => {
  const keyOf = pool[0]!.label.endsWith('.') ? employerKey : foldName
  const truth = pool[at % pool.length]!.label
  const alsoTrue = [...new Set(more.map((n) => pool[n % pool.length]!.label))].filter((label) => label !== truth)
  return { pool, key, truth, alsoTrue, keyOf }
})

test('PROOF-4: five different options, none of them a second truth, in an order that is fixed', () => {
  fc.assert(fc.property(setting, ({ pool, key, truth, alsoTrue, keyOf }) => {
    const options = optionsFor(drawWith(key), 'q', { pool, truth, alsoTrue, keyOf })
    assert.deepEqual(options.map((option) => option.code), ['a', 'b', 'c', 'd', 'e'].slice(0, listed))
    assert.equal(new Set(options.map((option) => option.label)).size, listed)
    assert.equal(options.some((option) => alsoTrue.includes(option.label)), false)
    const code = rightCode(options, [truth, ...alsoTrue], keyOf)
    assert.equal(code === none, options.every((option) => option.label !== truth))
    assert.deepEqual(optionsFor(drawWith(key), 'q', { pool: [...pool].reverse(), truth, alsoTrue, keyOf }), options)
  }), { numRuns: 10_000 })
})

test('PROOF-4: an employer that joins or leaves the statistics changes one option at most', () => {
  fc.assert(fc.property(seed, fc.nat(), fc.nat(), (key, at, out) => {
    const truth = fair[at % fair.length]!.label
    const gone = out % fair.length
    const less = fair.filter((entry, n) => n !== gone || entry.label === truth)
    const before = new Set(optionsFor(drawWith(key), 'q', { pool: fair, truth, alsoTrue: [], keyOf: employerKey }).map((option) => option.label))
    const after = new Set(optionsFor(drawWith(key), 'q', { pool: less, truth, alsoTrue: [], keyOf: employerKey }).map((option) => option.label))
    assert.equal([...before].filter((label) => !after.has(label)).length <= 1, true)
  }), { numRuns: 5_000 })
})

test('another writing of a truth is not listed beside it', () => {
  const pool = [{ label: 'EL ROSAL FLORICOLA SA', weight: 60 }, ...employers, { label: 'Florícola El Rosal S.A.', weight: 1 }]
  for (let n = 0; n < 200; n += 1) {
    const labels = optionsFor(drawWith(seedOf(n)), 'q', { pool, truth: 'Florícola El Rosal S.A.', alsoTrue: [], keyOf: employerKey }).map((option) => option.label)
    assert.equal(labels.includes('EL ROSAL FLORICOLA SA'), false)
  }
})

test('P-02: a label that more than one person in six shares is never listed, and who has it is not asked', () => {
  const town = [{ label: 'La Fábrica', weight: 20 }, ...even]
  assert.equal(hides({ pool: town, truth: 'La Fábrica', alsoTrue: [], keyOf: employerKey }), false)
  for (let n = 0; n < 200; n += 1) {
    const labels = optionsFor(drawWith(seedOf(n)), 'q', { pool: town, truth: even[3]!.label, alsoTrue: [], keyOf: employerKey }).map((one) => one.label)
    assert.equal(labels.includes('La Fábrica'), false)
  }
  assert.deepEqual(fairPool([{ label: 'x', weight: 5 }, { label: 'y', weight: 3 }, { label: 'z', weight: 1 }]), [])
})

test('a pool that does not list the truth, or is too small, cannot hide it', () => {
  assert.equal(hides({ pool: even, truth: 'Taller Desconocido', alsoTrue: [], keyOf: employerKey }), false)
  assert.equal(hides({ pool: even.slice(0, 5), truth: even[0]!.label, alsoTrue: [], keyOf: employerKey }), false)
  assert.equal(hides({ pool: even.slice(0, 6), truth: even[0]!.label, alsoTrue: [], keyOf: employerKey }), true)
  assert.equal(hides({ pool: even.slice(0, 6), truth: even[0]!.label, alsoTrue: ['x'], keyOf: employerKey }), false)
})

const even = employers.map(({ label }) => ({ label, weight: 1 }))
const seedOf = (n: number): Uint8Array => createHash('sha256').update(`key ${n}`).digest()

/** Who knows the weights guesses: "none", or the option of the n-th largest weight; and again when the largest label of all is missing. */
function bestGuess(pool: readonly PoolEntry[], people: number): { none: number; best: number } {
  const total = pool.reduce((sum, entry) => sum + entry.weight, 0)
  const top = [...pool].sort((a, b) => b.weight - a.weight)[0]!.label
  const hits = new Map<string, number>()
  let hidden = 0
  for (let n = 0; n < people; n += 1) {
    let left = (createHash('sha256').update(`person ${n}`).digest().readUInt32BE(0) / 2 ** 32) * total
    const truth = (pool.find((entry) => (left -= entry.weight) < 0) ?? pool[0]!).label
    const options = optionsFor(drawWith(seedOf(n)), 'q', { pool, truth, alsoTrue: [], keyOf: foldName })
    const weight = (label: string): number => pool.find((entry) => entry.label === label)!.weight
    const byWeight = [...options].sort((a, b) => weight(b.label) - weight(a.label))
    const code = rightCode(options, [truth], foldName)
    const place = code === none ? none : String(byWeight.findIndex((option) => option.code === code))
    const view = options.some((option) => option.label === top) ? 'with' : 'without'
    hits.set(`${view} ${place}`, (hits.get(`${view} ${place}`) ?? 0) + 1)
    hidden += code === none ? 1 : 0
  }
  const best = ['with', 'without'].map((view) => Math.max(...[none, '0', '1', '2', '3', '4'].map((place) => hits.get(`${view} ${place}`) ?? 0)))
  return { none: hidden / people, best: (best[0]! + best[1]!) / people }
}

test('PROOF-4: "none" is right in one case of six; who knows all sizes guesses little better than evenly', (t) => {
  for (const [name, pool] of [['employers', employers], ['banks', defaultPools.banks], ['provinces', defaultPools.provinces]] as const) {
    const found = bestGuess(fairPool(pool), 12_000)
    t.diagnostic(`${name}: none ${(found.none * 100).toFixed(1)} %, best guess ${(found.best * 100).toFixed(1)} %`)
    assert.equal(Math.abs(found.none - 1 / 6) < 0.012, true, `${name} none ${found.none}`)
    assert.equal(found.best < 2 ** -2.2, true, `${name} best ${found.best}`)
  }
})
