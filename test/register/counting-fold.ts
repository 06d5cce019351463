/** A fold for sweep.test.ts: whom it met, by key, with the given names; fails at a person called as `failAt` says. */
import type { SweptPerson } from '../../src/register/fold.ts'

export interface CountingSetup { readonly failAt?: string }
interface Met { readonly setup: CountingSetup; readonly people: [key: string, givenNames: string][] }

export const begin = (setup: CountingSetup): Met => ({ setup, people: [] })

export function add({ setup, people }: Met, { person, record }: SweptPerson): void {
  if (record.givenNames === setup.failAt) throw new Error('the fold gives up')
  people.push([person.toString('hex'), record.givenNames])
}

export const finish = ({ people }: Met): Met['people'] => people
export const merge = (results: readonly Met['people'][]): Met['people'] => results.flat()
