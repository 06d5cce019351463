import { loadPolicy } from '../../config/policy-file.ts'
import { parseConfig } from '../../config/parse.ts'
import type { Purpose } from '../../config/catalogue.ts'
import type { Call, Command } from '../command.ts'

export const serve: Command = {
  parameters: [],
  about: 'Brings the database up to date, listens, and delivers mail. Everything it needs comes from environment variables; what is missing is listed\n'
    + 'together. It ends gently on SIGTERM: requests in work are answered first.',
  options: {},
  run: (call) => start(call, 'serve'),
}

export const demo: Command = {
  parameters: [],
  about: 'Needs no configuration: the embedded database, invented people, a mail server whose mail is shown at /demo/correo, and pages at\n'
    + 'http://localhost:3000. Every page says that its people are invented. Never open it to a network.',
  options: {},
  run: (call) => start(call, 'demo'),
}

async function start({ environment, output }: Call, purpose: Purpose): Promise<void> {
  const config = parseConfig(environment, purpose)
  const policy = loadPolicy(config.policyFile)
  const program = await import('../../main.ts')
  try {
    await program.serve({ config, policy, note: output.note })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new Error(`Port ${config.port} is used by another program, perhaps another Clave. Stop it, or set PORT to another number.`, { cause: error })
  }
}
