/** One connection to the server, kept open, on which each answer is timed from the last byte of the request to the last byte of the answer. */
import { once } from 'node:events'
import { connect } from 'node:net'

export interface Timed {
  /** Milliseconds. */
  readonly took: number
  readonly status: number
  /** As they came, in their order. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string
}

export interface Connection {
  /** `form` makes it a POST. */
  ask(path: string, headers: Readonly<Record<string, string>>, form?: Readonly<Record<string, string>>): Promise<Timed>
  close(): void
}

export async function openConnection(base: string): Promise<Connection> {
  const { hostname, port, host } = new URL(base)
  const socket = connect(Number(port), hostname).setNoDelay(true)
  await once(socket, 'connect')
  let [received, heard] = ['', (): void => {}]
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    received += chunk
    heard()
  })
  return {
    ask(path, headers, form) {
      const payload = form === undefined ? '' : new URLSearchParams(form).toString()
      const lines = { host, 'sec-fetch-site': 'same-origin', 'accept-language': 'es', ...headers, ...(form && { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(payload.length) }) }
      const request = [`${form ? 'POST' : 'GET'} ${path} HTTP/1.1`, ...Object.entries(lines).map((line) => line.join(': ')), '', payload].join('\r\n')
      received = ''
      return new Promise((resolve, reject) => {
        socket.once('close', reject)
        heard = () => {
          const took = performance.now() - began
          const answer = whole(received)
          if (answer === null) return
          socket.off('close', reject)
          resolve({ took, ...answer })
        }
        const began = performance.now()
        socket.write(request)
      })
    },
    close: () => socket.destroy(),
  }
}

/** null: there is more to come. Every page of ours says its length. */
function whole(received: string): Omit<Timed, 'took'> | null {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return null
  const [first = '', ...lines] = received.slice(0, end).split('\r\n')
  const headers = lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)] as const)
  const body = received.slice(end + 4)
  return body.length < Number(headers.find(([name]) => name === 'content-length')?.[1] ?? 0) ? null : { status: Number(first.split(' ')[1]), headers, body }
}
