/**
 * What is gathered over everybody of the register (sweep.ts). A fold is a module of its own, loaded by its address in every thread: there one
 * accumulator takes person after person; at the end the results of all threads are merged in the main one.
 */
import type { RegisterRecord } from '../domain/person.ts'
import type { Keyring } from '../security/keyring.ts'

export interface SweptPerson {
  /** The person key, 16 bytes; a part of a larger piece of memory, so copy it to keep it. */
  readonly person: Buffer
  readonly record: RegisterRecord
}

/** What a fold's module exports. People come in no order that means anything, and each to one thread only. */
export interface Fold<Setup, Accumulator, Result, Merged> {
  /** `setup` came through a structured clone. */
  begin(setup: Setup, keyring: Keyring): Accumulator
  add(accumulator: Accumulator, person: SweptPerson): void
  /** Something that a structured clone can copy: no functions, no class instances. */
  finish(accumulator: Accumulator): Result
  /** One result a thread; in the main thread. */
  merge(results: readonly Result[], setup: Setup): Merged
}

export type AnyFold = Fold<unknown, unknown, unknown, unknown>

export interface FoldOrder {
  /** The address of the module, as `new URL('./some-fold.ts', import.meta.url).href`. */
  readonly module: string
  readonly setup: unknown
}
