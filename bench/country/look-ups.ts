/** How long one person takes, out of few and out of all: the look-up by the statement the servers use, the opening, and the decks. */
import type { Keyring } from '../../src/security/keyring.ts'
import { planDecks } from '../../src/questions/engine.ts'
import { chanceFor, type Chance } from '../../src/register/chance.ts'
import { middlingRecord } from '../../src/register/decoy.ts'
import { inventIdentity } from '../../src/register/invented-identity.ts'
import { makeFieldCipher } from '../../src/security/field-cipher.ts'
import type { Database } from '../../src/store/database.ts'
import { makeRegisterPeople } from '../../src/store/register-people.ts'
import { median } from '../row.ts'
import type { CountryParts } from './imports.ts'

export interface Times {
  readonly people: number
  /** Milliseconds. */
  readonly median: number
  readonly mean: number
  /** Of the look-up alone. */
  readonly findMedian: number
  readonly findMean: number
}

export interface LookUpFigures { readonly small: Times; readonly all: Times }

const samples = 3_000
/** The first ones warm the program up. */
const unmeasured = 200

interface Register { readonly db: Database; readonly people: number }

/**
 * People at random, of the few and of all in turn, so that what else the machine does weighs on both alike. At a country's size most pages are not
 * in the server's memory.
 */
export async function lookUps(parts: CountryParts, keyring: Keyring, few: Register, many: Register): Promise<LookUpFigures> {
  const chance = chanceFor(2, many.people)
  const [one, other] = [sampler(parts, keyring, few), sampler(parts, keyring, many)]
  for (let sample = 0; sample < unmeasured + samples; sample++) {
    for (const each of sample % 2 === 0 ? [one, other] : [other, one]) await each.next(chance, sample >= unmeasured)
  }
  return { small: one.times(), all: other.times() }
}

function sampler({ seed, today }: CountryParts, keyring: Keyring, { db, people }: Register) {
  const register = makeRegisterPeople(db, makeFieldCipher(keyring), keyring, middlingRecord())
  const [finds, wholes]: [number[], number[]] = [[], []]
  const mean = (of: readonly number[]): number => of.reduce((sum, each) => sum + each, 0) / of.length
  return {
    async next(chance: Chance, measured: boolean): Promise<void> {
      const index = chance.below(people)
      const person = keyring.personKey(inventIdentity(chanceFor(seed, index), seed, index).id)
      const began = performance.now()
      const { record } = await register.findByKey(person)
      const found = performance.now()
      if (record === null) throw new Error(`the person ${index} is not there`)
      planDecks(record, keyring.fixedHash('deck', person), today)
      if (!measured) return
      finds.push(found - began)
      wholes.push(performance.now() - began)
    },
    times: (): Times => ({ people, median: median(wholes), mean: mean(wholes), findMedian: median(finds), findMean: mean(finds) }),
  }
}
