/** Hands letters to the institution's mail server, over a few connections kept open, and says in one word what became of each. */
import type { NodemailerError } from 'nodemailer'
import { second, type Duration } from '../domain/types.ts'
import type { Letter } from './letter.ts'

/** `code`: a number of SMTP or a name of the network's or nodemailer's; never the server's words, which may repeat an address (ID-3). */
export type Handover =
  | { readonly is: 'accepted' }
  /** This mail will never be accepted. */
  | { readonly is: 'refused'; readonly code: string }
  /** The server asks to come back with this mail later. */
  | { readonly is: 'postponed'; readonly code: string }
  /** The server was not there, or is not to be used as it is set up. `maybeTaken`: it fell silent when it may have had the whole mail.
   *  `after`: how long it wants to be left alone. */
  | { readonly is: 'failed'; readonly code: string; readonly maybeTaken: boolean; readonly after?: Duration }

export interface Post<Item = Letter> {
  /** `reference`: the same for every try at one mail, so that mailboxes which compare Message-IDs show a second copy once. */
  send(item: Item, reference: string): Promise<Handover>
  close(): void
}

export interface SmtpSettings {
  /** smtp://user:password@host:port or smtps://…; `?requireTLS=true` refuses to go on without STARTTLS. */
  readonly url: string
  /** Envelope sender and From: an address, or 'Name <address>'. */
  readonly from: string
  /** The name shown beside an address that brings none. */
  readonly institution: string
  readonly connections?: number
  /** For one mail from connecting to the server's last word; must stay below the courier's lease. */
  readonly deadline?: Duration
}

export const defaultDeadline: Duration = 45 * second

export function openSmtp(settings: SmtpSettings): Post {
  let transport: Promise<Transport> | null = null
  return {
    async send(letter, reference) {
      try {
        const open = await (transport ??= openTransport(settings))
        await open.sendMail({ ...envelopeAndParts(letter, settings, reference), signal: AbortSignal.timeout(settings.deadline ?? defaultDeadline) })
        return { is: 'accepted' }
      } catch (error) {
        return readFailure(error as NodemailerError)
      }
    },
    close: () => void transport?.then((open) => open.close()),
  }
}

type Transport = Awaited<ReturnType<typeof openTransport>>

/** Loaded for the first mail: at the start it would hold up the first page. */
async function openTransport(settings: SmtpSettings) {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    url: settings.url, pool: true, maxConnections: settings.connections ?? 4,
    connectionTimeout: 10 * second, greetingTimeout: 10 * second, socketTimeout: 30 * second,
    // Once is for a connection the server closed while it was idle. Every other try is the courier's to decide and to count.
    maxRequeues: 1,
    disableFileAccess: true, disableUrlAccess: true,
  })
  transport.on('error', () => undefined) // an idle connection that was lost; the next mail opens another
  return transport
}

/** The message as nodemailer takes it. The envelope is given apart, so no header can add a recipient (M-10). */
export function envelopeAndParts(letter: Letter, settings: Pick<SmtpSettings, 'from' | 'institution'>, reference: string) {
  const named = /^(.+) <([^<>]+)>$/.exec(settings.from)
  const sender = named?.[2] ?? settings.from
  return {
    envelope: { from: sender, to: [letter.to] },
    from: { name: named?.[1] ?? settings.institution, address: sender },
    to: { name: '', address: letter.to },
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    textEncoding: 'quoted-printable' as const,
    messageId: `<${reference}@${sender.slice(sender.lastIndexOf('@') + 1)}>`,
    // RFC 3834: keeps out-of-office robots from answering.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': letter.language },
  }
}

/** Signs of failures that come before the server can have had a mail; a number in answer is another. */
const beforeAnyMail: ReadonlySet<string> = new Set([
  'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'EDNS', 'CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT',
  'ETLS', 'EREQUIRETLS', 'EAUTH', 'EENVELOPE',
])

/**
 * Only a 5xx to this recipient or to the whole message is about this mail. A 5xx to the greeting, to our password or to our own
 * address means that the operator has something to mend, and no citizen's mail may be thrown away for that.
 */
function readFailure(error: NodemailerError): Handover {
  const { responseCode, command } = error
  if (responseCode && responseCode !== 421 && (command === 'RCPT TO' || command === 'DATA')) {
    return { is: error.permanent ? 'refused' : 'postponed', code: String(responseCode) }
  }
  const code = responseCode ? String(responseCode) : (error.originalCode ?? error.code ?? error.name)
  const signs = [error.code, error.originalCode, error.timeoutType]
  const certainlyNot = responseCode !== undefined || signs.some((sign) => sign !== undefined && beforeAnyMail.has(sign))
  return { is: 'failed', code, maybeTaken: !certainlyNot }
}
