/**
 * Long pages are compressed, so that none weighs more than 10 KB on a slow network; short ones are not worth the time it takes. What this may
 * tell by its length, and why it does not, stands in docs/decisions/011-compressed-pages.md.
 */
import { gzipSync } from 'node:zlib'
import type { FastifyReply } from 'fastify'

/** From this many characters or bytes on; a page has few characters that take more than a byte. */
const long = 8_000

export function compressed(reply: FastifyReply, markup: string | Buffer): string | Buffer {
  if (markup.length < long) return markup
  reply.header('vary', 'accept-encoding')
  if (!takesGzip(reply.request.headers['accept-encoding'])) return markup
  reply.header('content-encoding', 'gzip')
  return gzipSync(markup, { level: 5 })
}

/** RFC 9110 section 12.5.3: q=0 refuses. */
function takesGzip(accepted: string | string[] | undefined): boolean {
  const range = String(accepted ?? '').toLowerCase().split(',').map((each) => each.trim()).find((each) => /^gzip(;|\s|$)/.test(each))
  return range !== undefined && !/;\s*q=0(\.0*)?$/.test(range)
}
