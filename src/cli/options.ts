/** From the words behind bin/clave to a command and its options. */
import { parseArgs } from 'node:util'
import { nearest } from '../config/nearest.ts'
import { WrongUse, type Command } from './command.ts'
import { commands, type Entry } from './commands.ts'
import { standardOptions } from './help.ts'

/** The command whose name the first words are, and the words behind it. */
export function findCommand(words: readonly string[]): { entry: Entry; rest: readonly string[] } {
  const named = words.slice(0, 2).filter((word) => !word.startsWith('-')).join(' ')
  const entry = commands.find(({ name }) => named === name || named.startsWith(`${name} `))
  if (entry !== undefined) return { entry, rest: words.slice(entry.name.split(' ').length) }
  const inGroup = commands.filter(({ name }) => name.startsWith(`${words[0]} `)).map(({ name }) => name)
  const meant = nearest(named, commands.map(({ name }) => name)) ?? nearest(words[0] ?? '', commands.map(({ name }) => name))
  const advice = inGroup.length > 0 ? ` There is ${inGroup.join(', ')}.` : meant ? ` Did you mean ${meant}?` : ''
  throw new WrongUse(`There is no command ${named}.${advice} clave --help lists the commands.`)
}

export function readOptions(entry: Entry, command: Command, words: readonly string[]): {
  parameters: readonly string[]
  options: Readonly<Record<string, string | boolean | undefined>>
} {
  const known = { ...command.options, ...standardOptions }
  const options = Object.fromEntries(Object.entries(known).map(([name, { type }]) => [name, { type }]))
  const { values, positionals } = parse(known, () => parseArgs({ args: [...words], options, allowPositionals: true, strict: true }))
  if (!values['help'] && positionals.length !== command.parameters.length) {
    const wanted = command.parameters.length === 0 ? 'takes nothing but options' : `needs ${command.parameters.join(' and ')}`
    throw new WrongUse(`clave ${entry.name} ${wanted}. clave ${entry.name} --help explains it.`)
  }
  return { parameters: positionals, options: values as Record<string, string | boolean | undefined> }
}

function parse<T>(known: Readonly<Record<string, unknown>>, read: () => T): T {
  try {
    return read()
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw error
    const given = /'(-[^'\s]*)/.exec(message)?.[1] ?? ''
    if (code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new WrongUse(`${message}.`)
    const meant = nearest(given.replace(/^-+/, ''), Object.keys(known))
    throw new WrongUse(`There is no option ${given}.${meant ? ` Did you mean --${meant}?` : ''}`)
  }
}
