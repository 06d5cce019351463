/** /clave/listo: what was done, when, who was told, what waits, and what to do if it was not the person (NOTICE-1, PROOF-10). */
import { modeOf } from '../../../domain/journey.ts'
import type { Instant } from '../../../domain/types.ts'
import { button } from '../../components/button.ts'
import { panel } from '../../components/panel.ts'
import { summaryList } from '../../components/summary-list.ts'
import { html } from '../../html.ts'
import { momentIn } from '../../moments.ts'
import { signInPath } from '../../session-gate.ts'
import type { StepPage, StepVisit } from '../../step-routes.ts'
import { dayText } from '../../texts/calendar-words.ts'
import { firstKeyWords } from '../../texts/first-key-words.ts'
import { paragraphs, stepPage } from './frame.ts'

export const receipt: StepPage = {
  name: 'receipt',
  show(visit) {
    const { done, contacts, terms } = visit.journey.facts
    if (!done) throw new Error('P-15: the receipt needs what it is about')
    const { finish: { receipt: words }, recovery: { receipt: own }, frame } = firstKeyWords[visit.language]
    const recovered = modeOf(visit.journey.facts) === 'recovery'
    const rows = [
      { key: words.done.what, value: recovered ? own.what : words.done.whatText },
      { key: words.done.when, value: momentText(visit, done.at) },
      ...(recovered ? [{ key: own.ended, value: own.endedText(done.sessionsEnded ?? 0) }] : []),
      { key: words.done.notices, value: html`${recovered ? own.notices(done.notices) : words.done.noticesText(done.notices, contacts?.email ?? '')}${done.texts ? html` ${words.done.textsText(done.texts)}` : null}` },
      { key: words.done.terms, value: terms?.version ?? '' },
    ]
    const until = momentText(visit, done.at + visit.web.policy.notice.repudiation)
    const number = html`${words.number}<br><strong class="clave-code">${inGroups(done.receipt)}</strong>`
    const body = html`${panel({ title: words.title, body: number })}
<h2 class="govuk-heading-m">${words.done.title}</h2>${summaryList({ rows })}
<h2 class="govuk-heading-m">${recovered ? own.probation : words.probation.title}</h2>${paragraphs(...words.probation.text(momentText(visit, done.probationUntil)))}
<h2 class="govuk-heading-m">${words.notMe.title}</h2>${paragraphs(...words.notMe.text(until), words.keep)}
<div class="clave-no-print">${paragraphs(words.next)}${button({ text: frame.signIn, href: signInPath })}</div>`
    return stepPage(visit, 'receipt', { title: words.title, body, ownHeading: true, scripts: [] })
  },
}

function momentText({ web, language }: StepVisit, at: Instant): string {
  const { day, time } = momentIn(web.policy.timeZone, at)
  return `${dayText(day, language)}, ${time} (${language === 'es' ? 'hora de Ecuador' : 'time of Ecuador'})`
}

/** '8f3a 11c0 …', as people read numbers to each other. */
function inGroups(code: string): string {
  return code.toUpperCase().replace(/(.{4})(?=.)/g, '$1 ')
}
