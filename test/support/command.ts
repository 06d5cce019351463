/** The program's commands as processes of their own, as an operator runs them. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { join } from 'node:path'

export interface Ended {
  /** null: killed by a signal. */
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export type Environment = Readonly<Record<string, string>>

const program = join(import.meta.dirname, '../../bin/clave')

/** `environment`: all the program finds there beside the PATH. */
export function startCommand(words: readonly string[], environment: Environment = {}): { readonly child: ChildProcessWithoutNullStreams; readonly ended: Promise<Ended> } {
  const child = spawn(program, words, { env: { PATH: process.env['PATH'], ...environment } })
  let [out, err] = ['', '']
  child.stdout.on('data', (text: Buffer) => { out += text })
  child.stderr.on('data', (text: Buffer) => { err += text })
  child.stdin.on('error', () => undefined)
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, out, err })))
  return { child, ended }
}

/** Waits for its end; `input` is what it reads. */
export async function runCommand(words: readonly string[], environment?: Environment, input: Buffer | string = ''): Promise<Ended> {
  const { child, ended } = startCommand(words, environment)
  child.stdin.end(input)
  return await ended
}
