/** The page everybody begins with, beside a bare Fastify server that sends 4 KB from memory and sets no header of ours. */
import { startBareFastify } from '../bare-server.ts'
import type { Installation } from '../installation.ts'
import { load, type Load } from '../load.ts'
import type { BenchOptions } from '../options.ts'
import { median, type Row } from '../row.ts'

const connections = 32

export async function cedulaRows({ serve }: Installation, { rounds, seconds }: BenchOptions): Promise<readonly Row[]> {
  const program = await serve()
  const bare = await startBareFastify()
  try {
    const url = `${program.base}/clave`
    const page = await (await fetch(url)).text()
    if (!page.includes('name="cedula"')) throw new Error(`${url} is not the page`)
    const [ours, peer]: [Load[], Load[]] = [[], []]
    await load({ url, connections, seconds: 2 }, page.length, program.cpu) // the compiler of V8 has seen the code
    await load({ url: bare.url, connections, seconds: 2 }, 4_096, bare.cpu)
    for (let round = 0; round < rounds; round += 1) {
      peer.push(await load({ url: bare.url, connections, seconds }, 4_096, bare.cpu))
      ours.push(await load({ url, connections, seconds }, page.length, program.cpu))
    }
    const middle = (loads: readonly Load[], figure: keyof Load): number => median(loads.map((each) => each[figure]))
    const what = 'a bare Fastify page of 4 KB'
    return [
      { row: 'cedula', what: 'cédula page', value: middle(ours, 'perSecond'), unit: '/s', beside: { what, value: middle(peer, 'perSecond'), unit: '/s' }, target: { of: 'value', atLeast: 15_000 }, note: `${connections} connections, one server process, ${page.length} bytes a page without compression` },
      { row: 'cedula', what: 'cédula page, 99 of 100 within', value: middle(ours, 'p99'), unit: 'ms', beside: { what, value: middle(peer, 'p99'), unit: 'ms' }, target: { of: 'value', atMost: 5 } },
      { row: 'cedula', what: 'server CPU of a cédula page', value: middle(ours, 'cpu'), unit: 'µs', beside: { what, value: middle(peer, 'cpu'), unit: 'µs' }, target: null },
    ]
  } finally {
    await bare.stop()
    await program.stop()
  }
}
