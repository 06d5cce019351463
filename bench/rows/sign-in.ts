/**
 * Signing in with the right key, different people one after the other, beside the bare hash: what the two cores could do at most. Each from a
 * browser of their own that is known, as nearly everybody does; and from new ones, of each of which the person is told by mail (NOTICE-1).
 */
import { availableParallelism } from 'node:os'
import autocannon from 'autocannon'
import type { Installation } from '../installation.ts'
import { startBareHasher } from '../bare-hashes.ts'
import type { BenchOptions } from '../options.ts'
import { median, type Row } from '../row.ts'

/** Fewer than LOGIN-6 lets wait, so that nobody is turned away. */
const connections = 16
/** So many that nobody is back before the others were there. */
const browsers = 320

interface Door { readonly cookie: string; readonly token: string }
interface Post { readonly cookie: string; readonly body: string }

export async function signInRows(installation: Installation, { rounds, seconds }: BenchOptions): Promise<readonly Row[]> {
  const program = await installation.serve()
  const hasher = await startBareHasher()
  try {
    const door = await openDoor(program.base)
    const [known, fresh] = [inTurns(await knownBrowsers(installation, program.base, door)), inTurns(posts(installation, door))]
    const [ours, told, bare]: [number[], number[], number[]] = [[], [], []]
    for (let round = 0; round < rounds; round += 1) {
      bare.push(await hasher.perSecond(seconds))
      ours.push(await signIns(program.base, known, seconds))
      told.push(await signIns(program.base, fresh, seconds))
    }
    bare.push(await hasher.perSecond(seconds))
    const beside = { what: `bare Argon2id, ${availableParallelism()} at once`, value: median(bare), unit: '/s' }
    const note = `${connections} connections; server, database and load share the cores, the bare hash has them to itself`
    return [
      { row: 'sign-in', what: 'sign-ins with the right key, known browsers', value: median(ours), unit: '/s', beside, target: { of: 'ratio', atLeast: 0.95 }, note },
      { row: 'sign-in', what: 'the same from new browsers, told by mail', value: median(told), unit: '/s', beside, target: null, note },
    ]
  } finally {
    await hasher.stop()
    await program.stop()
  }
}

/** The same load without a figure, for who measures something else meanwhile; all the slower for it. */
export async function signInFor(installation: Installation, base: string, seconds: number): Promise<void> {
  await autocannon(signingIn(base, inTurns(posts(installation, await openDoor(base))), seconds))
}

/** A browser's cookie and the token of its form; both are good for any number of posts. */
async function openDoor(base: string): Promise<Door> {
  const answer = await fetch(`${base}/ingresar`)
  const cookie = cookiesOf(answer)
  const token = /name="formulario" value="([^"]+)"/.exec(await answer.text())?.[1]
  if (token === undefined) throw new Error('the sign-in page has no token')
  return { cookie, token }
}

const cookiesOf = ({ headers }: Response): string => headers.getSetCookie().map((line) => line.split(';')[0]).join('; ')

function posts({ withKey, password }: Installation, { cookie, token }: Door): readonly Post[] {
  return withKey.map(({ id }) => ({ cookie, body: new URLSearchParams({ formulario: token, cedula: id.value, clave: password }).toString() }))
}

/** Each signs in once, and keeps the cookie of the browser. */
async function knownBrowsers(installation: Installation, base: string, door: Door): Promise<readonly Post[]> {
  const known: Post[] = []
  const rest = posts(installation, door).slice(0, browsers).values()
  await Promise.all(Array.from({ length: connections }, async () => {
    for (const { cookie, body } of rest) {
      const answer = await fetch(`${base}/ingresar`, { method: 'POST', redirect: 'manual', body, headers: { ...headers, cookie } })
      const device = answer.headers.getSetCookie().find((line) => line.startsWith('device='))?.split(';')[0]
      if (device === undefined) throw new Error(`a browser was not remembered: ${answer.status}`)
      known.push({ cookie: `${cookie}; ${device}`, body })
    }
  }))
  return known
}

function inTurns(all: readonly Post[]): () => Post {
  let at = 0
  return () => all[(at += 1) % all.length]!
}

/** Only a redirect is a sign-in: every refusal is a page. */
async function signIns(base: string, next: () => Post, seconds: number): Promise<number> {
  const result = await autocannon(signingIn(base, next, seconds))
  const signedIn = result['3xx']
  if (signedIn === 0 || result.errors + result['2xx'] + result['4xx'] + result['5xx'] > 0) throw new Error(`not everybody could sign in: ${JSON.stringify(result)}`)
  return signedIn / result.duration
}

const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }

function signingIn(base: string, next: () => Post, seconds: number): autocannon.Options {
  return {
    url: `${base}/ingresar`, connections, duration: seconds, timeout: 20,
    requests: [{
      method: 'POST', headers,
      setupRequest: (request) => {
        const { cookie, body } = next()
        return { ...request, headers: { ...request.headers, cookie }, body }
      },
    }],
  }
}
