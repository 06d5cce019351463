/**
 * How a mail of the journey stands, the code, and another mail (LINK-1…6). Shown any number of times, it sends nothing. /clave/correo
 * waits for the mail of step 4, /clave/segundo-contacto for the code to the second contact.
 */
import { mailState, useCode, type Confirmed, type JourneyMail } from '../../../app/confirm-address.ts'
import { clockTime } from '../../../domain/calendar.ts'
import { stepNamed } from '../../../domain/journey.ts'
import type { LinkState } from '../../../domain/link.ts'
import { assertNever, day, hour } from '../../../domain/types.ts'
import { button, buttonGroup } from '../../components/button.ts'
import { input } from '../../components/input.ts'
import { html, type Content } from '../../html.ts'
import { noticeAsked } from '../../notice.ts'
import { onward, type StepVisit } from '../../step-routes.ts'
import { firstKeyWords } from '../../texts/first-key-words.ts'
import type { Answer } from '../../web.ts'
import { faultAt, form, paragraphs, stepPage, type Fault, type StepView } from './frame.ts'
import { mailNotices, onwardToMail, sendMail } from './mail-asked.ts'

const refreshSeconds = 4

/** One page that waits for a mail. */
export interface MailPlace {
  readonly step: 'mail' | 'second-contact'
  kind(visit: StepVisit): JourneyMail
  /** The address as it may be shown, in the middle of a sentence. */
  address(visit: StepVisit): string
  /** The link for who cannot use that address. */
  otherwise(visit: StepVisit): Content
  /** What else to do when the mail server refused the address. */
  undeliverable(visit: StepVisit): { readonly text: string; readonly action: Content }
  /** Above the button that asks for the first mail. */
  before?(visit: StepVisit): Content
}

export const resendPathOf = ({ step }: MailPlace): string => `${stepNamed(step).path}/otra-vez`

export const resend = (place: MailPlace) => async (visit: StepVisit): Promise<Answer> => {
  const first = (await mailState(visit.web.deps, visit.journey, place.kind(visit))) === null
  return sendMail(visit, first ? null : mailNotices.resent, place.kind(visit))
}

export async function showMail(visit: StepVisit, place: MailPlace): Promise<Answer> {
  return page(visit, place, await mailState(visit.web.deps, visit.journey, place.kind(visit)), [])
}

export async function submitCode(visit: StepVisit, place: MailPlace): Promise<Answer> {
  const { code: words } = firstKeyWords[visit.language].mail
  const typed = visit.form.text('codigo').replace(/[\s\u00ad\u200b\u2010-\u2015.-]+/g, '')
  const kind = place.kind(visit)
  // Anything but eight digits is a slip, and costs none of the five tries (LINK-3).
  if (!/^\d{8}$/.test(typed)) return page(visit, place, await mailState(visit.web.deps, visit.journey, kind), [{ field: 'codigo', text: words.malformed }])
  return answerTo(visit, place, await useCode(visit.web.deps, visit.journey, typed, kind))
}

async function answerTo(visit: StepVisit, place: MailPlace, confirmed: Confirmed): Promise<Answer> {
  const { code: words } = firstKeyWords[visit.language].mail
  switch (confirmed.is) {
    case 'confirmed':
      return place.step === 'mail' ? onward(visit) : onwardToMail(visit)
    case 'wrong-code': {
      const state = await mailState(visit.web.deps, visit.journey, place.kind(visit))
      return page(visit, place, state, confirmed.triesLeft > 0 ? [{ field: 'codigo', text: words.wrong(confirmed.triesLeft) }] : [])
    }
    case 'not-usable':
      return { to: `${stepNamed(place.step).path}?aviso=${mailNotices.notUsable}` }
    case 'not-good':
    case 'unknown':
      return { to: stepNamed(place.step).path } // the page itself says what became of the mail
    default:
      return assertNever(confirmed)
  }
}

