/**
 * L-08, L-13: who finds the queue full is told so before what was typed is read, with a page that is kept in memory, and past whatever else an
 * answer goes through. So a flood is turned away quickly, and its owner, whose browser is known by a cookie, does not stand behind it. Held by
 * test/web/sign-in.test.ts; measured by bench/flood.ts.
 */
import type { OutgoingHttpHeaders } from 'node:http'
import type { onRequestHookHandler } from 'fastify'
import { isCrowded } from '../../../app/log-in.ts'
import { faultPage } from '../../faults.ts'
import { signInPath } from '../../session-gate.ts'
import { unchanging } from '../../unchanging.ts'
import { makeVisit } from '../../visit.ts'
import type { Web } from '../../web.ts'

const crowded = unchanging(signInPath, (visit) => faultPage(visit, 'busy'), 503)

export function turnAway(web: Web): onRequestHookHandler {
  return (request, reply, done) => {
    if (!isCrowded(web.deps, web.cookies.read(request, 'device'))) return done()
    const answer = crowded(makeVisit(web, request, reply))
    // An address written in another way, or a page that has a form.
    if (!('kept' in answer)) return done()
    const headers: OutgoingHttpHeaders = { ...(reply.getHeaders() as OutgoingHttpHeaders), ...answer.headers, 'content-type': 'text/html; charset=utf-8', 'content-length': answer.kept.length }
    reply.hijack()
    reply.raw.writeHead(answer.status, headers).end(answer.kept)
  }
}
