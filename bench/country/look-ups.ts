/** How long one person takes out of all: the look-up by the statement the servers use, the opening, and the decks. */
import type { Keyring } from '../../src/security/keyring.ts'
import { planDecks } from '../../src/questions/engine.ts'
import { chanceFor } from '../../src/register/chance.ts'
import { middlingRecord } from '../../src/register/decoy.ts'
import { inventIdentity } from '../../src/register/invented-identity.ts'
import { makeFieldCipher } from '../../src/security/field-cipher.ts'
import { makeRegisterPeople } from '../../src/store/register-people.ts'
import { median } from '../row.ts'
import type { CountryParts } from './imports.ts'

export interface LookUpFigures {
  readonly people: number
  readonly samples: number
  /** Milliseconds. */
  readonly median: number
  readonly mean: number
  /** Of the look-up alone. */
  readonly findMedian: number
  readonly findMean: number
}

const samples = 3_000

/** People at random, each once: at a country's size their pages are mostly not in memory. */
export async function lookUps({ db, seed, today }: CountryParts, keyring: Keyring, people: number): Promise<LookUpFigures> {
  const register = makeRegisterPeople(db, makeFieldCipher(keyring), keyring, middlingRecord())
  const chance = chanceFor(2, people)
  const [finds, wholes]: [number[], number[]] = [[], []]
  for (let sample = -200; sample < samples; sample++) {
    const index = chance.below(people)
    const person = keyring.personKey(inventIdentity(chanceFor(seed, index), seed, index).id)
    const began = performance.now()
    const { record } = await register.findByKey(person)
    const found = performance.now()
    if (record === null) throw new Error(`the person ${index} is not there`)
    planDecks(record, keyring.fixedHash('deck', person), today)
    if (sample < 0) continue // the first ones warm the program up
    finds.push(found - began)
    wholes.push(performance.now() - began)
  }
  const mean = (of: readonly number[]): number => of.reduce((sum, each) => sum + each, 0) / of.length
  return { people, samples, median: median(wholes), mean: mean(wholes), findMedian: median(finds), findMean: mean(finds) }
}
