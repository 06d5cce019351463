/** /clave/correo: the mail of step 4, to the address just given or, in recovery, to the verified one on file. */
import { confirmingMail } from '../../../app/confirm-address.ts'
import { modeOf, stepNamed } from '../../../domain/journey.ts'
import { button } from '../../components/button.ts'
import { html } from '../../html.ts'
import type { StepPage, StepVisit } from '../../step-routes.ts'
import { firstKeyWords } from '../../texts/first-key-words.ts'
import type { MailPlace } from './mail-page.ts'
import { resend, resendPathOf, showMail, submitCode } from './mail-page.ts'

const inRecovery = ({ journey }: StepVisit): boolean => modeOf(journey.facts) === 'recovery'

/** As it may stand on a page: what was typed here, or the fixed mask of what is on file (E-05). */
export function addressShown(visit: StepVisit): string {
  const { onFile } = firstKeyWords[visit.language].recovery
  return inRecovery(visit) ? onFile[visit.journey.facts.mailTo ?? 'first'] : (visit.journey.facts.contacts?.email ?? '')
}

const place: MailPlace = {
  step: 'mail',
  kind: ({ journey }) => confirmingMail(journey.facts),
  address: addressShown,
  otherwise(visit) {
    const { mail, recovery } = firstKeyWords[visit.language]
    const [step, text] = inRecovery(visit) ? (['lost-mailbox', recovery.lost.link] as const) : (['contacts', mail.correct] as const)
    return html`<a class="govuk-link" href="${stepNamed(step).path}">${text}</a>`
  },
  undeliverable(visit) {
    const { mail, recovery } = firstKeyWords[visit.language]
    return inRecovery(visit)
      ? { text: recovery.undeliverable, action: button({ text: recovery.lost.link, href: stepNamed('lost-mailbox').path }) }
      : { text: mail.undeliverable.text(addressShown(visit)), action: button({ text: mail.correct, href: stepNamed('contacts').path }) }
  },
}

export const mail: StepPage = { name: 'mail', show: (visit) => showMail(visit, place), submit: (visit) => submitCode(visit, place) }

/** POST /clave/correo/otra-vez */
export const resendPath = resendPathOf(place)
export const resendMail = resend(place)
