/** D-03: taking a person out of the tree, against the plainest reference there is: every secret derived from the root. */
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import type { PersonKey } from '../../src/domain/types.ts'
import { erasedPersons, follows, generationOf, plantTree, puncture, readTree, secretOf, writeTree, type PersonTree } from '../../src/security/person-tree.ts'

const root = Buffer.alloc(32, 7)
const whole = plantTree(root)
const record = 42

/** Person keys that often share a beginning, so that punctures lie beside and below one another. */
const person = fc.tuple(fc.constantFrom('0000000000000000', 'ffffffffffffffff', '8123456789abcdef', '8123456789abcd00'), fc.nat(16), fc.stringMatching(/^[0-9a-f]{32}$/))
  .map(([near, alike, rest]) => (near.slice(0, alike) + rest).slice(0, 32) as PersonKey)

const without = (tree: PersonTree, people: readonly PersonKey[]): PersonTree => people.reduce(puncture, tree)
const beginning = (key: PersonKey): string => key.slice(0, 16)

test('D-03: whoever is taken out can not be derived again, at any generation that was; everybody else is as before (10,000 people)', () => {
  fc.assert(fc.property(fc.array(person, { maxLength: 4 }), fc.array(person, { minLength: 25, maxLength: 25 }), (erased, others) => {
    const tree = without(whole, erased)
    for (const key of [...erased, ...others]) {
      const times = erased.filter((each) => beginning(each) === beginning(key)).length
      assert.equal(generationOf(tree, key), times)
      for (let generation = 0; generation < times; generation += 1) assert.equal(secretOf(tree, key, generation), null)
      assert.ok(secretOf(tree, key, times)!.equals(secretOf(whole, key, times)!))
    }
  }), { numRuns: 400 })
})

test('D-03: no node that is left lies above what was taken out, nor is the secret, nor a step to it, among them', () => {
  fc.assert(fc.property(fc.array(person, { minLength: 1, maxLength: 5 }), (erased) => {
    const tree = without(whole, erased)
    const left = new Set(tree.map(({ key }) => key.toString('hex')))
    for (const key of erased) {
      const path = [...key.slice(0, 16)].map((digit) => parseInt(digit, 16).toString(4).padStart(2, '0')).join('')
      assert.ok(tree.every((node) => node.generation > 0 || !path.startsWith(node.path)))
      let way: Buffer = root
      for (const digit of path) {
        assert.ok(!left.has(way.toString('hex')))
        way = plainStep(way, Number(digit))
      }
      assert.ok(!left.has(way.toString('hex')))
      assert.deepEqual(plainStep(way, 5), secretOf(whole, key, 0))
    }
  }), { numRuns: 150 })
})

const plainStep = (key: Buffer, digit: number): Buffer => createHash('sha256').update('clave/persons/').update(key).update(Buffer.from([digit])).digest()

test('the order in which people are taken out makes no difference', () => {
  fc.assert(fc.property(fc.array(person, { maxLength: 6 }).chain((erased) => fc.tuple(fc.constant(erased), fc.shuffledSubarray(erased, { minLength: erased.length }))), ([erased, shuffled]) => {
    assert.deepEqual(writeTree(without(whole, erased)), writeTree(without(whole, shuffled)))
  }), { numRuns: 150 })
})

test('the file grows by 4,032 bytes for the first erasure, by no more for any other, and by nothing when the same person is erased again', () => {
  const size = (tree: PersonTree): number => writeTree(tree).length
  assert.equal(size(whole), record)
  fc.assert(fc.property(fc.array(person, { minLength: 1, maxLength: 6 }), (erased) => {
    let tree = whole
    for (const key of erased) {
      const [before, known] = [size(tree), generationOf(tree, key) > 0]
      tree = puncture(tree, key)
      const grown = size(tree) - before
      if (before === record) assert.equal(grown, 96 * record)
      else assert.ok((known ? grown === 0 : grown >= 0) && grown <= 96 * record && grown % (3 * record) === 0, String(grown))
    }
  }), { numRuns: 150 })
})

test('a tree that was written is read as it was; one that was cut, mixed up, doubled or reaches too far is refused', () => {
  fc.assert(fc.property(fc.array(person, { maxLength: 4 }), fc.nat(), fc.constantFrom('cut', 'swapped', 'doubled', 'longer', 'generation', 'path'), (erased, at, how) => {
    const tree = without(whole, erased)
    const bytes = writeTree(tree)
    assert.deepEqual(readTree(bytes), tree)
    const place = (at % tree.length) * record
    const one = bytes.subarray(place, place + record)
    const broken = {
      cut: () => Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + record)]),
      swapped: () => (tree.length === 1 ? Buffer.alloc(0) : Buffer.concat([bytes.subarray(record), bytes.subarray(0, record)])),
      doubled: () => Buffer.concat([bytes.subarray(0, place), one, bytes.subarray(place)]),
      longer: () => Buffer.concat([bytes, Buffer.alloc(1)]),
      generation: () => changed(bytes, place + 1, tree[place / record]!.path.length < 32 ? 1 : null),
      path: () => changed(bytes, place, bytes[place]! + 1),
    }[how]()
    if (broken !== null) assert.throws(() => readTree(broken), /no tree of keys/)
  }), { numRuns: 150 })
})

function changed(bytes: Buffer, at: number, value: number | null): Buffer | null {
  if (value === null) return null
  const copy = Buffer.from(bytes)
  copy[at] = value
  return copy
}

test('a newer tree follows an older one and not the other way round; a tree with one wrong key follows none', () => {
  fc.assert(fc.property(fc.array(person, { maxLength: 4 }), fc.array(person, { minLength: 1, maxLength: 4 }), fc.nat(), (before, since, at) => {
    const [older, newer] = [without(whole, before), without(whole, [...before, ...since])]
    assert.ok(follows(older, older) && follows(newer, older) && !follows(older, newer))
    const wrong = newer.with(at % newer.length, { ...newer[at % newer.length]!, key: randomBytes(32) })
    assert.ok(!follows(wrong, older) && !follows(wrong, newer))
  }), { numRuns: 60 })
})

test('the people taken out can be told from the tree, by the beginning of their keys, for a database that still has their rows', () => {
  fc.assert(fc.property(fc.array(person, { maxLength: 5 }), (erased) => {
    const counts = new Map<string, number>()
    for (const key of erased) counts.set(beginning(key), (counts.get(beginning(key)) ?? 0) + 1)
    assert.deepEqual(new Map(erasedPersons(without(whole, erased)).map(({ prefix, generation }) => [prefix, generation])), counts)
  }), { numRuns: 150 })
})

test('a person can be erased 255 times, and the next time is refused in words', () => {
  const often = 'c'.repeat(32) as PersonKey
  let tree = whole
  for (let time = 0; time < 255; time += 1) tree = puncture(tree, often)
  assert.throws(() => puncture(tree, often), /255 times/)
  assert.notEqual(secretOf(tree, often, 255), null)
})