function page(visit: StepVisit, place: MailPlace, state: LinkState | null, faults: readonly Fault[]): Answer {
  const view = viewOf(visit, place, state, faults)
  return stepPage(visit, place.step, { notice: notice(visit), ...view, ...(state?.is === 'good' ? { faults } : {}) })
}

function viewOf(visit: StepVisit, place: MailPlace, state: LinkState | null, faults: readonly Fault[]): StepView {
  const { mail: words } = firstKeyWords[visit.language]
  const path = stepNamed(place.step).path
  const address = place.address(visit)
  const again = (text: Content): Content => html`${paragraphs(text)}${resendForm(visit, place, words.resend.submit)}`
  const ask = html`${place.before?.(visit)}${paragraphs(words.ask.text(address))}${resendForm(visit, place, words.ask.submit)}`
  switch (state?.is) {
    case undefined:
    case 'used': // for another address, before the contacts were given anew
      return { title: words.title, body: ask }
    case 'superseded':
      return { title: words.title, body: html`${paragraphs(words.superseded)}${ask}` }
    case 'on-its-way':
      return {
        title: words.title, refreshAfter: refreshSeconds,
        body: html`${paragraphs(words.onItsWay.text(address))}${demoHint(visit)}${buttonGroup(button({ text: words.onItsWay.action, href: path }), place.otherwise(visit))}`,
      }
    case 'good':
      return { title: words.title, body: goodBody(visit, place, state.until, faults) }
    case 'expired':
      return { title: words.expired.title, body: again(words.expired.text(clockTime(state.at, visit.web.policy.timeZone))) }
    case 'tries-used-up':
      return { title: words.triesUsedUp.title, body: again(words.triesUsedUp.text) }
    case 'undeliverable': {
      const { text, action } = place.undeliverable(visit)
      const resent = form(visit, resendPathOf(place), button({ text: words.resend.submit, preventDoubleClick: true, kind: 'secondary' }))
      return { title: words.undeliverable.title, body: html`${paragraphs(text)}${action}${resent}` }
    }
    default:
      return assertNever(state)
  }
}

function goodBody(visit: StepVisit, place: MailPlace, until: number, faults: readonly Fault[]): Content {
  const { mail: words } = firstKeyWords[visit.language]
  const field = input({
    name: 'codigo', label: words.code.label, labelSize: 'm', hint: words.code.hint, autocomplete: 'one-time-code', inputmode: 'numeric', width: 10,
    spellcheck: false, value: visit.form.text('codigo'), error: faultAt(faults, 'codigo'),
  })
  return html`${paragraphs(html`${words.good.sent(place.address(visit))} ${words.good.link}`, html`<strong>${words.good.until(clockTime(until, visit.web.policy.timeZone))}</strong>`)}
${demoHint(visit)}${form(visit, stepNamed(place.step).path, html`${field}${button({ text: words.code.submit, preventDoubleClick: true })}`)}
<h2 class="govuk-heading-m">${words.resend.title}</h2>${paragraphs(words.good.look, words.resend.text)}
${resendForm(visit, place, words.resend.submit, 'secondary')}`
}

function resendForm(visit: StepVisit, place: MailPlace, text: string, kind?: 'secondary'): Content {
  return form(visit, resendPathOf(place), buttonGroup(button({ text, preventDoubleClick: true, kind }), place.otherwise(visit)))
}

function demoHint({ web, language }: StepVisit): Content {
  return web.site.demo && paragraphs(html`${firstKeyWords[language].mail.good.demo} <a class="govuk-link" href="/demo/correo">/demo/correo</a>`)
}

function notice(visit: StepVisit): string | undefined {
  const { mail: words } = firstKeyWords[visit.language]
  const clock = (at: number): string => clockTime(at, visit.web.policy.timeZone)
  switch (noticeAsked(visit)) {
    case mailNotices.resent:
      return words.resent
    case mailNotices.limitHour:
      return words.limitHour(clock(visit.journey.now + hour))
    case mailNotices.limitDay:
      return words.limitDay(clock(visit.journey.now + day))
    case mailNotices.notUsable:
      return words.notUsable
    default:
      return undefined
  }
}
