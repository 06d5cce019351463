/** The door: a link leaves the address at once (M-08) and changes nothing; the button uses it up and begins the session (LINK-2). */
import { clockTime } from '../../../domain/calendar.ts'
import { officerLinkLifetime } from '../../../domain/officer.ts'
import { button } from '../../components/button.ts'
import { html, type Content } from '../../html.ts'
import { noticeAsked } from '../../notice.ts'
import { insetText } from '../../components/inset-text.ts'
import { doorWords } from '../../texts/security/door-words.ts'
import type { Answer, Visit } from '../../web.ts'
import { enterPath, officerPaths } from './paths.ts'

/** `?aviso=` values of the door. */
export const doorNotices = { over: 'sesion', left: 'salio' } as const

/** GET /seguridad/entrar/:token */
export function keepToken({ web, reply, request }: Visit): Answer {
  const { token } = request.params as { readonly token: string }
  if (/^[\w-]{43}$/.test(token)) web.cookies.write(reply, 'officer-link', token, officerLinkLifetime / 1000)
  else web.cookies.erase(reply, 'officer-link')
  return { to: enterPath }
}

/** GET /seguridad/entrar */
export async function showDoor(visit: Visit): Promise<Answer> {
  const { web, request, language } = visit
  const words = doorWords[language]
  const token = web.cookies.read(request, 'officer-link')
  const until = token === undefined ? null : await web.deps.store.officers.linkUntil(web.deps.secrets.tokenHash(token))
  if (until === null) return door(visit, words.closed.title, paragraphs(...(token === undefined ? words.closed.none : words.closed.spent)))
  const form = html`<form method="post" action="${enterPath}" novalidate>${visit.hidden}${button({ text: words.open.submit, preventDoubleClick: true })}</form>`
  return door(visit, words.open.title, html`${paragraphs(...words.open.lines(clockTime(until, web.policy.timeZone)))}${form}`)
}

/** POST /seguridad/entrar */
export async function enter(visit: Visit): Promise<Answer> {
  const { web, request, reply } = visit
  const { store, secrets } = web.deps
  const token = web.cookies.read(request, 'officer-link')
  if (token === undefined) return showDoor(visit)
  const sessionId = secrets.token()
  if (!(await store.officers.begin(secrets.tokenHash(token), secrets.tokenHash(sessionId)))) return showDoor(visit)
  // S-02: the session of another link, if there was one, does not stay open behind this one.
  const before = web.cookies.read(request, 'officer')
  if (before !== undefined) await store.officers.end(secrets.tokenHash(before))
  web.cookies.erase(reply, 'officer-link')
  web.cookies.write(reply, 'officer', sessionId)
  return { to: officerPaths.alarms }
}

/** POST /seguridad/salir */
export async function leave({ web, request, reply }: Visit): Promise<Answer> {
  const sessionId = web.cookies.read(request, 'officer')
  if (sessionId !== undefined) await web.deps.store.officers.end(web.deps.secrets.tokenHash(sessionId))
  web.cookies.erase(reply, 'officer')
  return { to: `${enterPath}?aviso=${doorNotices.left}` }
}

function door(visit: Visit, title: string, content: Content): Answer {
  const { notices } = doorWords[visit.language]
  const asked = noticeAsked(visit)
  const notice = asked === doorNotices.left ? notices.left : asked === doorNotices.over ? notices.over : null
  const body = html`<h1 class="govuk-heading-l">${title}</h1>${notice !== null && insetText({ text: notice })}${content}`
  return { document: visit.page({ title, body, path: enterPath, scripts: ['submit-once.js'] }) }
}

function paragraphs(...lines: readonly string[]): Content {
  return lines.map((line) => html`<p class="govuk-body">${line}</p>`)
}
