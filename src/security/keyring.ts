/**
 * The key ring: secrets that never enter the database. One identity key that can not change (it names people, ID-2) and
 * master keys by id, the current one for writing, all of them for reading (AUDIT-2). Purposes get keys of their own by HKDF.
 */
import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import type { PersonKey } from '../domain/types.ts'
import type { Identifier } from '../domain/person.ts'

interface KeyringFile {
  readonly identity: string
  readonly current: string
  readonly keys: Readonly<Record<string, string>>
}

/** What a derived key is for; the name is part of the derivation, so it can never change. */
export type Purpose = 'field' | 'password' | 'cookie' | 'form' | 'deck' | 'code' | 'lookup' | 'robot' | 'popular' | 'certificate'

export interface Keyring {
  readonly current: string
  readonly ids: readonly string[]
  /** 32 bytes for a purpose under a master key; the current one unless told. Throws on an unknown id. */
  derive(purpose: Purpose, id?: string): Buffer
  /** ID-2: 16 bytes as hexadecimal; the same for every spelling of one identifier. */
  personKey(identifier: Identifier): PersonKey
  /** Keyed hash for equality look-ups and for choices that must never change: under the identity key. */
  fixedHash(purpose: Purpose, ...parts: readonly (string | Uint8Array)[]): Buffer
}

/** Reads the text of a key-ring file; throws an Error that lists every problem and never quotes a key. */
export function parseKeyring(text: string): Keyring {
  const { identity, current, keys } = readFile(text)
  const masters = new Map(Object.entries(keys).map(([id, base64]) => [id, Buffer.from(base64, 'base64')]))
  return makeKeyring(Buffer.from(identity, 'base64'), current, masters)
}

function readFile(text: string): KeyringFile {
  const file = jsonOf(text)
  const problems = problemsOf(file)
  if (problems.length > 0) throw new Error(`key ring: ${problems.join('; ')}`)
  return file as KeyringFile
}

/** The parser's own error would quote what it met. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error('key ring: the file is not JSON')
  }
}

/** By hand: every start reads this one file, and a library that validates anything would take a tenth of the start and 8 MiB for it. */
function problemsOf(file: unknown): readonly string[] {
  if (!isObject(file)) return ['the file must hold an object']
  const { identity, current, keys, ...more } = file
  const named = isObject(keys) ? Object.entries(keys) : []
  const bad = [['identity', identity] as const, ...named.map(([id, key]) => [`keys.${id}`, key] as const)].filter(([, key]) => !isKey(key))
  return [
    ...bad.map(([name]) => `${name} must be 32 bytes in base64`),
    ...(isObject(keys) ? [] : ['keys must be an object']),
    ...(typeof current === 'string' && /^[a-z0-9-]{1,16}$/.test(current) ? [] : ['current must be 1 to 16 lower-case letters, digits or hyphens']),
    ...(named.some(([id]) => id === current) ? [] : ['"current" names no key of "keys"']),
    ...(Object.keys(more).length === 0 ? [] : ['there is more in the file than identity, current and keys']),
  ]
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isKey = (value: unknown): boolean => typeof value === 'string' && /^[A-Za-z0-9+/]{43}=$/.test(value)

/** A fresh key-ring file from 64 random bytes. */
export function newKeyringFile(random: (size: number) => Buffer): string {
  const file = { identity: random(32).toString('base64'), current: 'k1', keys: { k1: random(32).toString('base64') } }
  return `${JSON.stringify(file, null, 2)}\n`
}

function makeKeyring(identity: Buffer, current: string, masters: ReadonlyMap<string, Buffer>): Keyring {
  const derived = new Map<string, Buffer>()
  const fixed = new Map<Purpose, KeyObject>()
  const expand = (master: Buffer, label: string): Buffer => Buffer.from(hkdfSync('sha256', master, '', `clave/${label}`, 32))
  // Key objects: given as bytes, Node would check the same key anew at every call, which takes seven times as long.
  const personRoot = createSecretKey(expand(identity, 'person'))
  return {
    current,
    ids: [...masters.keys()],
    derive(purpose, id = current) {
      const name = `${id}/${purpose}`
      const known = derived.get(name)
      if (known) return known
      const master = masters.get(id)
      if (!master) throw new Error(`key ring: no key "${id}"`)
      const made = expand(master, purpose)
      derived.set(name, made)
      return made
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
