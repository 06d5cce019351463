/**
 * The key of each person for the fields they gave (D-03): of a master key, which can be changed for everybody, and of their secret in the tree,
 * which can be destroyed for one. Kept for the next field of the same person and not for long: `forget` is called every few seconds by
 * src/security/keyring-watch.ts. Held by test/security/field-cipher.test.ts.
 */
import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import { KeyDestroyed } from '../app/rights-ports.ts'
import type { PersonKey } from '../domain/types.ts'
import { follows, generationOf, secretOf, type PersonTree } from './person-tree.ts'

export interface PersonalKeys {
  /** How often the person was erased; what they give now is sealed under this generation of their key. */
  generationOf(person: PersonKey): number
  /** Throws KeyDestroyed. */
  key(person: PersonKey, generation: number, masterId: string): KeyObject
  tree(): PersonTree
  /** Throws a sentence, and changes nothing, unless it is this tree or a later state of it. */
  adopt(newer: PersonTree): void
  forget(): void
}

/** More than are under way at once. */
const keysKept = 1_000

export function makePersonalKeys(planted: PersonTree, master: (id: string) => KeyObject): PersonalKeys {
  let tree = planted
  const kept = new Map<string, KeyObject>()
  const make = (person: PersonKey, generation: number, id: string): KeyObject => {
    const secret = secretOf(tree, person, generation)
    if (secret === null) throw new KeyDestroyed()
    // The first step of HKDF, which is enough for one key: a secret wherever one of the two is.
    return createSecretKey(createHmac('sha256', master(id)).update('clave/field of a person').update(secret).digest())
  }
  return {
    generationOf: (person) => generationOf(tree, person),
    key(person, generation, id) {
      const name = `${id}/${generation}/${person}`
      const known = kept.get(name)
      if (known) return known
      const made = make(person, generation, id)
      if (kept.size >= keysKept) kept.clear()
      kept.set(name, made)
      return made
    },
    tree: () => tree,
    adopt(newer) {
      if (!follows(newer, tree)) throw new Error('key ring: an older copy, with keys that were destroyed since, or of another ring')
      tree = newer
      kept.clear()
    },
    forget: () => kept.clear(),
  }
}
