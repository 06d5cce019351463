/**
 * A person with the text browser w3m in a terminal: real keys go in, and what is read is what w3m itself writes when it is told to save the
 * page as it stands on the screen.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Hands } from './hands.ts'

/** Milliseconds without a sign on the screen. */
const quiet = 60
const enter = '\r'
const emptyLine = '\x15'
const nextField = '\t'
const previousField = '\x1b\t'
const settings = [
  '-cookie', ...['accept_cookie=1', 'confirm_qq=0', 'wrap_search=1', 'ignorecase_search=0', 'accept_language=es', 'meta_refresh=0'].flatMap((setting) => ['-o', setting]),
  '-I', 'UTF-8', '-O', 'UTF-8',
]

export async function openW3m(base: string): Promise<Hands & { close(): Promise<void> }> {
  const home = mkdtempSync(join(tmpdir(), 'clave-w3m-'))
  // `script` gives it a terminal; wide enough that no sentence is broken, so that every sentence can be searched for.
  const command = `stty cols 400 rows 80; exec w3m ${settings.join(' ')} ${base}/`
  const w3m = spawn('script', ['-qfec', command, '/dev/null'], {
    env: { PATH: process.env['PATH'], HOME: home, TERM: 'xterm', LANG: 'C.UTF-8' }, stdio: ['pipe', 'pipe', 'inherit'],
  })
  const exited = once(w3m, 'exit')
  let screen = ''
  let lastSign = 0
  let saved = 0
  w3m.stdout.on('data', (chunk: Buffer) => {
    lastSign = performance.now()
    screen = (screen + chunk.toString()).slice(-20_000)
  })
  /** Keys pressed while it draws may be lost: a person waits for the picture too. */
  const keys = async (...strokes: readonly string[]): Promise<void> => {
    for (const stroke of strokes) {
      while (performance.now() - lastSign < quiet) await sleep(20)
      w3m.stdin.write(stroke)
      lastSign = performance.now()
    }
  }
  /** From the top of the page to the first place where the pattern is. */
  const find = (pattern: string): Promise<void> => keys(`g/${emptyLine}${pattern}${enter}`)
  const text = async (): Promise<string> => {
    for (let turn = 0; turn < 5; turn += 1) {
      const file = join(home, `page-${++saved}`)
      await keys(`S${emptyLine}${file}${enter}`)
      for (let wait = 0; wait < 60 && !existsSync(file); wait += 1) await sleep(50)
      await sleep(40)
      if (existsSync(file)) return readFileSync(file, 'utf8')
    }
    throw new Error(`w3m did not answer; its screen ends with: ${JSON.stringify(screen.slice(-600))}`)
  }
  for (let turn = 0; turn < 400 && !screen.includes('Viewing'); turn += 1) await sleep(50)
  return {
    solvesRobotCheck: false,
    waitsByItself: false,
    text,
    goTo: (path) => keys(`U${emptyLine}${base}${path}${enter}`),
    unfold: async () => undefined, // everything is open in it
    async follow(link) {
      await find(literally(link))
      await keys(enter)
    },
    async press(button) {
      await keys(`G?${emptyLine}^ *${literally(button)}${enter}`, enter) // from the end: a heading may have the same words
    },
    async type(label, typed) {
      await find(wholeLine(label))
      await keys(nextField, enter, `${emptyLine}${typed}${enter}`)
    },
    async tick(label) {
      await find(literally(label))
      await keys(previousField, enter)
    },
    async choose(question, option) {
      await find(wholeLine(question))
      await keys(`/${emptyLine}${literally(option)}$${enter}`, previousField, enter)
    },
    async select(label, _option, at) {
      await find(`^${literally(label)}`) // its first option stands on the same line
      await keys(nextField, enter, `${'j'.repeat(at)}${enter}`)
    },
    async close() {
      w3m.stdin.write('Q')
      const gone = await Promise.race([exited, sleep(3_000).then(() => null)])
      if (gone === null) {
        w3m.kill('SIGTERM')
        await exited
      }
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** A line with these words and no others: a short field stands on the line of its label. w3m takes patterns of 64 signs at most. */
function wholeLine(words: string): string {
  return words.length > 40 ? `^${literally(words.slice(0, 40))}` : `^${literally(words)}[^a-zA-Z]*$`
}

/** w3m searches for patterns: whatever might mean something there stands for any sign. */
function literally(words: string): string {
  return words.replace(/[^\p{L}\p{N} ,]/gu, '.')
}
