/** /clave/reabrir (PROOF-9): the same page, words and answers for every number, known or not. */
import { askToReopen, reopenByCode } from '../../../app/reopen.ts'
import { isDiverted } from '../../../app/proofing.ts'
import { clockTime } from '../../../domain/calendar.ts'
import { stepNamed } from '../../../domain/journey.ts'
import { button, buttonGroup } from '../../components/button.ts'
import { input } from '../../components/input.ts'
import { html, type Content } from '../../html.ts'
import { onward, type StepPage, type StepVisit } from '../../step-routes.ts'
import { firstKeyWords } from '../../texts/first-key-words.ts'
import type { Answer } from '../../web.ts'
import { faultAt, form, paragraphs, stepPage, type Fault } from './frame.ts'

const { path } = stepNamed('reopen')
/** POST: asks for the mail. */
export const askReopenPath = `${path}/pedir`

export const reopen: StepPage = {
  name: 'reopen',
  show: (visit) => page(visit, []),
  async submit(visit) {
    const { reopen: words, mail } = firstKeyWords[visit.language]
    const typed = visit.form.text('codigo').replace(/\D+/g, '')
    if (!/^\d{8}$/.test(typed)) return page(visit, [{ field: 'codigo', text: mail.code.malformed }])
    return (await reopenByCode(visit.web.deps, visit.journey, typed, visit.origin)) ? onward(visit) : page(visit, [{ field: 'codigo', text: words.wrong }])
  },
}

export async function askReopen(visit: StepVisit): Promise<Answer> {
  return (await askToReopen(visit.web.deps, visit.journey)) === 'asked' ? { to: path } : onward(visit)
}

function page(visit: StepVisit, faults: readonly Fault[]): Answer {
  const { reopen: words, frame, recovery } = firstKeyWords[visit.language]
  const { reopenAsked: asked, contactFirst } = visit.journey.facts
  // PROOF-11: by what stands for everybody, never by what is true of the number.
  const own = contactFirst || isDiverted(visit.web.deps, visit.journey) ? { ...words, ...words.contactFirst } : { ...words, again: words.again.text }
  const ask = (text: string, kind?: 'secondary'): Content =>
    form(visit, askReopenPath, buttonGroup(button({ text, preventDoubleClick: true, kind }), html`<a class="govuk-link" href="${stepNamed('prepare').path}">${words.back}</a>`))
  const body = asked === undefined
    ? html`${paragraphs(...own.before)}${ask(words.ask)}`
    : html`${paragraphs(...words.asked(clockTime(asked + visit.web.policy.link.lifetime, visit.web.policy.timeZone)))}${codeForm(visit, faults)}
<h2 class="govuk-heading-m">${words.again.title}</h2>${paragraphs(own.again)}${ask(words.again.submit, 'secondary')}
<h2 class="govuk-heading-m">${recovery.lost.office.title}</h2>${paragraphs(frame.otherWays.office)}`
  return stepPage(visit, 'reopen', { title: own.title, body, faults })
}

function codeForm(visit: StepVisit, faults: readonly Fault[]): Content {
  const { mail: { code: words } } = firstKeyWords[visit.language]
  const field = input({
    name: 'codigo', label: words.label, labelSize: 'm', hint: words.hint, autocomplete: 'one-time-code', inputmode: 'numeric', width: 10,
    spellcheck: false, value: visit.form.text('codigo'), error: faultAt(faults, 'codigo'),
  })
  return form(visit, path, html`${field}${button({ text: words.submit, preventDoubleClick: true })}`)
}
