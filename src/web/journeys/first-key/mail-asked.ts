/** Asking for the mail of step 4: only ever by a form that was sent (LINK-2), and not again while one is good. */
import { askForFirstMail, askForMail, type MailAsked } from '../../../app/confirm-address.ts'
import { openJourney } from '../../../app/journey.ts'
import { currentStep, stepNamed } from '../../../domain/journey.ts'
import { assertNever } from '../../../domain/types.ts'
import { onward, type StepVisit } from '../../step-routes.ts'
import type { Answer } from '../../web.ts'

/** `?aviso=` values of /clave/correo. */
export const mailNotices = { resent: 'enviado', limitHour: 'limite-hora', limitDay: 'limite-dia' } as const

/** After a step was saved: onward, and when the mail is next, it is sent at once. A form sent twice sends one mail. */
export async function onwardToMail(visit: StepVisit): Promise<Answer> {
  const journey = await openJourney(visit.web.deps, visit.journeyId ?? '')
  if (!journey || currentStep(journey.facts).name !== 'mail') return onward(visit)
  return answerTo(await askForFirstMail(visit.web.deps, journey), null)
}

/** The button of /clave/correo. */
export async function sendAgain(visit: StepVisit): Promise<Answer> {
  return answerTo(await askForMail(visit.web.deps, visit.journey), mailNotices.resent)
}

/** `notice` is shown when it was queued. */
function answerTo(asked: MailAsked, notice: string | null): Answer {
  switch (asked.is) {
    case 'queued':
      return to(notice)
    case 'too-many-for-person':
      return to(mailNotices.limitHour)
    case 'too-many-for-address':
      return to(mailNotices.limitDay)
    default:
      return assertNever(asked)
  }
}

function to(notice: string | null): Answer {
  return { to: stepNamed('mail').path + (notice === null ? '' : `?aviso=${notice}`) }
}
