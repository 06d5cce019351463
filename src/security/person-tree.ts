/**
 * The tree from which every person has a secret of their own, and from which one can be taken out for good (D-03): the puncturable
 * pseudo-random function of Goldreich, Goldwasser and Micali, used for keys as "puncturable key wrapping" does (Backendal, Günther, Paterson,
 * CRYPTO 2022). At first the tree is its root. Taking a person out puts in place of the node above them the nodes beside the way to them: from
 * those everybody else follows as before, and the person's secret from nothing that is left. docs/decisions/081-a-key-of-each-person.md has
 * the sizes; test/security/person-tree.test.ts holds all of it.
 *
 * The way to a person is the first 64 bits of the person key, two at a step. Behind it stands a chain: each erasure of the same person goes one
 * further, and what is given later is sealed under the next.
 */
import { hash } from 'node:crypto'
import type { PersonKey } from '../domain/types.ts'

interface Node {
  /** Digits 0 to 3 from the root; 32 of them lead to one person. */
  readonly path: string
  /** How often the person behind a whole path was erased. */
  readonly generation: number
  readonly key: Buffer
}

/** In the order of their paths, none above another. */
export type PersonTree = readonly Node[]

const steps = 32
const keySize = 32
/** A generation is one byte of a ciphertext. */
const lastGeneration = 255
/** Length of the path, generation, the path in bits, key. */
const recordSize = 1 + 1 + steps / 4 + keySize

// The label, key and digit fill one block of SHA-256 and have one length: its compression function keyed by the message is the pseudo-random
// function, as in RFC 8391, section 5.1. HMAC would be four of them for the same.
const label = Buffer.from('clave/persons/')
const block = Buffer.concat([label, Buffer.alloc(keySize + 1)])
const [later, leaf] = [4, 5]

function step(key: Buffer, digit: number): Buffer {
  key.copy(block, label.length)
  block[label.length + keySize] = digit
  return hash('sha256', block, 'buffer')
}

/** `root`: 32 random bytes. */
export function plantTree(root: Buffer): PersonTree {
  return [{ path: '', generation: 0, key: root }]
}

/** The four digits of each byte. */
const digitsOf = Array.from({ length: 256 }, (_, byte) => byte.toString(4).padStart(4, '0'))

function pathOfBits(bytes: Buffer, at: number): string {
  let path = ''
  for (let byte = at; byte < at + steps / 4; byte += 1) path += digitsOf[bytes[byte]!]!
  return path
}

const pathOf = (person: PersonKey): string => pathOfBits(Buffer.from(person.slice(0, steps / 2), 'hex'), 0)

/** The place of the last node whose path does not come after this one; -1 when there is none. */
function placeBefore(tree: PersonTree, path: string): number {
  let [low, high] = [0, tree.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (tree[middle]!.path <= path) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Every path has a node above it: erasing leaves one for the person's later generations. */
function placeOf(tree: PersonTree, path: string): number {
  const at = placeBefore(tree, path)
  if (at < 0 || !path.startsWith(tree[at]!.path)) throw new Error('key ring: the tree of persons has a gap')
  return at
}

/** How often the person was erased: what is sealed now is sealed under this one. */
export function generationOf(tree: PersonTree, person: PersonKey): number {
  return tree[placeOf(tree, pathOf(person))]!.generation
}

/** 32 bytes; null: this generation was destroyed. */
export function secretOf(tree: PersonTree, person: PersonKey, generation: number): Buffer | null {
  const path = pathOf(person)
  const node = tree[placeOf(tree, path)]!
  if (generation < node.generation) return null
  const secret = step(walk(node, path, generation), leaf)
  block.fill(0, label.length)
  return secret
}

function walk(from: Node, path: string, generation: number): Buffer {
  let key = from.key
  for (let at = from.path.length; at < steps; at += 1) key = step(key, path.charCodeAt(at) - 48)
  for (let at = from.generation; at < generation; at += 1) key = step(key, later)
  return key
}

/** The tree without the person's present generation; everybody else's secrets are the same. */
export function puncture(tree: PersonTree, person: PersonKey): PersonTree {
  const path = pathOf(person)
  const at = placeOf(tree, path)
  const above = tree[at]!
  if (above.generation === lastGeneration) throw new Error(`This person was erased ${lastGeneration} times; the key ring can not count further.`)
  const beside: Node[] = []
  let key = above.key
  for (let depth = above.path.length; depth < steps; depth += 1) {
    for (let digit = 0; digit < 4; digit += 1) {
      if (digit !== Number(path[depth])) beside.push({ path: path.slice(0, depth) + digit, generation: 0, key: step(key, digit) })
    }
    key = step(key, Number(path[depth]))
  }
  const rest: Node = { path, generation: above.generation + 1, key: step(key, later) }
  return tree.toSpliced(at, 1, ...[...beside, rest].sort((a, b) => (a.path < b.path ? -1 : 1)))
}

/** The persons taken out: the first 16 digits of their keys, with how often. */
export function erasedPersons(tree: PersonTree): readonly { readonly prefix: string; readonly generation: number }[] {
  return tree.filter(({ generation }) => generation > 0).map(({ path, generation }) => ({ prefix: bitsOf(path).toString('hex'), generation }))
}

/** Whether `newer` is `older` with nobody or more people taken out: no key comes back, and none is a stranger's. Both are in order, so one pass does. */
export function follows(newer: PersonTree, older: PersonTree): boolean {
  let at = 0
  return newer.every((node) => {
    while (at + 1 < older.length && older[at + 1]!.path <= node.path) at += 1
    const above = older[at]!
    if (!node.path.startsWith(above.path) || node.generation < above.generation) return false
    const key = node.path.length < steps ? walkTo(above, node.path) : walk(above, node.path, node.generation)
    return key.equals(node.key)
  })
}

function walkTo(from: Node, path: string): Buffer {
  let key = from.key
  for (let at = from.path.length; at < path.length; at += 1) key = step(key, path.charCodeAt(at) - 48)
  return key
}

function bitsOf(path: string): Buffer {
  const bits = Buffer.alloc(steps / 4)
  for (let at = 0; at < path.length; at += 1) bits[at >> 2]! |= Number(path[at]) << (6 - 2 * (at & 3))
  return bits
}

export function writeTree(tree: PersonTree): Buffer {
  const bytes = Buffer.alloc(tree.length * recordSize)
  tree.forEach(({ path, generation, key }, place) => {
    bytes.set([path.length, generation, ...bitsOf(path)], place * recordSize)
    bytes.set(key, (place + 1) * recordSize - keySize)
  })
  return bytes
}

/** Throws a sentence without any of it when it is no tree, or has a gap: a person without a node could neither give nor be erased. */
export function readTree(bytes: Buffer): PersonTree {
  const broken = new Error('key ring: "people" is no tree of keys, or not all of one')
  if (bytes.length === 0 || bytes.length % recordSize !== 0) throw broken
  const tree: Node[] = []
  let next = 0n
  for (let at = 0; at < bytes.length; at += recordSize) {
    const [length, generation] = [bytes[at]!, bytes[at + 1]!]
    // A node begins where the one before it ends, and so at a whole number of its own size; all together they are all people.
    const size = length > steps ? 0n : 1n << BigInt(2 * (steps - length))
    if (size === 0n || (generation > 0 && length < steps) || bytes.readBigUInt64BE(at + 2) !== next || next % size !== 0n) throw broken
    next += size
    tree.push({ path: pathOfBits(bytes, at + 2).slice(0, length), generation, key: bytes.subarray(at + recordSize - keySize, at + recordSize) })
  }
  if (next !== 1n << 64n) throw broken
  return tree
}
