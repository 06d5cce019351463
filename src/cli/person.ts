/** What the commands about one person have alike: the number of the request, who it is, and the program put together. */
import { loadPolicy } from '../config/policy-file.ts'
import { parseConfig } from '../config/parse.ts'
import { readIdentifier } from '../domain/identifier.ts'
import type { Policy } from '../domain/policy.ts'
import type { Found } from '../app/ports.ts'
import { openRights, type Rights } from '../rights.ts'
import { openAsker, type Asker } from './ask.ts'
import { requiredOption, WrongUse, type Call, type ExitCode, type OptionSpec } from './command.ts'

export const caseOption: OptionSpec = { type: 'string', value: 'NUMBER', about: 'The number of the request in your own books, such as LOPDP-2026-014; it stands in the event. Never an identifier.' }

export interface PersonCall {
  readonly rights: Rights
  readonly found: Found
  readonly number: string
  readonly asker: Asker
}

export function caseNumber(call: Call, { identifier }: Policy): string {
  const number = requiredOption(call, 'case')
  if (!/^[\w./-]{1,40}$/.test(number)) throw new WrongUse('--case must be 1 to 40 letters, digits, dots, slashes or hyphens.')
  if (readIdentifier(number, identifier.foreignerCode).ok) throw new WrongUse('--case must not be an identifier of a person: it is written down in clear.')
  return number
}

/** Asks for the identifier and runs `work`; everything is closed again whatever becomes of it. */
export async function withPerson(call: Call, work: (person: PersonCall) => Promise<ExitCode>): Promise<ExitCode> {
  const config = parseConfig(call.environment, 'tool')
  const policy = loadPolicy(config.policyFile)
  const number = caseNumber(call, policy)
  const rights = await openRights(config, policy, call.output.note)
  const asker = openAsker()
  try {
    const found = await rights.find(await asker.ask('Identifier of the person (cédula or foreigner’s code): '))
    if (found === null) throw new WrongUse('The first line of standard input must be the identifier of the person; what was typed is none.')
    return await work({ rights, found, number, asker })
  } finally {
    asker.close()
    await rights.close()
  }
}
