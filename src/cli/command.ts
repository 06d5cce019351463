/** What a command of bin/clave is. Each stands in a file of src/cli/commands and in the list of src/cli/commands.ts. */

export interface OptionSpec {
  readonly type: 'string' | 'boolean'
  /** What stands for the value in the help, such as FILE. */
  readonly value?: string
  /** A sentence. */
  readonly about: string
}

export interface Command {
  /** What stands behind the name in the help, such as FILE. */
  readonly parameters: readonly string[]
  /** Sentences: what it does, what it needs, what it leaves behind. */
  readonly about: string
  readonly options: Readonly<Record<string, OptionSpec>>
  /** Answers the exit code; nothing is 0. */
  run(call: Call): Promise<void | ExitCode>
}

export interface Call {
  /** One for each of `parameters`. */
  readonly parameters: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly output: Output
}

export interface Output {
  /** The result: the text for people, or with --json the object as one line. To standard output. */
  result(text: string, object: Readonly<Record<string, unknown>>): void
  /** What is going on, for people; silent with --json. To standard error. */
  note(sentence: string): void
}

/** 0 done; 1 it failed; 2 it was called in a way that makes no sense. */
export type ExitCode = 0 | 1 | 2

/** Called in a way that makes no sense; the message says what would. */
export class WrongUse extends Error {}

/** The value of an option that the command cannot do without. */
export function requiredOption(call: Call, name: string): string {
  const value = call.options[name]
  if (typeof value !== 'string' || value === '') throw new WrongUse(`--${name} is needed.`)
  return value
}

/** A whole number of an option, or the number that stands for none. */
export function numberOption(call: Call, name: string, standard: number, range: { least: number; most: number }): number {
  const text = call.options[name]
  if (text === undefined) return standard
  const value = typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : NaN
  if (value >= range.least && value <= range.most) return value
  throw new WrongUse(`--${name} must be a whole number from ${range.least} to ${range.most}.`)
}
