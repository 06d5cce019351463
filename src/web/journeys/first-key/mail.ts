/** /clave/correo: how the mail stands, the code, and another mail (LINK-1…6). Shown any number of times, it sends nothing. */
import { mailState, useCode, type Confirmed } from '../../../app/confirm-address.ts'
import { clockTime } from '../../../domain/calendar.ts'
import { stepNamed } from '../../../domain/journey.ts'
import type { LinkState } from '../../../domain/link.ts'
import { assertNever, day, hour } from '../../../domain/types.ts'
import { button, buttonGroup } from '../../components/button.ts'
import { input } from '../../components/input.ts'
import { html, type Content } from '../../html.ts'
import { noticeAsked } from '../../notice.ts'
import { onward, type StepPage, type StepVisit } from '../../step-routes.ts'
import { firstKeyWords } from '../../texts/first-key-words.ts'
import type { Answer } from '../../web.ts'
import { faultAt, form, paragraphs, stepPage, type Fault, type StepView } from './frame.ts'
import { mailNotices } from './mail-asked.ts'

const { path } = stepNamed('mail')
export const resendPath = `${path}/otra-vez`
const refreshSeconds = 4

export const mail: StepPage = {
  name: 'mail',
  show: async (visit) => page(visit, await mailState(visit.web.deps, visit.journey), []),
  async submit(visit) {
    const { code: words } = firstKeyWords[visit.language].mail
    const typed = visit.form.text('codigo').replace(/[\s\u00ad\u200b\u2010-\u2015.-]+/g, '')
    // Anything but eight digits is a slip, and costs none of the five tries (LINK-3).
    if (!/^\d{8}$/.test(typed)) return page(visit, await mailState(visit.web.deps, visit.journey), [{ field: 'codigo', text: words.malformed }])
    return answerTo(visit, await useCode(visit.web.deps, visit.journey, typed))
  },
}

async function answerTo(visit: StepVisit, confirmed: Confirmed): Promise<Answer> {
  const { code: words } = firstKeyWords[visit.language].mail
  switch (confirmed.is) {
    case 'confirmed':
      return onward(visit)
    case 'wrong-code': {
      const state = await mailState(visit.web.deps, visit.journey)
      return page(visit, state, confirmed.triesLeft > 0 ? [{ field: 'codigo', text: words.wrong(confirmed.triesLeft) }] : [])
    }
    case 'not-good':
    case 'unknown':
      return { to: path } // the page itself says what became of the mail
    default:
      return assertNever(confirmed)
  }
}

function page(visit: StepVisit, state: LinkState | null, faults: readonly Fault[]): Answer {
  const view = viewOf(visit, state, faults)
  return stepPage(visit, 'mail', { notice: notice(visit), ...view, ...(state?.is === 'good' ? { faults } : {}) })
}

function viewOf(visit: StepVisit, state: LinkState | null, faults: readonly Fault[]): StepView {
  const { mail: words } = firstKeyWords[visit.language]
  const address = visit.journey.facts.contacts?.email ?? ''
  const again = (text: Content): Content => html`${paragraphs(text)}${resendForm(visit, words.resend.submit)}`
  switch (state?.is) {
    case undefined:
    case 'used': // for another address, before the contacts were given anew
      return { title: words.title, body: html`${paragraphs(words.ask.text(address))}${resendForm(visit, words.ask.submit)}` }
    case 'superseded':
      return { title: words.title, body: html`${paragraphs(words.superseded, words.ask.text(address))}${resendForm(visit, words.ask.submit)}` }
    case 'on-its-way':
      return {
        title: words.title, refreshAfter: refreshSeconds,
        body: html`${paragraphs(words.onItsWay.text(address))}${demoHint(visit)}${buttonGroup(button({ text: words.onItsWay.action, href: path }), correct(visit))}`,
      }
    case 'good':
      return { title: words.title, body: goodBody(visit, address, state.until, faults) }
    case 'expired':
      return { title: words.expired.title, body: again(words.expired.text(clockTime(state.at, visit.web.policy.timeZone))) }
    case 'tries-used-up':
      return { title: words.triesUsedUp.title, body: again(words.triesUsedUp.text) }
    case 'undeliverable':
      return { title: words.undeliverable.title, body: html`${paragraphs(words.undeliverable.text(address))}${button({ text: words.correct, href: stepNamed('contacts').path })}${form(visit, resendPath, button({ text: words.resend.submit, preventDoubleClick: true, kind: 'secondary' }))}` }
    default:
      return assertNever(state)
  }
}

function goodBody(visit: StepVisit, address: string, until: number, faults: readonly Fault[]): Content {
  const { mail: words } = firstKeyWords[visit.language]
  const field = input({
    name: 'codigo', label: words.code.label, labelSize: 'm', hint: words.code.hint, autocomplete: 'one-time-code', inputmode: 'numeric', width: 10,
    spellcheck: false, value: visit.form.text('codigo'), error: faultAt(faults, 'codigo'),
  })
  return html`${paragraphs(html`${words.good.sent(address)} ${words.good.link}`, html`<strong>${words.good.until(clockTime(until, visit.web.policy.timeZone))}</strong>`)}
${demoHint(visit)}${form(visit, path, html`${field}${button({ text: words.code.submit, preventDoubleClick: true })}`)}
<h2 class="govuk-heading-m">${words.resend.title}</h2>${paragraphs(words.good.look, words.resend.text)}
${resendForm(visit, words.resend.submit, 'secondary')}`
}

function resendForm(visit: StepVisit, text: string, kind?: 'secondary'): Content {
  return form(visit, resendPath, buttonGroup(button({ text, preventDoubleClick: true, kind }), correct(visit)))
}

function correct({ language }: StepVisit): Content {
  return html` <a class="govuk-link" href="${stepNamed('contacts').path}">${firstKeyWords[language].mail.correct}</a>`
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
    default:
      return undefined
  }
}
