/**
 * The key ring: secrets that never enter the database. One identity key that can not change (it names people, ID-2), master keys by id, the
 * current one for writing, all of them for reading (AUDIT-2), and the tree from which every person has a key of their own (D-03). Purposes get
 * keys of their own by HKDF.
 */
import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import type { PersonKey } from '../domain/types.ts'
import type { Identifier } from '../domain/person.ts'
import { generationOf, plantTree, puncture, readTree, writeTree, type PersonTree } from './person-tree.ts'
import { makePersonalKeys, type PersonalKeys } from './personal-keys.ts'

interface KeyringFile {
  readonly identity: string
  readonly current: string
  readonly keys: Readonly<Record<string, string>>
  readonly people: string
}

/** What a derived key is for; the name is part of the derivation, so it can never change. */
export type Purpose = 'field' | 'personal' | 'password' | 'cookie' | 'form' | 'deck' | 'code' | 'lookup' | 'robot' | 'popular' | 'certificate'

export interface Keyring {
  readonly current: string
  readonly ids: readonly string[]
  /** Names the state of the whole ring and tells nothing of it: copies that have the same one are the same. */
  readonly fingerprint: string
  /** 32 bytes for a purpose under a master key; the current one unless told. Throws on an unknown id. */
  derive(purpose: Purpose, id?: string): Buffer
  /** ID-2: 16 bytes as hexadecimal; the same for every spelling of one identifier. */
  personKey(identifier: Identifier): PersonKey
  /** Keyed hash for equality look-ups and for choices that must never change: under the identity key. */
  fixedHash(purpose: Purpose, ...parts: readonly (string | Uint8Array)[]): Buffer
  readonly personal: PersonalKeys
  /** Takes over the erasures of a newer state of the same ring. Throws a sentence, and changes nothing, when it is none. */
  adopt(newer: Keyring): void
  /** Names the identity and the master keys as the fingerprint names all. */
  readonly origin: string
}

/** Reads the text of a key-ring file; throws an Error that lists every problem and never quotes a key. */
export function parseKeyring(text: string): Keyring {
  const file = readFile(text)
  const masters = new Map(Object.entries(file.keys).map(([id, base64]) => [id, Buffer.from(base64, 'base64')]))
  return makeKeyring(file, masters)
}

function readFile(text: string): KeyringFile {
  const file = readJson(text)
  const problems = problemsOf(file)
  if (problems.length === 1 && isObject(file) && !('people' in file)) throw new Error('The key ring was made before every person had a key of their own. Run: clave keys upgrade')
  if (problems.length > 0) throw new Error(`key ring: ${problems.join('; ')}`)
  return file as unknown as KeyringFile
}

