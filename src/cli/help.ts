/** The help, in full sentences. */
import type { Command, OptionSpec } from './command.ts'
import { commands, type Entry } from './commands.ts'

export const standardOptions: Readonly<Record<string, OptionSpec>> = {
  json: { type: 'boolean', about: 'Writes the result as one line of JSON.' },
  help: { type: 'boolean', about: 'Explains the command instead of running it.' },
}

export function generalHelp(): string {
  const width = Math.max(...commands.map((entry) => entry.name.length))
  return [
    'One key for all the online services of a social-security institution.',
    '',
    'Call it as: clave COMMAND [OPTIONS]. The commands are:',
    '',
    ...commands.map((entry) => `  ${entry.name.padEnd(width)}  ${entry.summary}`),
    '',
    'clave COMMAND --help explains one command. Environment variables configure the program; docs/configuration.md lists them.',
    'The exit code is 0 when it worked, 1 when it failed and 2 when it was called in a way that makes no sense.',
  ].join('\n')
}

export function commandHelp(entry: Entry, command: Command): string {
  const options = Object.entries({ ...command.options, ...standardOptions }).map(([name, spec]) => [`--${name}${spec.value ? ` ${spec.value}` : ''}`, spec.about] as const)
  const width = Math.max(...options.map(([shown]) => shown.length))
  return [
    entry.summary,
    '',
    `Call it as: ${['clave', entry.name, ...command.parameters, '[OPTIONS]'].join(' ')}`,
    '',
    command.about,
    '',
    ...options.map(([shown, about]) => `  ${shown.padEnd(width)}  ${about}`),
  ].join('\n')
}
