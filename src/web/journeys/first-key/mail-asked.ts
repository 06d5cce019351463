/** Asking for the mail of step 4: only ever by a form that was sent (LINK-2), and not again while one is good. */
import { askForFirstMail, askForMail, confirmingMail, type JourneyMail, type MailAsked } from '../../../app/confirm-address.ts'
import { openJourney, type OpenJourney } from '../../../app/journey.ts'
import { currentStep, stepNamed } from '../../../domain/journey.ts'
import { assertNever } from '../../../domain/types.ts'
import { onward, type StepVisit } from '../../step-routes.ts'
import type { Answer } from '../../web.ts'

/** `?aviso=` values of the pages that wait for a mail. */
export const mailNotices = { resent: 'enviado', limitHour: 'limite-hora', limitDay: 'limite-dia', notUsable: 'otro-contacto' } as const

/** After a step was saved: onward, and when the mail is next, it is sent at once. A form sent twice sends one mail. */
export async function onwardToMail(visit: StepVisit, saved?: OpenJourney): Promise<Answer> {
  const journey = saved ?? (await openJourney(visit.web.deps, visit.journeyId ?? ''))
  if (!journey || currentStep(journey.facts).name !== 'mail') return onward(visit, journey)
  const kind = confirmingMail(journey.facts)
  return answerTo(await askForFirstMail(visit.web.deps, journey, kind), null, kind)
}

/** `notice` is shown when it was queued. */
export async function sendMail(visit: StepVisit, notice: string | null, kind: JourneyMail = confirmingMail(visit.journey.facts)): Promise<Answer> {
  return answerTo(await askForMail(visit.web.deps, visit.journey, kind), notice, kind)
}

function answerTo(asked: MailAsked, notice: string | null, kind: JourneyMail): Answer {
  switch (asked.is) {
    case 'queued':
      return to(kind, notice)
    case 'too-many-for-person':
      return to(kind, mailNotices.limitHour)
    case 'too-many-for-address':
      return to(kind, mailNotices.limitDay)
    case 'no-address':
      return { to: stepNamed(kind === 'vouch' ? 'second-contact' : 'lost-mailbox').path }
    default:
      return assertNever(asked)
  }
}

function to(kind: JourneyMail, notice: string | null): Answer {
  return { to: stepNamed(kind === 'vouch' ? 'second-contact' : 'mail').path + (notice === null ? '' : `?aviso=${notice}`) }
}