/** The parser's own message quotes the text, which is keys. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error('key ring: the file is no JSON, or not all of it')
  }
}

/** By hand: every start reads this one file, and a library that validates anything would take a tenth of the start and 8 MiB for it. */
function problemsOf(file: unknown): readonly string[] {
  if (!isObject(file)) return ['the file must hold an object']
  const { identity, current, keys, people, ...more } = file
  const named = isObject(keys) ? Object.entries(keys) : []
  const bad = [['identity', identity] as const, ...named.map(([id, key]) => [`keys.${id}`, key] as const)].filter(([, key]) => !isKey(key))
  return [
    ...bad.map(([name]) => `${name} must be 32 bytes in base64`),
    ...(isObject(keys) ? [] : ['keys must be an object']),
    ...(typeof current === 'string' && /^[a-z0-9-]{1,16}$/.test(current) ? [] : ['current must be 1 to 16 lower-case letters, digits or hyphens']),
    ...(named.some(([id]) => id === current) ? [] : ['"current" names no key of "keys"']),
    ...(typeof people === 'string' && /^[A-Za-z0-9+/]+={0,2}$/.test(people) ? [] : ['people must be the tree of the keys of people, in base64']),
    ...(Object.keys(more).length === 0 ? [] : ['there is more in the file than identity, current, keys and people']),
  ]
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isKey = (value: unknown): boolean => typeof value === 'string' && /^[A-Za-z0-9+/]{43}=$/.test(value)

const written = (file: Readonly<Record<string, unknown>>): string => `${JSON.stringify(file, null, 2)}\n`
const treeText = (tree: PersonTree): string => writeTree(tree).toString('base64')
const treeOf = (text: string): PersonTree => readTree(Buffer.from(text, 'base64'))

/** A fresh key-ring file from 96 random bytes. */
export function newKeyringFile(random: (size: number) => Buffer): string {
  const [identity, k1] = [random(32).toString('base64'), random(32).toString('base64')]
  return written({ identity, current: 'k1', keys: { k1 }, people: treeText(plantTree(random(32))) })
}

/** A file of before every person had a key of their own, with the root of those keys; null: it has it. */
export function upgradedKeyringFile(text: string, random: (size: number) => Buffer): string | null {
  const json = readJson(text)
  if (!isObject(json) || 'people' in json) return null
  const file = written({ ...json, people: treeText(plantTree(random(32))) })
  parseKeyring(file)
  return file
}

/** The file without the person's present key, and the generation that follows. */
export function puncturedKeyringFile(text: string, person: PersonKey): { readonly text: string; readonly generation: number } {
  const file = readFile(text)
  const tree = puncture(treeOf(file.people), person)
  return { text: written({ ...file, people: treeText(tree) }), generation: generationOf(tree, person) }
}

function makeKeyring({ people, ...rest }: KeyringFile, masters: ReadonlyMap<string, Buffer>): Keyring {
  const identity = Buffer.from(rest.identity, 'base64')
  const { current } = rest
  const derived = new Map<string, Buffer>()
  const fixed = new Map<Purpose, KeyObject>()
  const expand = (master: Buffer, label: string): Buffer => Buffer.from(hkdfSync('sha256', master, '', `clave/${label}`, 32))
  // Key objects: given as bytes, Node would check the same key anew at every call, which takes seven times as long.
  const personRoot = createSecretKey(expand(identity, 'person'))
  const derive = (purpose: Purpose, id: string): Buffer => {
    const name = `${id}/${purpose}`
    const known = derived.get(name)
    if (known) return known
    const master = masters.get(id)
    if (!master) throw new Error(`key ring: no key "${id}"`)
    const made = expand(master, purpose)
    derived.set(name, made)
    return made
  }
  const roots = new Map<string, KeyObject>()
  const personalRoot = (id: string): KeyObject => {
    const known = roots.get(id) ?? createSecretKey(derive('personal', id))
    roots.set(id, known)
    return known
  }
  const personal = makePersonalKeys(treeOf(people), personalRoot)
  const nameOf = (...parts: readonly Buffer[]): string => parts.reduce((mac, part) => mac.update(part), createHmac('sha256', personRoot).update('key ring')).digest('hex').slice(0, 16)
  const origin = nameOf(Buffer.from(current), ...[...masters.keys()].sort().flatMap((id) => [Buffer.from(`|${id}|`), masters.get(id)!]))
  return {
    current,
    ids: [...masters.keys()],
    origin,
    personal,
    get fingerprint() {
      return nameOf(Buffer.from(origin), writeTree(personal.tree()))
    },
    derive: (purpose, id = current) => derive(purpose, id),
    adopt(newer) {
      if (newer.origin !== origin) throw new Error('key ring: it is another one, or its master keys are others, which are read at the next start')
      personal.adopt(newer.personal.tree())
    },
    personKey({ type, value }) {
      return createHmac('sha256', personRoot).update(`${type}:${value}`).digest('hex').slice(0, 32) as PersonKey
    },
    fixedHash(purpose, ...parts) {
      const root = fixed.get(purpose) ?? createSecretKey(expand(identity, `fixed/${purpose}`))
      fixed.set(purpose, root)
      const mac = createHmac('sha256', root)
      for (const part of parts) mac.update(`${Buffer.byteLength(part)}:`).update(part) // 'ab','c' is not 'a','bc'
      return mac.digest()
    },
  }
}
