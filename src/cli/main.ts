/** bin/clave: finds the command, runs it, and turns what comes of it into words and an exit code. */
import { ConfigProblems } from '../config/parse.ts'
import { WrongUse, type ExitCode, type Output } from './command.ts'
import { commandHelp, generalHelp } from './help.ts'
import { findCommand, readOptions } from './options.ts'

export interface Streams {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
}

export async function main(words: readonly string[], environment: Readonly<Record<string, string | undefined>>, streams: Streams): Promise<ExitCode> {
  const json = words.includes('--json')
  try {
    if (words.length === 0 || words[0] === '--help' || words[0] === '-h' || words[0] === 'help') {
      streams.out(generalHelp())
      return words.length === 0 ? 2 : 0
    }
    return await runCommand(words, environment, outputTo(streams, json), streams)
  } catch (error) {
    streams.err(json ? JSON.stringify({ error: sentenceOf(error) }) : sentenceOf(error))
    if (!isExpected(error) && environment['CLAVE_LOG_LEVEL'] === 'debug') streams.err(String((error as Error).stack))
    return error instanceof WrongUse ? 2 : 1
  }
}

async function runCommand(words: readonly string[], environment: Readonly<Record<string, string | undefined>>, output: Output, streams: Streams): Promise<ExitCode> {
  const { entry, rest } = findCommand(words)
  const command = await entry.load()
  const { parameters, options } = readOptions(entry, command, rest)
  if (options['help']) {
    streams.out(commandHelp(entry, command))
    return 0
  }
  return (await command.run({ parameters, options, environment, output })) ?? 0
}

function outputTo(streams: Streams, json: boolean): Output {
  return {
    result: (text, object) => streams.out(json ? JSON.stringify(object) : text),
    note: (sentence) => (json ? undefined : streams.err(sentence)),
  }
}

function isExpected(error: unknown): boolean {
  return error instanceof WrongUse || error instanceof ConfigProblems
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error)
}

if (import.meta.main) {
  // A signal alone would end the process without its 'exit' event and leave an embedded database running.
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]] as const) {
    process.on(signal, () => {
      if (process.listenerCount(signal) === 1) process.exit(code) // a server that stops gently has listeners of its own
    })
  }
  const code = await main(process.argv.slice(2), process.env, { out: console.log, err: console.error })
  // What a failed command had opened would keep the process alive. A command that worked either ended everything or is serving.
  if (code !== 0) process.exit(code)
}
