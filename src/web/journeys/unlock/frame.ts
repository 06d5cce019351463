/** What the pages of "Desbloquear clave" have in common: where they are, faults first, and which journey the browser has. */
import { openUnlock, type UnlockJourney } from '../../../app/unlock.ts'
import { unlockStep, unlockStepNamed, type UnlockStepName } from '../../../domain/unlock.ts'
import { button } from '../../components/button.ts'
import { errorSummary } from '../../components/error-summary.ts'
import { html, type Content } from '../../html.ts'
import { unlockWords } from '../../texts/unlock-words.ts'
import type { Answer, Page, Visit } from '../../web.ts'
import { paragraphs, type Fault } from '../first-key/frame.ts'

const pathOf = (name: UnlockStepName): string => unlockStepNamed(name).path

export const unlockPath = pathOf('begin')
/** `link` belongs to no step: a mail is opened in any browser. */
export const paths = { wait: pathOf('wait'), mail: pathOf('mail'), done: pathOf('done'), resend: `${pathOf('mail')}/otra-vez`, link: `${unlockPath}/enlace` } as const

export interface UnlockVisit extends Visit { readonly unlocking: UnlockJourney }

interface View extends Pick<Page, 'scripts'> {
  readonly path: string
  readonly title: string
  readonly body: Content
  readonly faults?: readonly Fault[]
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** The heading stands in the body. */
  readonly ownHeading?: boolean
}

export function unlockPage(visit: Visit, { path, title, body: content, faults = [], status, headers, ownHeading, ...rest }: View): Answer {
  const words = unlockWords[visit.language]
  const body = html`${faults.length > 0 && errorSummary({ title: words.errorTitle, errors: faults.map(({ field, text }) => ({ text, href: `#${field}` })) })}
${ownHeading !== true && html`<h1 class="govuk-heading-l">${title}</h1>`}${content}`
  const document = visit.page({ title, error: faults.length > 0, body, path, ...rest, scripts: rest.scripts ?? ['submit-once.js'] })
  return { document, status: status ?? (faults.length > 0 ? 422 : 200), ...(headers ? { headers } : {}) }
}

export async function journeyHere({ web, request }: Visit): Promise<UnlockJourney | null> {
  const id = web.cookies.read(request, 'unlock')
  return id === undefined ? null : openUnlock(web.deps, id)
}

/** Every page of the journey is for one step of it; whoever is elsewhere is led there. */
export async function atStep(visit: Visit, name: UnlockStepName, show: (visit: UnlockVisit) => Answer | Promise<Answer>): Promise<Answer> {
  const unlocking = await journeyHere(visit)
  if (!unlocking) return endedPage(visit)
  const now = unlockStep(unlocking.facts)
  if (now.name !== name) return { to: now.path }
  return show(Object.defineProperties({ unlocking } as UnlockVisit, Object.getOwnPropertyDescriptors(visit)))
}

function endedPage(visit: Visit): Answer {
  const { ended: words } = unlockWords[visit.language]
  return unlockPage(visit, { path: unlockPath, title: words.title, body: html`${paragraphs(words.text)}${button({ text: words.action, href: unlockPath })}`, status: 409 })
}
