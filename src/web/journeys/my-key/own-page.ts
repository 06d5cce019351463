/** What every signed-in page has around it: gate, menu, name, warning before the end, faults first. */
import { ownSessionOf, type OwnSession } from '../../../app/own-session.ts'
import { errorSummary } from '../../components/error-summary.ts'
import { html, type Content, type Html } from '../../html.ts'
import { signedInFrame, signInFor, withSession } from '../../session-gate.ts'
import { ownPagesWords } from '../../texts/my-key/own-pages-words.ts'
import { handling } from '../../visit.ts'
import type { Answer, Page, Visit, Web } from '../../web.ts'
import { ownMenu } from './menu.ts'

export interface OwnVisit extends Visit { readonly own: OwnSession }

/** Something to put right. `field` is the id of the control it is about, without '#'. */
export interface Fault { readonly field: string; readonly text: string }

export interface OwnView {
  readonly path: string
  /** What stands behind the path, so that the switch of language keeps it: '?tipo=key'. */
  readonly query?: string
  readonly title: string
  readonly body: Content
  readonly faults?: readonly Fault[]
  readonly scripts?: Page['scripts']
  readonly back?: string
  readonly status?: number
  /** Its own heading stands in the body (a panel). */
  readonly ownHeading?: boolean
}

/** A handler of a signed-in page; without an open session it leads to the sign-in page. */
export function owned(web: Web, handler: (visit: OwnVisit) => Answer | Promise<Answer>): ReturnType<typeof handling> {
  return handling(web, (visit) => withSession(visit, ownSessionOf, (own) =>
    handler(Object.defineProperties({ own } as OwnVisit, Object.getOwnPropertyDescriptors(visit)))))
}

export function ownPage(visit: OwnVisit, { path, query = '', title, body, faults = [], scripts, back, status, ownHeading }: OwnView): Answer {
  const { language, web, hidden, own } = visit
  const { record } = own
  const whole = html`${faults.length > 0 && errorSummary({ title: ownPagesWords[language].errorTitle, errors: faults.map(({ field, text }) => ({ text, href: `#${field}` })) })}
${ownHeading !== true && html`<h1 class="govuk-heading-l">${title}</h1>`}${body}`
  const document = visit.page({
    title, error: faults.length > 0, body: whole, path: path + query, navigation: ownMenu(language, path), scripts: scripts ?? ['submit-once.js'], back,
    ...signedInFrame(own, web.policy.session.idle, `${record.givenNames} ${record.surnames}`, hidden),
  })
  return { document, status: status ?? (faults.length > 0 ? 422 : 200) }
}

/** The session is over, by this request or another. */
export function sessionEnded({ web, reply, request }: Visit): Answer {
  web.cookies.erase(reply, 'session')
  return { to: signInFor(request.url) }
}

/** A form of ours: with the token, and without the browser's own checks, whose words we do not choose. */
export function form(visit: Visit, path: string, content: Content): Html {
  return html`<form method="post" action="${path}" novalidate>${visit.hidden}${content}</form>`
}

export function paragraphs(...lines: readonly Content[]): Html {
  return html`${lines.map((line) => html`<p class="govuk-body">${line}</p>`)}`
}

export function faultAt(faults: readonly Fault[], field: string): string | undefined {
  return faults.find((fault) => fault.field === field)?.text
}
