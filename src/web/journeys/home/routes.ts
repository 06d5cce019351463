/** The signed-in home, staying signed in, and signing out (SESSION-1). */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { canConfirm } from '../../../app/confirm-key.ts'
import { homeOf, sessionOf, signOut } from '../../../app/sessions.ts'
import { forgetEverything } from '../../guard.ts'
import { canBeExtended, extendPath, homePath, signOutPath, withSession } from '../../session-gate.ts'
import { handling, makeVisit, send } from '../../visit.ts'
import type { Answer, Visit, Web } from '../../web.ts'
import { signedOutNotice } from '../portal/home-page.ts'
import { homePage, limitNotice } from './page.ts'

export function homeRoutes(app: FastifyInstance, web: Web): void {
  app.get(homePath, handling(web, (visit) => withSession(visit, homeOf, async (home) =>
    // Only a young key costs the second look.
    homePage(visit, home, home.now < home.probationUntil && (await canConfirm(web.deps, home))))))
  app.post(signOutPath, handling(web, leave))
  app.post(extendPath, (request, reply) => extend(web, request, reply))
}

async function leave({ web, reply, sessionId }: Visit): Promise<Answer> {
  if (sessionId !== undefined) await signOut(web.deps, sessionId)
  web.cookies.erase(reply, 'session')
  forgetEverything(reply)
  return { to: `/?aviso=${signedOutNotice}` }
}

/** The script of the warning asks without leaving the page and gets no page back; a plain form is led on. */
async function extend(web: Web, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const visit = makeVisit(web, request, reply)
  const byScript = request.headers['sec-fetch-mode'] !== undefined && request.headers['sec-fetch-mode'] !== 'navigate'
  let extended = false
  const answer = await withSession(visit, sessionOf, (session) => {
    extended = canBeExtended(session)
    return { to: extended ? homePath : `${homePath}?aviso=${limitNotice}` }
  })
  return byScript && extended ? reply.code(204).send() : send(reply, answer)
}
