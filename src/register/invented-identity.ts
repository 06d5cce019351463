/**
 * Which identifiers an invented person has. Of three in a hundred it is a foreigner's code, for one of them beside a cédula got later.
 *
 * Nobody is remembered, so that any number of people can be invented: a sequence of the cédula and a code come round again after some millions of
 * people, and who comes later works out what the earlier ones of that round drew, and keeps away from it. Held by test/register/invent.test.ts.
 */
import type { Identifier } from '../domain/person.ts'
import { chanceFor, type Chance } from './chance.ts'
import { cedulaSpace, foreignerSpace, inventCedula, inventForeignerCode } from './invented-identifiers.ts'
import { inventBirthProvince } from './invented-places.ts'

export interface InventedIdentity {
  readonly id: Identifier
  readonly aliases?: readonly Identifier[]
  /** Province of birth, or null for who was born abroad. */
  readonly born: string | null
}

/** Takes the first draws of the person's chance. */
export function inventIdentity(chance: Chance, seed: number, index: number): InventedIdentity {
  const { cedula, code, province } = drawIdentity(chance, seed, index)
  const foreign = inventForeignerCode(seed, index)
  if (!cedula) return { id: foreign, born: null }
  const id = inventCedula(seed, index, province)
  return code ? { id, aliases: [foreign], born: null } : { id, born: province }
}

interface Drawn {
  readonly cedula: boolean
  readonly code: boolean
  /** Of the cédula, if there is one. */
  readonly province: string
}

function drawIdentity(chance: Chance, seed: number, index: number): Drawn {
  const code = chance.happens(0.03) && !earlier(seed, index, foreignerSpace).some((other) => other.code)
  const first = inventBirthProvince(chance)
  if (code && !chance.happens(1 / 3)) return { cedula: false, code, province: first }
  const taken = new Set(earlier(seed, index, cedulaSpace).filter((other) => other.cedula).map((other) => other.province))
  let province = first
  while (taken.has(province)) province = inventBirthProvince(chance)
  return { cedula: true, code, province }
}

/** Those with the same number of a space, in the rounds before. */
function earlier(seed: number, index: number, space: number): Drawn[] {
  return index < space ? [] : [...earlier(seed, index - space, space), drawIdentity(chanceFor(seed, index - space), seed, index - space)]
}
