/** What a whole first key costs the server in processor time, beyond the five slow hashes it must make (three answers, the figure, the key). */
import { startBareHasher } from '../bare-hashes.ts'
import { makeFirstKey } from '../first-key.ts'
import type { Installation } from '../installation.ts'
import type { BenchOptions } from '../options.ts'
import { median, type Row } from '../row.ts'

const hashes = 5

export async function journeyRows(installation: Installation, { quick }: BenchOptions): Promise<readonly Row[]> {
  const program = await installation.serve()
  const hasher = await startBareHasher()
  const [warmUp, rounds, journeys] = quick ? [5, 1, 10] : [60, 5, 40]
  const people = installation.withoutKey.values()
  const walk = async (count: number): Promise<void> => {
    for (let turn = 0; turn < count; turn += 1) {
      const record = people.next().value
      if (record === undefined) throw new Error('there are not enough people without a key')
      await makeFirstKey(installation, program.base, record)
    }
  }
  try {
    await walk(warmUp)
    const [whole, hashing]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round += 1) {
      hashing.push(hashes * (await hasher.cost(quick ? 0.5 : 1)))
      const before = program.cpu()
      await walk(journeys)
      whole.push((program.cpu() - before) / journeys)
    }
    hashing.push(hashes * (await hasher.cost(quick ? 0.5 : 1)))
    const [all, own] = [median(whole), median(hashing)]
    return [
      { row: 'journey', what: 'server CPU of a first key beyond its hashes', value: all - own, unit: 'ms', beside: null, target: { of: 'value', atMost: 15 }, note: `${journeys} journeys a round after ${warmUp}, robot check, pages and mails included` },
      { row: 'journey', what: 'server CPU of a first key, whole', value: all, unit: 'ms', beside: { what: 'its five hashes made bare', value: own, unit: 'ms' }, target: null },
    ]
  } finally {
    await hasher.stop()
    await program.stop()
  }
}
