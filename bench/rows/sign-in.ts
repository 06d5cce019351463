/** Signing in with the right key, different people one after the other, beside the bare hash: what the two cores could do at most. */
import { availableParallelism } from 'node:os'
import autocannon from 'autocannon'
import type { Installation } from '../installation.ts'
import { startBareHasher } from '../bare-hashes.ts'
import type { BenchOptions } from '../options.ts'
import { median, type Row } from '../row.ts'

/** Fewer than LOGIN-6 lets wait, so that nobody is turned away. */
const connections = 16

export async function signInRows(installation: Installation, { rounds, seconds }: BenchOptions): Promise<readonly Row[]> {
  const program = await installation.serve()
  const hasher = await startBareHasher()
  try {
    const door = await openDoor(program.base)
    const next = inTurns(installation, door.token)
    const [ours, bare]: [number[], number[]] = [[], []]
    await signIns(program.base, door.cookie, next, 1)
    for (let round = 0; round < rounds; round += 1) {
      bare.push(await hasher.perSecond(seconds))
      ours.push(await signIns(program.base, door.cookie, next, seconds))
    }
    bare.push(await hasher.perSecond(seconds))
    return [{
      row: 'sign-in', what: 'sign-ins with the right key', value: median(ours), unit: '/s',
      beside: { what: `bare Argon2id, ${availableParallelism()} at once`, value: median(bare), unit: '/s' }, target: { of: 'ratio', atLeast: 0.95 },
      note: `${connections} connections; server, database and load share the cores, the bare hash has them to itself`,
    }]
  } finally {
    await hasher.stop()
    await program.stop()
  }
}

/** The same load without a figure, for who measures something else meanwhile; all the slower for it. */
export async function signInFor(installation: Installation, base: string, seconds: number): Promise<void> {
  const door = await openDoor(base)
  await autocannon(signingIn(base, door.cookie, inTurns(installation, door.token), seconds))
}

/** A browser's cookie and the token of its form; both are good for any number of posts. */
async function openDoor(base: string): Promise<{ cookie: string; token: string }> {
  const answer = await fetch(`${base}/ingresar`)
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ')
  const token = /name="formulario" value="([^"]+)"/.exec(await answer.text())?.[1]
  if (token === undefined) throw new Error('the sign-in page has no token')
  return { cookie, token }
}

function inTurns({ withKey, password }: Installation, token: string): () => string {
  let at = 0
  return () => {
    at = (at + 1) % withKey.length
    return new URLSearchParams({ formulario: token, cedula: withKey[at]!.id.value, clave: password }).toString()
  }
}

/** Only a redirect is a sign-in: every refusal is a page. */
async function signIns(base: string, cookie: string, next: () => string, seconds: number): Promise<number> {
  const result = await autocannon(signingIn(base, cookie, next, seconds))
  const signedIn = result['3xx']
  if (signedIn === 0 || result.errors + result['2xx'] + result['4xx'] + result['5xx'] > 0) throw new Error(`not everybody could sign in: ${JSON.stringify(result)}`)
  return signedIn / result.duration
}

function signingIn(base: string, cookie: string, next: () => string, seconds: number): autocannon.Options {
  return {
    url: `${base}/ingresar`, connections, duration: seconds, timeout: 20,
    requests: [{
      method: 'POST', headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      setupRequest: (request) => ({ ...request, body: next() }),
    }],
  }
}
