/** A thread that reads pages of the register for sweep.ts, opens the people on them and folds them. Its keys come with its start, as those of seal-worker.ts. */
import { parentPort, workerData } from 'node:worker_threads'
import type { RegisterRecord } from '../domain/person.ts'
import { makeFieldCipher } from '../security/field-cipher.ts'
import { parseKeyring } from '../security/keyring.ts'
import type { DatabaseConfig } from '../store/database.ts'
import { personKeyOf } from '../store/person-key.ts'
import { openPeopleReader } from '../store/register-sweep.ts'
import type { AnyFold, FoldOrder } from './fold.ts'

export interface SweepSetup {
  readonly database: DatabaseConfig
  readonly snapshot: string
  /** The text of the key ring. */
  readonly keyring: string
  readonly folds: readonly FoldOrder[]
}

export type SweepOrder = { readonly from: number; readonly to: number } | 'finish'
export type SweepAnswer = { readonly people: number } | { readonly results: readonly unknown[] }

const { database, snapshot, keyring: text, folds: orders } = workerData as SweepSetup
const keyring = parseKeyring(text)
const cipher = makeFieldCipher(keyring)
const reader = await openPeopleReader(database, snapshot)
const folds = await Promise.all(orders.map(async ({ module, setup }) => {
  const fold = (await import(module)) as AnyFold
  return { fold, accumulator: fold.begin(setup, keyring) }
}))
const answer = (message: SweepAnswer): void => parentPort?.postMessage(message, [])

async function sweep(from: number, to: number): Promise<number> {
  let people = 0
  await reader.read(from, to, (person, facts) => {
    const record = JSON.parse(cipher.decrypt(personKeyOf(person), 'facts', facts).toString()) as RegisterRecord
    for (const { fold, accumulator } of folds) fold.add(accumulator, { person, record })
    people++
  })
  return people
}

async function finish(): Promise<unknown[]> {
  await reader.close()
  return folds.map(({ fold, accumulator }) => fold.finish(accumulator))
}

// A failure is an unhandled rejection, which ends the thread and reaches the main one as its 'error'.
parentPort?.on('message', async (order: SweepOrder) => {
  answer(order === 'finish' ? { results: await finish() } : { people: await sweep(order.from, order.to) })
})
