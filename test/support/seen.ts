/** What a stranger can see of an answer, without what differs for every browser: tokens and cookies by their length, the number typed. */
import { statementsOf } from './statements.ts'
import { injecting, makeBrowser, type Browser, type Reply, type Transport } from './browser.ts'
import type { World } from './world.ts'

export interface Seen {
  /** The address asked for, without what stands in it for one browser only. */
  readonly asked: string
  readonly status: number
  /** All of them; each cookie with its attributes and the length of its value. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly length: number
  /** What the answer took from the database: its time, as far as no busy machine disturbs it. */
  readonly statements: readonly string[]
}

export function seen(asked: string, { status, headers, setCookies, body }: Reply, statements: readonly string[], number: string): Seen {
  const plain = Object.entries(headers).filter(([name]) => name !== 'date' && name !== 'set-cookie').map(([name, value]) => [name, String(value)])
  const cookies = setCookies.map((line) => line.replace(/=[\w-]+;/, (value) => `=${value.length - 2} characters;`))
  const same = body.replace(/name="formulario" value="[\w-]{43}"/g, 'TOKEN').replaceAll(number, 'NUMBER')
  return { asked, status, headers: { ...Object.fromEntries(plain), cookies: cookies.join('\n') }, body: same, length: body.length, statements }
}

let networks = 0

/** A browser of a network of its own, and everything it saw. */
export function stranger(world: World, number: string): { readonly browser: Browser; readonly log: Seen[] } {
  networks += 1
  const log: Seen[] = []
  const inject = injecting(world.app, `198.18.${networks}.7`)
  const transport: Transport = async (...request) => {
    const { result, statements } = await statementsOf(() => inject(...request))
    log.push(seen(`${request[0]} ${request[1]}`, result, statements, number))
    return result
  }
  return { browser: makeBrowser(transport), log }
}
