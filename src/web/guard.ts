/** What holds for every request at once: headers (B-01, B-02, S-08), where a form may come from, and its token (S-05). */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { formTokenField } from './form-token.ts'
import { readForm } from './form.ts'
import type { Web } from './web.ts'

const policy = [
  "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self'", "worker-src 'self'", "connect-src 'self'", "form-action 'self'",
  "base-uri 'none'", "frame-ancestors 'none'",
].join('; ')

/** A form that did not come from one of our pages in this browser. The page says how to go on; nothing was done. */
export class ForeignForm extends Error {
  readonly statusCode = 403
}

export function guard(app: FastifyInstance, web: Web): void {
  const headers = headersFor(web.baseUrl.startsWith('https:'))
  // With `done`, not async: a promise more in each hook of each request is felt.
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers)
    done()
  })
  app.addHook('preHandler', (request, _reply, done) => {
    if (request.method === 'POST' && !request.routeOptions.config.open) refuseForeignForm(web, request)
    done()
  })
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes posts from anywhere: it changes nothing. */
    open?: boolean
  }
}

/** The headers of every answer. */
export function headersFor(secure: boolean): Record<string, string> {
  return {
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
    ...(secure ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  }
}

function refuseForeignForm(web: Web, request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new ForeignForm('cross-site form')
  // Browsers without Sec-Fetch-Site; with our referrer policy they send the Origin "null", and the token decides.
  const origin = request.headers.origin
  if (site === undefined && origin !== undefined && origin !== 'null' && !isOurs(web, request, origin)) throw new ForeignForm('foreign origin')
  const { cookies, formTokens } = web
  const token = readForm(request.body).text(formTokenField)
  if (!formTokens.holds(token, cookies.read(request, 'browser'), cookies.read(request, 'session'))) throw new ForeignForm('no valid token')
}

function isOurs(web: Web, request: FastifyRequest, origin: string): boolean {
  return origin === new URL(web.baseUrl).origin || origin === `${request.protocol}://${request.host}`
}

/** Ends what the browser kept of a session (S-08). */
export function forgetEverything(reply: FastifyReply): void {
  reply.header('clear-site-data', '"cache", "storage"')
}
