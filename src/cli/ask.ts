/** What is typed on standard input, a line a question: it stands in no list of processes and in no history of a shell (ID-3). */
import { createInterface } from 'node:readline'

export interface Asker {
  /** The prompt goes to standard error, and only to a terminal. '' when there is no line left. */
  ask(prompt: string): Promise<string>
  close(): void
}

export function openAsker(): Asker {
  const { stdin, stderr } = process
  const lines = createInterface({ input: stdin, terminal: false })
  const next = lines[Symbol.asyncIterator]()
  return {
    async ask(prompt) {
      if (stdin.isTTY) stderr.write(prompt)
      const { value, done } = await next.next()
      return done ? '' : String(value).trim()
    },
    close() {
      lines.close()
      stdin.pause()
    },
  }
}
