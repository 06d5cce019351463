/**
 * `bin/node bench/personal-keys.ts`: what a key of each person costs (D-03): deriving it, sealing with it, and the ring after many erasures. The
 * best of many short rounds, so that work of others disturbs less; the ratio to a sealing under a master key, of the same run, is what to trust.
 */
import { randomBytes } from 'node:crypto'
import type { PersonKey } from '../src/domain/types.ts'
import { makeFieldCipher } from '../src/security/field-cipher.ts'
import { newKeyringFile, parseKeyring } from '../src/security/keyring.ts'
import { plantTree, puncture, readTree, secretOf, writeTree, type PersonTree } from '../src/security/person-tree.ts'

const people = Array.from({ length: 2_000 }, () => randomBytes(16).toString('hex') as PersonKey)
const keyring = parseKeyring(newKeyringFile(randomBytes))
const cipher = makeFieldCipher(keyring)
const plain = 'alguien@example.org'

/** Microseconds of one call, in the best of 2,000 rounds of 10. */
function cost(work: (person: PersonKey) => unknown): number {
  let best = Infinity
  for (let round = 0; round < 2_000; round += 1) {
    const from = performance.now()
    for (let at = 0; at < 10; at += 1) work(people[(round * 10 + at) % people.length]!)
    best = Math.min(best, performance.now() - from)
  }
  return (best * 1_000) / 10
}

function say(what: string, value: number, unit: string): void {
  console.log(`${what.padEnd(58)}${value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en-US')} ${unit}`)
}

const underMaster = cost((person) => cipher.encrypt(person, 'facts', plain))
const cold = cost((person) => {
  keyring.personal.forget()
  return keyring.personal.key(person, 0, 'k1')
})
say('sealing a field under a master key', underMaster, 'µs')
say('sealing a field under the person’s key, kept', cost(() => cipher.encrypt(people[0]!, 'contact', plain)), 'µs')
say('deriving a person’s key, cold', cold, 'µs')
say('  of that the 33 steps in the tree', cost((person) => secretOf(keyring.personal.tree(), person, 0)), 'µs')
say('deriving beside sealing', cold / underMaster, 'times')

let tree: PersonTree = plantTree(randomBytes(32))
for (const erased of [0, 1, 100, 1_000]) {
  for (let at = 0; at < erased; at += 1) tree = puncture(tree, randomBytes(16).toString('hex') as PersonKey)
  const bytes = writeTree(tree)
  let milliseconds = Infinity
  for (let round = 0; round < 5; round += 1) {
    const from = performance.now()
    readTree(bytes)
    milliseconds = Math.min(milliseconds, performance.now() - from)
  }
  const count = tree.filter(({ generation }) => generation > 0).length
  say(`ring of ${count} erased people, in the file`, bytes.toString('base64').length, 'bytes')
  if (count > 0) say('  read in', milliseconds, 'ms')
}
say('a step into that tree, cold', cost((person) => secretOf(tree, person, 0)), 'µs')
