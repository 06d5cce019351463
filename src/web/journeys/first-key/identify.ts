/** /clave: the number and the robot check. Nothing that is looked up is shown (PROOF-7). */
import { identify } from '../../../app/identify.ts'
import { openJourney } from '../../../app/journey.ts'
import { clockTime } from '../../../domain/calendar.ts'
import { readIdentifier } from '../../../domain/identifier.ts'
import { currentStep, stepNamed } from '../../../domain/journey.ts'
import { assertNever, hour } from '../../../domain/types.ts'
import { button } from '../../components/button.ts'
import { input } from '../../components/input.ts'
import { insetText } from '../../components/inset-text.ts'
import { robotCheck } from '../../components/robot-check.ts'
import { html, type Content } from '../../html.ts'
import { robotProofOf } from '../../robot-proof.ts'
import { firstKeyWords } from '../../texts/first-key-words.ts'
import { layoutWords } from '../../texts/layout-words.ts'
import { unchanging } from '../../unchanging.ts'
import type { Answer, Visit } from '../../web.ts'
import { faultAt, form, paragraphs, stepPage, type Fault } from './frame.ts'

export const challengePath = '/robot/reto'
const path = stepNamed('identify').path

export async function showIdentify(visit: Visit): Promise<Answer> {
  const open = await openHere(visit)
  return open ? page(visit, open) : blank(visit)
}

const blank = unchanging(path, (visit) => page(visit, null))

export async function submitIdentify(visit: Visit): Promise<Answer> {
  const { web, form: sent } = visit
  const words = firstKeyWords[visit.language].identify
  const read = readIdentifier(sent.text('cedula'), web.policy.identifier.foreignerCode)
  const faults: Fault[] = read.ok ? [] : [{ field: 'cedula', text: words.problems[read.problem] }]
  if (sent.text('robot') === '') faults.push({ field: 'robot', text: words.robot.missing })
  if (!read.ok || faults.length > 0) return page(visit, null, faults)
  const found = await identify(web.deps, read.identifier, await robotProofOf(visit), visit.language, visit.origin)
  switch (found.is) {
    case 'started':
    case 'waiting':
      web.cookies.write(visit.reply, 'journey', found.journeyId)
      return { to: stepNamed(found.is === 'started' ? 'prepare' : 'wait').path }
    case 'too-many':
      return tooMany(visit)
    default:
      return assertNever(found)
  }
}

function page(visit: Visit, open: Content, faults: readonly Fault[] = []): Answer {
  const words = firstKeyWords[visit.language].identify
  const fields = html`${input({
    name: 'cedula', label: words.number.label, hint: words.number.hint, value: visit.form.text('cedula'), error: faultAt(faults, 'cedula'),
    // Password managers keep it as the name that goes with the key made five steps later.
    autocomplete: 'username', inputmode: 'numeric', spellcheck: false, autocapitalize: 'characters', width: 20,
  })}${robotCheck({
    label: words.robot.label, hint: words.robot.hint, error: faultAt(faults, 'robot'), challengePath, workerUrl: visit.web.robotWorker,
    words: layoutWords[visit.language].robot,
  })}${button({ text: words.submit, preventDoubleClick: true })}`
  const body = html`${paragraphs(...words.lead)}${open}${form(visit, path, fields)}`
  return stepPage(visit, 'identify', { title: words.title, body, faults, scripts: ['robot.js', 'submit-once.js'] })
}

/** What this browser began and did not end; a shared computer shows no more than that there is one. */
async function openHere({ web, journeyId, language }: Visit): Promise<Content> {
  const journey = journeyId === undefined ? null : await openJourney(web.deps, journeyId)
  if (!journey) return null
  const { open } = firstKeyWords[language].identify
  const [text, action] = journey.facts.done ? [open.done, open.receipt] : [open.text, open.action]
  return insetText({ text: html`${text} <a class="govuk-link" href="${currentStep(journey.facts).path}">${action}</a>` })
}

async function tooMany(visit: Visit): Promise<Answer> {
  const { identify: { tooMany: words }, frame } = firstKeyWords[visit.language]
  const now = await visit.web.deps.store.now()
  const body = html`${paragraphs(...words.text(clockTime(now + hour, visit.web.policy.timeZone)))}
${button({ text: words.action, href: path })}${paragraphs(frame.otherWays.office)}`
  return stepPage(visit, 'identify', { title: words.title, body, status: 429, headers: { 'retry-after': '60' } })
}
