import { availableParallelism } from 'node:os'
import { gatherStrength, type Strength } from '../../register-strength.ts'
import { numberOption, type Command } from '../command.ts'
import { duration, grouped } from '../progress.ts'
import { strengthProgress } from '../strength-progress.ts'
import { withRegister } from '../register-access.ts'

export const registerStrength: Command = {
  parameters: [],
  about: 'Reads everybody in the register twice and keeps what questions need to know of all people together: which answers are popular, how likely the\n'
    + 'likeliest others are, and how strong the decks of everybody are (clave odds shows it). Servers and imports go on meanwhile. Stopped in the middle it\n'
    + 'changes nothing. It needs DATABASE_URL and CLAVE_KEYS.',
  options: {
    threads: { type: 'string', value: 'N', about: 'Threads that read, 1 to 64, each with a connection of its own; as many as processors unless given.' },
  },
  async run(call) {
    const threads = numberOption(call, 'threads', availableParallelism(), { least: 1, most: 64 })
    await withRegister(call, async ({ db, database, keyringText: keyring, policy }) => {
      const progress = strengthProgress(call)
      const began = performance.now()
      const strength = await gatherStrength({ db, database, keyring, threads, onProgress: progress.update }, policy)
      progress.end()
      const seconds = (performance.now() - began) / 1000
      call.output.result(reportText(strength, seconds), { ...strength, seconds: Math.round(seconds * 1000) / 1000, threads })
    })
  },
}

function reportText({ people, statistics, odds }: Strength, seconds: number): string {
  const number = (name: string): string => grouped(statistics[name] ?? 0)
  return [
    `Read ${grouped(people)} people twice in ${duration(seconds)}, ${grouped(Math.round(people / Math.max(seconds, 0.001)))} a second.`,
    `The register has ${number('people.active')} active, ${number('people.deceased')} deceased and ${number('people.withheld')} withheld people.`,
    ...(odds.people === 0 ? [] : [`Of its active people ${Math.round((100 * odds.askable) / odds.people)} % can be asked; the others are told the other ways.`]),
    ...(odds.askable === 0 ? [] : [`A stranger who knows all distributions passes with odds of at most ${odds.worst.toExponential(1)} in nine tries.`]),
  ].join('\n')
}
