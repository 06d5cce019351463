/**
 * The telephone of everybody in the demo: a gateway for text messages on the loopback interface, which takes what src/mail/text-gateway.ts
 * sends, keeps it in memory and sends nothing on. Invented people have telephones that may be real ones; no text of a demo leaves the machine.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import type { Instant } from '../domain/types.ts'

export interface DemoText {
  readonly receivedAt: Instant
  readonly to: string
  readonly text: string
}

export interface DemoTextBox {
  /** What CLAVE_TEXT_URL, CLAVE_TEXT_AUTHORIZATION and CLAVE_TEXT_SENDER are elsewhere. */
  readonly settings: { readonly url: string; readonly authorization: string; readonly sender: string }
  /** Newest first. */
  list(): readonly DemoText[]
  close(): Promise<void>
}

const request = z.object({
  outboundSMSMessageRequest: z.object({
    address: z.array(z.string().startsWith('tel:+')).length(1),
    outboundSMSTextMessage: z.object({ message: z.string().min(1) }),
    clientCorrelator: z.string().min(1),
  }),
})

const largestText = 10_000
const sender = '7550'

export async function openDemoTextBox({ keep = 200, now = Date.now }: { readonly keep?: number; readonly now?: () => Instant } = {}): Promise<DemoTextBox> {
  const texts: DemoText[] = []
  const seen = new Set<string>()
  const authorization = `Bearer ${randomBytes(24).toString('base64url')}`
  const server = createServer((incoming, answer) => {
    void take(incoming).then((status) => answer.writeHead(status, { 'content-type': 'application/json' }).end('{}'), () => answer.writeHead(500).end())
  })

  async function take(incoming: IncomingMessage): Promise<number> {
    const wanted = `/smsmessaging/v1/outbound/${encodeURIComponent(`tel:${sender}`)}/requests`
    if (incoming.method !== 'POST' || incoming.url !== wanted) return 404
    if (!same(incoming.headers.authorization ?? '', authorization)) return 401
    const parsed = request.safeParse(await readJson(incoming))
    if (!parsed.success) return 400
    const { address, outboundSMSTextMessage, clientCorrelator } = parsed.data.outboundSMSMessageRequest
    if (!seen.has(clientCorrelator)) texts.unshift({ receivedAt: now(), to: address[0]!.slice('tel:'.length), text: outboundSMSTextMessage.message })
    seen.add(clientCorrelator)
    texts.length = Math.min(texts.length, keep)
    return 201
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve())
  })
  const { port } = server.address() as AddressInfo
  return {
    settings: { url: `http://127.0.0.1:${port}/smsmessaging/v1`, authorization, sender },
    list: () => [...texts],
    close: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}

async function readJson(incoming: IncomingMessage): Promise<unknown> {
  let body = ''
  for await (const chunk of incoming.setEncoding('utf8')) {
    body += String(chunk)
    if (body.length > largestText) return null
  }
  try {
    return JSON.parse(body) as unknown
  } catch {
    return null
  }
}

function same(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
