/** Asking for the mail of step 4: only ever by a form that was sent (LINK-2), and not again while one is good. */
import { askForMail, confirmingMail, mailState, type JourneyMail } from '../../../app/confirm-address.ts'
import { openJourney } from '../../../app/journey.ts'
import { currentStep, stepNamed } from '../../../domain/journey.ts'
import { assertNever } from '../../../domain/types.ts'
import { onward, type StepVisit } from '../../step-routes.ts'
import type { Answer } from '../../web.ts'

/** `?aviso=` values of the pages that wait for a mail. */
export const mailNotices = { resent: 'enviado', limitHour: 'limite-hora', limitDay: 'limite-dia', notUsable: 'otro-contacto' } as const

/** After a step was saved: onward, and when the mail is next, it is sent at once. A form sent twice sends one mail. */
export async function onwardToMail(visit: StepVisit): Promise<Answer> {
  const journey = await openJourney(visit.web.deps, visit.journeyId ?? '')
  if (!journey || currentStep(journey.facts).name !== 'mail') return onward(visit)
  const state = await mailState(visit.web.deps, journey)
  const waiting = state?.is === 'on-its-way' || state?.is === 'good'
  return waiting ? { to: stepNamed('mail').path } : sendMail(visit, null)
}

/** `notice` is shown when it was queued. */
export async function sendMail(visit: StepVisit, notice: string | null, kind: JourneyMail = confirmingMail(visit.journey.facts)): Promise<Answer> {
  const asked = await askForMail(visit.web.deps, visit.journey, kind)
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
