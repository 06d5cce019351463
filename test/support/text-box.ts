/** A real gateway for text messages: takes what the adapter posts, and does as it is told – refuse, wait, fall silent – for each number. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TextGatewaySettings } from '../../src/mail/text-gateway.ts'

export interface ReceivedText {
  readonly to: string
  readonly text: string
  readonly reference: string
  readonly path: string
  readonly authorization: string
  readonly body: string
}

/** `lost`: the text is taken and the connection cut before the answer. A number is a status; with headers where that matters. */
export type Told = 'lost' | number | { readonly status: number; readonly headers: Readonly<Record<string, string>> }

export interface TextBox {
  readonly settings: TextGatewaySettings
  /** Everything that was taken, oldest first, with the copies of a second try. */
  readonly texts: readonly ReceivedText[]
  /** How many requests came, whatever became of them. */
  readonly asked: number
  waitFor(to: string, timeout?: number): Promise<ReceivedText>
  /** The next answers for this number; 201 once they are used up. */
  answer(to: string, ...told: readonly Told[]): void
  delay(ms: number): void
  stop(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

export async function openTextBox(): Promise<TextBox> {
  const texts: ReceivedText[] = []
  const seen = new Set<ReceivedText>()
  const plan = new Map<string, Told[]>()
  const state = { wait: 0, port: 0, asked: 0 }
  let server = createServer()

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    state.asked += 1
    const body = Buffer.concat(await request.toArray()).toString('utf8')
    const { outboundSMSMessageRequest: order } = JSON.parse(body) as
      { outboundSMSMessageRequest: { address: string[]; outboundSMSTextMessage: { message: string }; clientCorrelator: string } }
    const to = order.address[0]!.slice('tel:'.length)
    const told = plan.get(to)?.shift() ?? 201
    if (state.wait > 0) await sleep(state.wait)
    const { status, headers } = told === 'lost' ? { status: 201, headers: {} } : typeof told === 'number' ? { status: told, headers: {} } : told
    if (status < 300) {
      texts.push({ to, text: order.outboundSMSTextMessage.message, reference: order.clientCorrelator, path: request.url ?? '', authorization: request.headers.authorization ?? '', body })
    }
    if (told === 'lost') request.socket.destroy()
    else response.writeHead(status, headers).end('{}')
  }

  async function start(): Promise<void> {
    server = createServer((request, response) => void take(request, response).catch(() => response.destroy()))
    await new Promise<void>((resolve) => server.listen(state.port, '127.0.0.1', () => resolve()))
    state.port = (server.address() as AddressInfo).port
  }
  const stop = (): Promise<void> => new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

  await start()
  return {
    settings: { url: `http://127.0.0.1:${state.port}/smsmessaging/v1`, authorization: 'Bearer de-prueba', sender: '7550' },
    texts,
    get asked() { return state.asked },
    async waitFor(to, timeout = 30_000) {
      for (let waited = 0; waited < timeout; waited += 10) {
        const text = texts.find((each) => each.to === to && !seen.has(each))
        if (text) {
          seen.add(text)
          return text
        }
        await sleep(10)
      }
      throw new Error(`no text to ${to} within ${timeout} ms`)
    },
    answer: (to, ...told) => void plan.set(to, [...told]),
    delay: (ms) => { state.wait = ms },
    stop, start, close: stop,
  }
}
