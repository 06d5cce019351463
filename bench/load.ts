/** Load on one address: wrk when it is installed, which takes least from the two cores that all share, else autocannon in a thread of its own. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'

export interface Load {
  readonly perSecond: number
  /** Milliseconds within which 99 of 100 were answered. */
  readonly p99: number
  /** Processor time of the server for one answer, in microseconds: what a busy machine falsifies least. */
  readonly cpu: number
}

export interface LoadOptions {
  readonly url: string
  readonly seconds: number
  readonly connections: number
  /** Cookie headers, taken in turns; one without cookies when there are none. */
  readonly cookies?: readonly string[]
}

const withWrk = spawnSync('wrk', ['--version']).error === undefined

export const loadGenerator = withWrk ? 'wrk' : 'autocannon'

/** `cpu`: the server's clock. Throws when an answer was not a 200 of at least `bytes` bytes, because a quick fault page is no figure. */
export async function load(options: LoadOptions, bytes: number, cpu: () => number): Promise<Load> {
  const before = cpu()
  const { answered, read, failed, ...load } = await (withWrk ? wrk(options) : cannon(options))
  const spent = (cpu() - before) * 1_000
  if (failed > 0 || answered === 0 || read / answered < bytes) {
    throw new Error(`${options.url}: ${failed} of ${answered} answers failed, ${Math.round(read / answered)} bytes each instead of ${bytes}`)
  }
  return { ...load, cpu: spent / answered }
}

interface Counted extends Omit<Load, 'cpu'> { readonly answered: number; readonly read: number; readonly failed: number }

async function cannon({ url, seconds, connections, cookies = [''] }: LoadOptions): Promise<Counted> {
  const requests = cookies.map((cookie) => ({ headers: cookie === '' ? {} : { cookie } }))
  const result = await autocannon({ url, duration: seconds, connections, timeout: 20, workers: 1, requests })
  return {
    perSecond: result.requests.average, p99: result.latency.p99, answered: result.requests.total, read: result.throughput.total,
    failed: result.non2xx + result.errors + result.timeouts,
  }
}

async function wrk({ url, seconds, connections, cookies = [''] }: LoadOptions): Promise<Counted> {
  const folder = mkdtempSync(join(tmpdir(), 'clave-load-'))
  try {
    const script = join(folder, 'load.lua')
    writeFileSync(script, turns(cookies))
    const child = spawn('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '20s', '-s', script, url], { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
    await once(child, 'close')
    return JSON.parse(/^\{.*\}$/m.exec(text)?.[0] ?? '{}') as Counted
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The requests are written before the load begins. Only a 200 counts: wrk itself takes a redirect for good. */
function turns(cookies: readonly string[]): string {
  return `
local cookies = { ${cookies.map((cookie) => JSON.stringify(cookie)).join(', ')} }
local ready, at, other = {}, 0, 0
function init()
  for n, cookie in ipairs(cookies) do
    ready[n] = wrk.format(nil, nil, cookie ~= "" and { ["cookie"] = cookie, ["host"] = wrk.headers["Host"] } or nil)
  end
end
function request()
  at = at % #ready + 1
  return ready[at]
end
function done(summary, latency)
  local e = summary.errors
  print(string.format('{"perSecond":%.1f,"p99":%.3f,"answered":%d,"read":%d,"failed":%d}', summary.requests * 1e6 / summary.duration,
    latency:percentile(99) / 1000, summary.requests, summary.bytes, e.connect + e.read + e.write + e.status + e.timeout))
end
`
}
