/**
 * The mailbox of everybody in the demo: a mail server on the loopback interface that keeps what arrives in memory and sends nothing
 * on. So invented people can have any address, and no mail of a demo ever leaves the machine.
 */
import type { AddressInfo } from 'node:net'
import { isIP } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { Instant } from '../domain/types.ts'

export interface DemoMail {
  readonly id: string
  readonly receivedAt: Instant
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  /** As it came: to be shown only in a sandboxed frame. */
  readonly html: string
}

export interface DemoInbox {
  /** For SMTP_URL. */
  readonly url: string
  /** Newest first. */
  list(): readonly DemoMail[]
  get(id: string): DemoMail | null
  close(): Promise<void>
}

export interface DemoInboxOptions {
  readonly host?: string
  /** 0: any free one. */
  readonly port?: number
  readonly keep?: number
  readonly now?: () => Instant
}

const largestMail = 1_000_000

/** Throws when `host` is not a loopback address or the port is taken. */
export async function openDemoInbox({ host = '127.0.0.1', port = 0, keep = 200, now = Date.now }: DemoInboxOptions = {}): Promise<DemoInbox> {
  if (!isLoopback(host)) throw new Error(`The demo's mailbox listens on a loopback address only, not on ${host}.`)
  const mails: DemoMail[] = []
  let arrived = 0
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true, size: largestMail, closeTimeout: 1_000,
    onConnect: (session, done) => done(isLoopback(session.remoteAddress) ? null : new Error('only this machine may send mail here')),
    onData: (stream, session, done) => void keepMail(stream, session, done),
  })
  async function keepMail(stream: SMTPServerDataStream, session: SMTPServerSession, done: (error?: Error) => void): Promise<void> {
    try {
      const mail = await read(stream, session)
      arrived += 1
      mails.unshift({ id: String(arrived), receivedAt: now(), ...mail })
      mails.length = Math.min(mails.length, keep)
    } catch (error) {
      done(error as Error)
      return
    }
    done()
  }
  server.on('error', () => undefined) // a sender that hung up
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
  const { address, port: chosen } = server.server.address() as AddressInfo
  return {
    url: `smtp://${isIP(address) === 6 ? `[${address}]` : address}:${chosen}`,
    list: () => [...mails],
    get: (id) => mails.find((mail) => mail.id === id) ?? null,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function read(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Omit<DemoMail, 'id' | 'receivedAt'>> {
  const mail = await simpleParser(stream, { skipImageLinks: true, skipTextToHtml: true })
  if (stream.sizeExceeded) throw Object.assign(new Error('the mail is too large'), { responseCode: 552 })
  return {
    to: session.envelope.rcptTo.map(({ address }) => address),
    subject: mail.subject ?? '', text: mail.text ?? '', html: mail.html === false ? '' : mail.html,
  }
}

function isLoopback(host: string): boolean {
  return host === '::1' || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(host)
}
