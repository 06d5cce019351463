/** The signed-in home on PostgreSQL: people with a full list of activity, each with an open session. */
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
  try {
    const url = `${program.base}/mi-clave`
    const page = await (await fetch(url, { headers: { cookie: cookies[0]! }, redirect: 'manual' })).text()
    if (!page.includes('/salir')) throw new Error(`${url} is not the signed-in home`)
    const bytes = Math.round(page.length * 0.9) // names differ in length
    const loads: Load[] = []
    await load({ url, connections, cookies, seconds: 2 }, bytes, program.cpu)
    for (let round = 0; round < rounds; round += 1) loads.push(await load({ url, connections, cookies, seconds }, bytes, program.cpu))
    const note = `${connections} connections, ${people} people, one server process, ${page.length} bytes a page; the database works on the same cores`
    return [
      { row: 'home', what: 'signed-in home', value: median(loads.map(({ perSecond }) => perSecond)), unit: '/s', beside: null, target: { of: 'value', atLeast: 4_500 }, note },
      { row: 'home', what: 'signed-in home, 99 of 100 within', value: median(loads.map(({ p99 }) => p99)), unit: 'ms', beside: null, target: null },
      { row: 'home', what: 'server CPU of a signed-in home', value: median(loads.map(({ cpu }) => cpu)), unit: 'µs', beside: null, target: null },
    ]
  } finally {
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
