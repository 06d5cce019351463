/**
 * Requests that never reach a route or a hook: an address that cannot be decoded, a head that is too large, something that is not HTTP. They
 * get a page of ours with the headers of every page (B-01), and nothing of what was sent comes back in it. Held by test/security/headers.test.ts.
 */
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { faultDocument } from './faults.ts'
import { headersFor } from './guard.ts'
import { send } from './visit.ts'
import type { Web } from './web.ts'

/** For Fastify's `frameworkErrors`: the address was not valid percent-encoding. */
export function answerBadAddress({ baseUrl, layout }: Web, reply: FastifyReply, request: FastifyRequest): FastifyReply {
  request.log.info({ method: request.method, route: 'unknown', status: 404 }, 'answered')
  return send(reply.headers(headersFor(baseUrl.startsWith('https:'))), { document: faultDocument({ page: layout, language: 'es' }, 'not-found'), status: 404 })
}

/** For Fastify's `clientErrorHandler`, which has nothing but the socket. */
export function answerBrokenRequest({ baseUrl, layout }: Web, error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
  const body = faultDocument({ page: layout, language: 'es' }, status === 431 ? 'too-large' : 'foreign-form').toString()
  const headers = {
    ...headersFor(baseUrl.startsWith('https:')), 'content-type': 'text/html; charset=utf-8', 'content-length': String(Buffer.byteLength(body)), connection: 'close',
  }
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join('')
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${head}\r\n${body}`)
}
