/** The gate of every signed-in page: opens the session or leads to the sign-in page with a sentence (SESSION-1). */
import type { Deps } from '../app/ports.ts'
import type { Session } from '../app/session-ports.ts'
import type { Html } from './html.ts'
import { nameOfPage, wayBackField } from './way-back.ts'
import type { Answer, Page, Visit } from './web.ts'

/** `?aviso=sesion`: a signed-in page was asked for without an open session. */
export const sessionNotice = 'sesion'
export const signInPath = '/ingresar'
export { homePath, servicesPath } from './own-paths.ts'
export const signOutPath = '/salir'
export const extendPath = '/sesion/seguir'

type Opener<S extends Session> = (deps: Deps, sessionId: string) => Promise<S | null>

/** `open` reads the session and whatever else the page needs, in one statement; reading counts as activity. */
export async function withSession<S extends Session>(visit: Visit, open: Opener<S>, show: (session: S) => Answer | Promise<Answer>): Promise<Answer> {
  const { web, reply, request, sessionId } = visit
  const session = sessionId === undefined ? null : await open(web.deps, sessionId)
  if (session) return show(session)
  if (sessionId !== undefined) web.cookies.erase(reply, 'session')
  return { to: signInFor(request.url) }
}

/** The sign-in page, from which the person comes back to this page of ours. */
export function signInFor(url: string): string {
  const name = nameOfPage(url)
  return `${signInPath}?aviso=${sessionNotice}${name === null ? '' : `&${wayBackField}=${name}`}`
}

/** What every signed-in page has around it: the name, the way out, the warning before the end. `hidden` once for all its forms. */
export function signedInFrame({ idleEndsAt, endsAt, now }: Session, idle: number, name: string, hidden: Html): Pick<Page, 'signedIn' | 'session'> {
  const seconds = (duration: number): number => Math.max(0, Math.floor(duration / 1000))
  return {
    signedIn: { name, signOutPath, hidden },
    // Near the absolute end a press gives less than the idle time: never promise more than there is.
    session: { endsIn: seconds(idleEndsAt - now), extendPath, extendsBy: seconds(Math.min(idle, endsAt - idleEndsAt)), hidden },
  }
}

/** SESSION-1: nothing extends a session beyond its absolute end. */
export function canBeExtended({ idleEndsAt, endsAt }: Session): boolean {
  return idleEndsAt < endsAt
}
