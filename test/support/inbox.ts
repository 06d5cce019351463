/**
 * A real SMTP server for tests: parses what arrives and does as it is told – wait, refuse, hang up – for each recipient.
 * `await inbox.waitFor(to)` answers the next mail to that address that no earlier call has answered.
 */
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'

export interface ReceivedMail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly messageId: string
  /** Every address of the text part, in order. */
  readonly links: readonly string[]
  /** The 8 digits, without the space; null when there are none. */
  readonly code: string | null
  readonly raw: string
  readonly parsed: ParsedMail
}

export interface Inbox {
  readonly url: string
  readonly port: number
  /** Everything that arrived, oldest first. */
  readonly mails: readonly ReceivedMail[]
  waitFor(to: string, timeout?: number): Promise<ReceivedMail>
  /** The next answers to RCPT TO for this address; 250 once they are used up. */
  answer(to: string, ...codes: readonly number[]): void
  /** The next answers to a whole message for this address. */
  answerData(to: string, ...codes: readonly number[]): void
  /** Milliseconds every message waits for its 250. */
  delay(ms: number): void
  /** Stops listening and hangs up; the port stays this inbox's. */
  stop(): Promise<void>
  start(): Promise<void>
}

/** Opens one on a free port of the loopback interface; call `stop` when done. */
export async function openInbox(): Promise<Inbox> {
  const mails: ReceivedMail[] = []
  const answered = new Set<ReceivedMail>()
  const atRecipient = new Map<string, number[]>()
  const atData = new Map<string, number[]>()
  let wait = 0
  let port = 0
  let server: SMTPServer | null = null

  async function receive(stream: SMTPServerDataStream, session: SMTPServerSession, done: (error?: Error) => void): Promise<void> {
    try {
      await keep(stream, session)
    } catch (error) {
      done(error as Error)
      return
    }
    done()
  }

  async function keep(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk as Buffer)
    const parsed = await simpleParser(Buffer.concat(chunks), { skipTextToHtml: true })
    if (wait > 0) await sleep(wait)
    for (const { address } of session.envelope.rcptTo) {
      refuseAsTold(atData, address)
      mails.push(readMail(address, Buffer.concat(chunks).toString('utf8'), parsed))
    }
  }

  async function start(): Promise<void> {
    const fresh = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true, closeTimeout: 20,
      onRcptTo({ address }, _session, done) {
        try {
          refuseAsTold(atRecipient, address)
          done()
        } catch (error) {
          done(error as Error)
        }
      },
      onData: (stream, session, done) => void receive(stream, session, done),
    })
    fresh.on('error', () => undefined)
    await new Promise<void>((resolve) => fresh.listen(port, '127.0.0.1', () => resolve()))
    port = (fresh.server.address() as AddressInfo).port
    server = fresh
  }

  await start()
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    mails,
    async waitFor(to, timeout = 30_000) {
      for (let waited = 0; waited < timeout; waited += 10) {
        const mail = mails.find((each) => each.to === to && !answered.has(each))
        if (mail) {
          answered.add(mail)
          return mail
        }
        await sleep(10)
      }
      throw new Error(`no mail to ${to} within ${timeout} ms; ${mails.length} arrived for others`)
    },
    answer: (to, ...codes) => void atRecipient.set(to, [...codes]),
    answerData: (to, ...codes) => void atData.set(to, [...codes]),
    delay: (ms) => { wait = ms },
    stop: () => new Promise((resolve) => server ? server.close(() => resolve()) : resolve()),
    start,
  }
}

function refuseAsTold(plan: Map<string, number[]>, address: string): void {
  const code = plan.get(address)?.shift()
  if (code !== undefined && code >= 400) throw Object.assign(new Error(`told to answer ${code}`), { responseCode: code })
}

function readMail(to: string, raw: string, parsed: ParsedMail): ReceivedMail {
  const text = parsed.text ?? ''
  const code = /^\s*(\d{4}) (\d{4})\s*$/m.exec(text)
  return {
    to, subject: parsed.subject ?? '', text, html: parsed.html === false ? '' : parsed.html, messageId: parsed.messageId ?? '',
    links: [...text.matchAll(/https?:\/\/\S+/g)].map(([address]) => address), code: code ? `${code[1]}${code[2]}` : null, raw, parsed,
  }
}
