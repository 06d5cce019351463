/** Sign-in (LOGIN-1, 3, 4, 6): reads what was typed, asks the application, answers. Format errors cost nothing. */
import type { FastifyInstance } from 'fastify'
import { logIn } from '../../../app/log-in.ts'
import { sessionOf, signOut } from '../../../app/sessions.ts'
import { readIdentifier } from '../../../domain/identifier.ts'
import { assertNever } from '../../../domain/types.ts'
import { keepDevice } from '../../device.ts'
import { faultPage } from '../../faults.ts'
import { signInPath } from '../../session-gate.ts'
import { unchanging } from '../../unchanging.ts'
import { handling } from '../../visit.ts'
import type { Answer, Visit, Web } from '../../web.ts'
import { pathOfPage } from '../../way-back.ts'
import { turnAway } from './crowd.ts'
import { signInPage, wayBackAsked } from './page.ts'

export function signInRoutes(app: FastifyInstance, web: Web): void {
  app.get(signInPath, handling(web, show))
  app.post(signInPath, { onRequest: turnAway(web) }, handling(web, submit))
}

async function show(visit: Visit): Promise<Answer> {
  const { web, sessionId } = visit
  const open = sessionId !== undefined && (await sessionOf(web.deps, sessionId)) !== null
  return open ? { to: pathOfPage(wayBackAsked(visit)) } : blank(visit)
}

const blank = unchanging(signInPath, (visit) => signInPage(visit))

async function submit(visit: Visit): Promise<Answer> {
  const { web, form, origin } = visit
  const number = form.text('cedula')
  const key = form.text('clave')
  const read = readIdentifier(number, web.policy.identifier.foreignerCode)
  if (!read.ok || key === '') return signInPage(visit, number, { is: 'format', number: read.ok ? null : read.problem, emptyKey: key === '' })
  const browser = { device: web.cookies.read(visit.request, 'device'), shared: form.text('compartido') !== '', language: visit.language }
  const answer = await logIn(web.deps, read.identifier, key, origin, browser)
  switch (answer.is) {
    case 'in':
      if (answer.device !== null) keepDevice(visit, answer.device)
      return enter(visit, answer.sessionId)
    case 'wrong':
      return signInPage(visit, number, { is: 'wrong' })
    case 'wait':
      return signInPage(visit, number, { is: 'wait', seconds: secondsUntil(answer.until, await web.deps.store.now()) })
    case 'busy':
      return faultPage(visit, 'busy')
    default:
      return assertNever(answer)
  }
}

/** S-02: a new id at every sign-in; what this browser had before is dead. The cookie ends with the browser. */
async function enter(visit: Visit, fresh: string): Promise<Answer> {
  const { web, reply, sessionId } = visit
  if (sessionId !== undefined) await signOut(web.deps, sessionId, 'new-sign-in')
  web.cookies.write(reply, 'session', fresh)
  return { to: pathOfPage(wayBackAsked(visit)) }
}

/** Rounded up, so that who waits as told is not early. */
function secondsUntil(until: number, now: number): number {
  return Math.max(1, Math.ceil((until - now) / 1000))
}
