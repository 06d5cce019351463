/**
 * «No fui yo» (NOTICE-1). The link's token goes from the address into a cookie, so that it is in no history, referrer or screenshot; nothing
 * changes before somebody posts the person's own number, which a scanner that presses everything does not have (LINK-2).
 */
import type { FastifyInstance } from 'fastify'
import { repudiate, repudiationState } from '../../../app/repudiate.ts'
import { readIdentifier } from '../../../domain/identifier.ts'
import { assertNever } from '../../../domain/types.ts'
import { identifierWords } from '../../texts/identifier-words.ts'
import { notMeWords } from '../../texts/not-me-words.ts'
import { handling } from '../../visit.ts'
import type { Answer, Visit, Web } from '../../web.ts'
import { askPage, notMePath, pageFor } from './page.ts'

/** The cookie outlives a walk to the drawer with the document, not the day. */
const cookieSeconds = 60 * 60

export function notMeRoutes(app: FastifyInstance, web: Web): void {
  app.get(notMePath, handling(web, show))
  app.post(notMePath, handling(web, submit))
  app.get<{ Params: { token: string } }>(`${notMePath}/:token`, handling(web, keepToken))
}

function keepToken({ web, request, reply }: Visit): Answer {
  const { token } = request.params as { token: string }
  if (/^[\w-]{43}$/.test(token)) web.cookies.write(reply, 'link', token, cookieSeconds)
  else web.cookies.erase(reply, 'link')
  return { to: notMePath }
}

async function show(visit: Visit): Promise<Answer> {
  const token = tokenOf(visit)
  return pageFor(visit, token === undefined ? null : await repudiationState(visit.web.deps, token))
}

async function submit(visit: Visit): Promise<Answer> {
  const { web, form, language, origin } = visit
  const token = tokenOf(visit)
  if (token === undefined) return pageFor(visit, null)
  const number = form.text('cedula')
  const read = readIdentifier(number, web.policy.identifier.foreignerCode)
  if (!read.ok) return askPage(visit, number, identifierWords[language][read.problem])
  const done = await repudiate(web.deps, token, read.identifier, language, origin)
  switch (done.is) {
    case 'frozen':
      return { to: notMePath } // where the link, now used, shows what was done
    case 'not-good':
      return pageFor(visit, done.state)
    case 'not-theirs':
      return done.triesLeft > 0 ? askPage(visit, number, notMeWords[language].notTheirs(done.triesLeft)) : pageFor(visit, { is: 'tries-used-up' })
    default:
      return assertNever(done)
  }
}

function tokenOf({ web, request }: Visit): string | undefined {
  return web.cookies.read(request, 'link')
}
