import { availableParallelism } from 'node:os'
import { gatherStrength } from '../../register-strength.ts'
import { numberOption, type Call, type Command } from '../command.ts'
import { duration, grouped, makeProgress } from '../progress.ts'
import { withRegister } from '../register-access.ts'

export const registerStrength: Command = {
  parameters: [],
  about: 'Reads everybody in the register once and keeps what questions need to know of all people together: how many there are, how many can be asked,\n'
    + 'and which employers, provinces and banks are true for how many. Servers and imports go on meanwhile. Stopped in the middle it changes nothing.\n'
    + 'It needs DATABASE_URL and CLAVE_KEYS.',
  options: {
    threads: { type: 'string', value: 'N', about: 'Threads that read, 1 to 64, each with a connection of its own; as many as processors unless given.' },
  },
  async run(call) {
    const threads = numberOption(call, 'threads', availableParallelism(), { least: 1, most: 64 })
    await withRegister(call, async ({ db, database, keyringText: keyring, policy }) => {
      const progress = progressOf(call)
      const began = performance.now()
      const { people, statistics } = await gatherStrength({
        db, database, keyring, threads,
        onProgress: ({ people: read, share }) => progress.update(share, read),
      }, policy)
      progress.end()
      const seconds = (performance.now() - began) / 1000
      call.output.result(reportText(people, seconds, statistics), { people, seconds: Math.round(seconds * 1000) / 1000, threads, statistics })
    })
  },
}

function progressOf({ options }: Call): ReturnType<typeof makeProgress> {
  const { stderr } = process
  return makeProgress({ unit: 'people', now: () => performance.now(), terminal: stderr.isTTY, write: (text) => stderr.write(text) }, options['json'] === true)
}

function reportText(people: number, seconds: number, statistics: Readonly<Record<string, number>>): string {
  const number = (name: string): string => grouped(statistics[name] ?? 0)
  const share = statistics['askable-share']
  return [
    `Read ${grouped(people)} people in ${duration(seconds)}, ${grouped(Math.round(people / Math.max(seconds, 0.001)))} a second.`,
    `The register has ${number('people.active')} active, ${number('people.deceased')} deceased and ${number('people.withheld')} withheld people.`,
    ...(share === undefined ? [] : [`Of its active people ${Math.round(share * 100)} % can be asked; the others are told the other ways.`]),
  ].join('\n')
}
