/** M-10, against a parser we did not write: one recipient, one part tree, whatever is typed or configured. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { simpleParser, type ParsedMail } from 'mailparser'
import { createTransport } from 'nodemailer'
import { parseAddress } from '../../src/mail/address.ts'
import { makeComposer } from '../../src/mail/messages.ts'
import { envelopeAndParts } from '../../src/mail/smtp.ts'

const from = 'clave@ejemplo.ec'
const transport = createTransport({ streamTransport: true, buffer: true })

async function assertHarmless(to: string, institution: string): Promise<void> {
  const compose = makeComposer({ baseUrl: 'https://clave.ejemplo.ec', institution, timeZone: 'America/Guayaquil', code: () => '12345678' })
  const letter = compose({ kind: 'confirm-address', to, language: 'es', token: 'abc' }, 1_795_000_000_000)
  const sent = await transport.sendMail(envelopeAndParts(letter, { from, institution }, 'ref'))
  assert.deepEqual(sent.envelope, { from, to: [to] })
  const raw = (sent.message as Buffer).toString('latin1')
  const mail = await simpleParser(sent.message as Buffer, { skipTextToHtml: true, skipTextLinks: true, skipHtmlToText: true })
  assertOneRecipient(mail, to)
  assertOneTree(mail, raw)
  assert.equal(lines(mail.text ?? ''), lines(letter.text))
  assert.equal(lines(mail.html || ''), lines(letter.html))
  assert.doesNotMatch(letter.html, /<(script|img|iframe|b)\b/i)
}

function assertOneRecipient(mail: ParsedMail, to: string): void {
  const recipients = [mail.to, mail.cc, mail.bcc].flat().flatMap((field) => field?.value ?? [])
  assert.deepEqual(recipients, [{ name: '', address: to }])
  assert.deepEqual(mail.from?.value.map(({ address }) => address), [from])
  assert.deepEqual([...mail.headers.keys()].sort(), [
    'auto-submitted', 'content-language', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to', 'x-auto-response-suppress',
  ])
}

/** Two parts between three lines with the boundary, and nothing that a reader takes for an attachment. */
function assertOneTree(mail: ParsedMail, raw: string): void {
  assert.equal(mail.attachments.length, 0)
  const boundary = /^Content-Type: multipart\/alternative;\s+boundary="([^"]+)"/m.exec(raw)?.[1]
  assert.ok(boundary)
  assert.deepEqual(raw.split('\r\n').filter((line) => line.startsWith(`--${boundary}`)), [`--${boundary}`, `--${boundary}`, `--${boundary}--`])
}

/** Line ends, and the NUL and lone surrogates that no character set carries, are not what this test is about. */
const lines = (text: string): string => text.toWellFormed().replace(/\r*\n|\r/g, '\n').replaceAll('\0', '').trimEnd()

const orders = fc.constantFrom(
  '\r\nBcc: otra@ejemplo.ec\r\n', '\nTo: otra@ejemplo.ec', '\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<b>', '\u2028Bcc: x@y.ec', '\u0085', '\u0000',
  '<script>alert(1)</script>', '"><img src=x>', '>, <otra@ejemplo.ec>', ', otra@ejemplo.ec', '=?utf-8?B?DQpCY2M6IHg=?=', '"', '\\', '(', ';', '\u202e', '@', '.ec',
)
const hostile = fc.array(fc.oneof(orders, fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 6 }).map((parts) => parts.join(''))

const locals = fc.constantFrom('ana', 'ana.b', "o'x", '{a}~', '-rf', 'a#b$c&d*e/f=g', '=?utf-8?q?a?=', '"ana"', 'ana\r\nBcc')
const addresses = fc.oneof(
  hostile,
  fc.tuple(locals, hostile).map(([local, rest]) => `${local}@ejemplo.ec${rest}`),
  fc.tuple(locals, fc.domain()).map(([local, domain]) => `${local}@${domain}`),
  fc.tuple(hostile, fc.domain()).map(([local, domain]) => `${local}@${domain}`),
  fc.emailAddress(),
)

test('M-10: 10,000 hostile addresses and institution names: one recipient, as accepted, and one part tree', async () => {
  let accepted = 0
  await fc.assert(fc.asyncProperty(addresses, hostile, async (typed, institution) => {
    const parsed = parseAddress(typed)
    if (parsed.ok) accepted += 1
    await assertHarmless(parsed.ok ? parsed.address : 'ana@ejemplo.ec', institution)
  }), { numRuns: 10_000 })
  assert.ok(accepted > 1_000, `only ${accepted} were accepted, so the test says little`)
})

test('M-10: the check would notice: an address that skipped the parser fails it', async () => {
  await assert.rejects(assertHarmless('ana@ejemplo.ec, otra@ejemplo.ec', 'x'))
})
