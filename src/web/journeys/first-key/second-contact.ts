/**
 * /clave/segundo-contacto: a code to the second verified address in place of personal questions and figure; without such an address,
 * the office. A passkey will be one more way here once there are any.
 */
import { waysOnFile } from '../../../app/recovery-ways.ts'
import { stepNamed } from '../../../domain/journey.ts'
import { button } from '../../components/button.ts'
import { html } from '../../html.ts'
import type { StepPage } from '../../step-routes.ts'
import { firstKeyWords } from '../../texts/first-key-words.ts'
import { paragraphs, stepPage } from './frame.ts'
import { resend, resendPathOf, showMail, submitCode, type MailPlace } from './mail-page.ts'

const place: MailPlace = {
  step: 'second-contact',
  kind: () => 'vouch',
  address: ({ language }) => firstKeyWords[language].recovery.onFile.second,
  otherwise: ({ language }) => html`<a class="govuk-link" href="${stepNamed('own-questions').path}">${firstKeyWords[language].recovery.second.back}</a>`,
  undeliverable: ({ language }) => {
    const { undeliverable, second } = firstKeyWords[language].recovery
    return { text: undeliverable, action: button({ text: second.back, href: stepNamed('own-questions').path }) }
  },
  before: ({ language }) => paragraphs(...firstKeyWords[language].recovery.second.before),
}

export const secondContact: StepPage = {
  name: 'second-contact',
  async show(visit) {
    const { second } = await waysOnFile(visit.web.deps, visit.journey)
    if (second) return showMail(visit, place)
    const { none, back } = firstKeyWords[visit.language].recovery.second
    const body = html`${paragraphs(...none.text)}<p class="govuk-body"><a class="govuk-link" href="${stepNamed('own-questions').path}">${back}</a></p>`
    return stepPage(visit, 'second-contact', { title: none.title, body })
  },
  submit: (visit) => submitCode(visit, place),
}

/** POST /clave/segundo-contacto/otra-vez */
export const askSecondPath = resendPathOf(place)
export const askSecond = resend(place)
