/** /desbloquear and its wait: the number and the robot check, as in journey 1. Nothing that is looked up is shown (UNLOCK-2). */
import { beginUnlock, ripenUnlock } from '../../../app/unlock.ts'
import { clockTime } from '../../../domain/calendar.ts'
import { readIdentifier } from '../../../domain/identifier.ts'
import { assertNever, hour, second } from '../../../domain/types.ts'
import { button } from '../../components/button.ts'
import { input } from '../../components/input.ts'
import { robotCheck } from '../../components/robot-check.ts'
import { html } from '../../html.ts'
import { robotProofOf } from '../../robot-proof.ts'
import { firstKeyWords } from '../../texts/first-key-words.ts'
import { identifierWords } from '../../texts/identifier-words.ts'
import { layoutWords } from '../../texts/layout-words.ts'
import { unlockWords } from '../../texts/unlock-words.ts'
import type { Answer, Visit } from '../../web.ts'
import { faultAt, form, paragraphs, type Fault } from '../first-key/frame.ts'
import { challengePath } from '../first-key/identify.ts'
import { paths, unlockPage, unlockPath, type UnlockVisit } from './frame.ts'

export function showBegin(visit: Visit): Answer {
  return page(visit, [])
}

export async function submitBegin(visit: Visit): Promise<Answer> {
  const { web, form: sent, language } = visit
  const read = readIdentifier(sent.text('cedula'), web.policy.identifier.foreignerCode)
  const faults: Fault[] = read.ok ? [] : [{ field: 'cedula', text: identifierWords[language][read.problem] }]
  if (sent.text('robot') === '') faults.push({ field: 'robot', text: firstKeyWords[language].identify.robot.missing })
  if (!read.ok || faults.length > 0) return page(visit, faults)
  const begun = await beginUnlock(web.deps, read.identifier, await robotProofOf(visit), language, visit.origin, web.cookies.read(visit.request, 'link'))
  switch (begun.is) {
    case 'asked':
    case 'waiting':
      web.cookies.write(visit.reply, 'unlock', begun.journeyId)
      return { to: begun.is === 'asked' ? paths.mail : paths.wait }
    case 'too-many':
      return tooMany(visit)
    default:
      return assertNever(begun)
  }
}

/** GET /desbloquear/espera: goes on by itself once the ticket is ripe. */
export async function showWait(visit: UnlockVisit): Promise<Answer> {
  const left = await ripenUnlock(visit.web.deps, visit.unlocking, visit.web.cookies.read(visit.request, 'link'))
  if (left <= 0) return { to: paths.mail }
  const { wait: words } = firstKeyWords[visit.language].identify
  const seconds = Math.ceil(left / second)
  const body = html`${paragraphs(words.text(seconds), words.why)}${button({ text: words.action, href: paths.wait })}`
  return unlockPage(visit, { path: paths.wait, title: words.title, body, headers: { refresh: `${seconds + 1}; url=${paths.wait}` }, scripts: [] }) // as src/web/journeys/first-key/frame.ts does, and why
}

function page(visit: Visit, faults: readonly Fault[]): Answer {
  const words = unlockWords[visit.language]
  const { robot } = firstKeyWords[visit.language].identify
  const fields = html`${input({
    name: 'cedula', label: words.number.label, hint: words.number.hint, value: visit.form.text('cedula'), error: faultAt(faults, 'cedula'),
    autocomplete: 'username', spellcheck: false, autocapitalize: 'characters', width: 20,
  })}${robotCheck({
    label: robot.label, hint: robot.hint, error: faultAt(faults, 'robot'), challengePath, workerUrl: visit.web.robotWorker, words: layoutWords[visit.language].robot,
  })}${button({ text: words.submit, preventDoubleClick: true })}`
  const body = html`${paragraphs(...words.lead)}${form(visit, unlockPath, fields)}
<p class="govuk-body">${words.other.text} <a class="govuk-link" href="/clave">${words.other.link}</a></p>`
  return unlockPage(visit, { path: unlockPath, title: words.title, body, faults, scripts: ['robot.js', 'submit-once.js'] })
}

async function tooMany(visit: Visit): Promise<Answer> {
  const { tooMany: words } = firstKeyWords[visit.language].identify
  const now = await visit.web.deps.store.now()
  const body = html`${paragraphs(...words.text(clockTime(now + hour, visit.web.policy.timeZone)))}${button({ text: words.action, href: unlockPath })}`
  return unlockPage(visit, { path: unlockPath, title: words.title, body, status: 429, headers: { 'retry-after': '60' } })
}
