/** The signed-in home on PostgreSQL: people with a full list of activity, each with an open session. */
import { startBareFastify } from '../bare-server.ts'
import type { Installation } from '../installation.ts'
import { load, type Load } from '../load.ts'
import type { BenchOptions } from '../options.ts'
import { median, type Row } from '../row.ts'

const connections = 32
const people = 64
/** More than the page shows, so that it is as long as it gets. */
const signIns = 24

export async function homeRows(installation: Installation, { rounds, seconds }: BenchOptions): Promise<readonly Row[]> {
  const cookies = await openSessions(installation)
  const program = await installation.serve()
  const bare = await startBareFastify(installation.url)
  try {
    const url = `${program.base}/mi-clave`
    const page = await (await fetch(url, { headers: { cookie: cookies[0]! }, redirect: 'manual' })).text()
    if (!page.includes('/salir')) throw new Error(`${url} is not the signed-in home`)
    const bytes = Math.round(page.length * 0.9) // names differ in length
    const [ours, peer]: [Load[], Load[]] = [[], []]
    const rows = { url: `${bare.url}/rows`, connections }
    await load({ url, connections, cookies, seconds: 2 }, bytes, program.cpu)
    await load({ ...rows, seconds: 2 }, 9_216, bare.cpu)
    for (let round = 0; round < rounds; round += 1) {
      peer.push(await load({ ...rows, seconds }, 9_216, bare.cpu))
      ours.push(await load({ url, connections, cookies, seconds }, bytes, program.cpu))
    }
    const middle = (loads: readonly Load[], figure: keyof Load): number => median(loads.map((each) => each[figure]))
    const what = 'a bare Fastify page of 9 KB after one read of twenty rows'
    const note = `${connections} connections, ${people} people, one server process, ${page.length} bytes a page; the database works on the same cores`
    return [
      { row: 'home', what: 'signed-in home', value: middle(ours, 'perSecond'), unit: '/s', beside: { what, value: middle(peer, 'perSecond'), unit: '/s' }, target: { of: 'value', atLeast: 4_500 }, note },
      { row: 'home', what: 'signed-in home, 99 of 100 within', value: middle(ours, 'p99'), unit: 'ms', beside: { what, value: middle(peer, 'p99'), unit: 'ms' }, target: null },
      { row: 'home', what: 'server CPU of a signed-in home', value: middle(ours, 'cpu'), unit: 'µs', beside: { what, value: middle(peer, 'cpu'), unit: 'µs' }, target: null },
    ]
  } finally {
    await bare.stop()
    await program.stop()
  }
}

/** Signed in by the application itself, without the hash; the cookie header of each. */
async function openSessions({ deps, withKey }: Installation): Promise<readonly string[]> {
  const cookies: string[] = []
  for (const record of withKey.slice(0, people)) {
    const person = deps.register.personKey(record.id)
    let session = ''
    for (let turn = 0; turn < signIns; turn += 1) {
      session = deps.secrets.token()
      const event = { type: 'login.succeeded', facts: { lane: 'stranger' }, personal: { network: '203.0.113.0/24' } } as const
      await deps.store.logins.succeed(person, null, { hash: deps.secrets.tokenHash(session), origin: { network: '203.0.113.0/24', browser: '' }, device: null }, event)
    }
    cookies.push(`session=${session}; browser=${deps.secrets.token().slice(0, 22)}`)
  }
  return cookies
}
