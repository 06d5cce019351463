/** The thread of test/support/hostile-sources.ts: it writes bytes and reads no more of an answer than it must, or it would be the slow one. */
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import type { Aim, FloodCounts } from './hostile-sources.ts'

const { bases, number, key, sources } = workerData as Aim
const asked = Array.from({ length: sources }, () => 0) // the last status each was answered; 0: none yet
let [offered, requests, broken] = [0, 0, 0]

/** The cookie of a browser and the token of its forms are good for any number of posts. */
async function openDoor(base: string): Promise<{ cookie: string; token: string }> {
  const page = await fetch(`${base}/ingresar`)
  const cookie = page.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ')
  return { cookie, token: /name="formulario" value="([^"]+)"/.exec(await page.text())![1]! }
}

const { cookie, token } = await openDoor(bases[0]!)
const payload = new URLSearchParams({ formulario: token, cedula: number, clave: key }).toString()

/** `CLAVE_TRUST_PROXY=1` makes the servers believe the address that is claimed here: for each source a network of its own. */
function requestOf(source: number, host: string): string {
  return ['POST /ingresar HTTP/1.1', `host: ${host}`, `x-forwarded-for: 10.${source >> 8}.${source & 255}.7`, `cookie: ${cookie}`, 'sec-fetch-site: same-origin',
    'accept-language: es', 'content-type: application/x-www-form-urlencoded', `content-length: ${payload.length}`, '', payload].join('\r\n')
}

interface Heard { readonly status: number; readonly again: number }
interface Line { send(request: string): Promise<Heard>; close(): void }

/** Goes on until its key was compared. */
async function beSource(source: number): Promise<void> {
  const { hostname, port, host } = new URL(bases[source % bases.length]!)
  const request = requestOf(source, host)
  let line: Line | null = null as Line | null
  for (let first = true; asked[source] !== 422; first = false) {
    const heard = await tryOnce().catch(() => null)
    if (heard && ![422, 429, 503].includes(heard.status)) throw new Error(`a wrong key was answered ${heard.status}`)
    if (heard) asked[source] = heard.status
    else {
      line?.close()
      ;[line, broken] = [null, broken + 1]
    }
    if (asked[source] !== 422) await sleep((heard?.again ?? 1) * 1_000)

    async function tryOnce(): Promise<Heard> {
      try {
        line ??= await open(Number(port), hostname)
        requests += 1
        return line.send(request)
      } finally {
        if (first) count() // also when the system did not take it
      }
    }
  }
  line?.close()
}

function count(): void {
  offered += 1
  if (offered === sources) parentPort!.postMessage({ standing: true }, [])
}

/** One for all: what was read is looked at before anything else is. */
const read = Buffer.alloc(65_536)

/** A connection. Every page of ours says its length. */
function open(port: number, hostname: string): Promise<Line> {
  let [head, left] = ['', 0]
  let told: ((heard: Heard) => void) | null = null
  let failed: (error: unknown) => void
  const hear = (size: number): boolean => {
    if (left === 0) {
      head += read.toString('latin1', 0, Math.min(size, 2_048))
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) return true
      left = end + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
    }
    left -= size
    if (left > 0) return true
    const heard = { status: Number(head.slice(9, 12)), again: Number(/retry-after: (\d+)/i.exec(head)?.[1] ?? 1) }
    ;[head, left] = ['', 0]
    told?.(heard)
    return true
  }
  return new Promise((resolve, reject) => {
    failed = reject
    const socket = connect({ port, host: hostname, noDelay: true, onread: { buffer: read, callback: hear } })
    socket.on('error', (error) => failed(error)).on('close', () => failed(new Error('closed'))).on('connect', () => resolve({
      send: (request) => new Promise((resolve, reject) => {
        ;[told, failed] = [resolve, reject]
        socket.write(request)
      }),
      close: () => void socket.destroy(),
    }))
  })
}

parentPort!.on('message', () => {
  const standingAt = (status: number): number => asked.filter((each) => each === status).length
  const counts: FloodCounts = {
    offered, compared: standingAt(422), toldToWait: standingAt(429), turnedAway: standingAt(503), unanswered: standingAt(0), requests, broken,
  }
  parentPort!.postMessage({ counts }, [])
})
await Promise.all(asked.map((_, source) => beSource(source)))
