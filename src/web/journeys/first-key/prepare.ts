/** /clave/preparar: what comes and what is needed, before an attempt is spent; or why there are no questions, and the other ways. */
import { outlook, showDeck, type Outlook } from '../../../app/proofing.ts'
import { stepNamed } from '../../../domain/journey.ts'
import { assertNever, day } from '../../../domain/types.ts'
import { button } from '../../components/button.ts'
import { insetText } from '../../components/inset-text.ts'
import { warningText } from '../../components/warning-text.ts'
import { html, type Content } from '../../html.ts'
import { momentIn } from '../../moments.ts'
import { noticeAsked } from '../../notice.ts'
import type { StepPage, StepVisit } from '../../step-routes.ts'
import { dayText } from '../../texts/calendar-words.ts'
import { firstKeyWords } from '../../texts/first-key-words.ts'
import type { Answer } from '../../web.ts'
import { bullets, form, paragraphs, stepPage, type StepView } from './frame.ts'

/** `?aviso=` values of this page. */
export const failedNotice = 'respuestas'
export const staleNotice = 'otra-ventana'
export const divertedNotice = 'sin-revisar'

export const prepare: StepPage = {
  name: 'prepare',
  async show(visit) {
    const { outlook: standing, next } = await outlook(visit.web.deps, visit.journey)
    return stepPage(visit, 'prepare', { ...view(visit, standing, next?.questions.length ?? 0), error: noticeAsked(visit) === failedNotice })
  },
  async submit(visit): Promise<Answer> {
    const shown = await showDeck(visit.web.deps, visit.journey, visit.origin)
    return { to: stepNamed(shown.is === 'open' ? 'questions' : 'prepare').path }
  },
}

function view(visit: StepVisit, standing: Outlook, questions: number): StepView {
  const { proofing: words } = firstKeyWords[visit.language]
  const { prepare: own } = words
  const body = (content: Content): Content => html`${verdict(visit)}${content}`
  switch (standing.is) {
    case 'free':
      return { title: own.title, body: body(html`${invitation(visit, standing, questions)}${form(visit, stepNamed('prepare').path, button({ text: own.show, preventDoubleClick: true }))}`) }
    case 'open':
      return { title: own.title, body: body(html`${paragraphs(own.open)}${button({ text: own.resume, href: stepNamed('questions').path })}`) }
    case 'not-askable':
      return { title: words.notAskable.title, body: html`${paragraphs(...words.notAskable.text)}${otherWays(visit)}` }
    case 'diverted':
      return { title: words.diverted.title, body: body(html`${paragraphs(...words.diverted.text)}${contactFirst(visit)}${otherWays(visit)}`) }
    case 'closed-today':
      return { title: words.closedToday.title, body: body(html`${paragraphs(...words.closedToday.text(tomorrow(visit)))}${otherWays(visit)}`) }
    case 'closed':
      return { title: words.closed.title, body: body(html`${paragraphs(...words.closed.text)}${reopening(visit)}${otherWays(visit)}`) }
    default:
      return assertNever(standing)
  }
}

function invitation({ language, web }: StepVisit, { leftToday, leftInAll }: Extract<Outlook, { is: 'free' }>, questions: number): Content {
  const { proofing: { prepare: words }, frame } = firstKeyWords[language]
  const few = leftInAll < web.policy.proofing.inAll
  return html`${few && paragraphs(html`<strong>${words.left(frame.attempts(leftToday), String(leftInAll))}</strong>`)}${paragraphs(words.intro(questions))}
<h2 class="govuk-heading-m">${words.papers.title}</h2>${bullets(words.papers.items)}${paragraphs(words.papers.note)}
<h2 class="govuk-heading-m">${words.rules.title}</h2>${bullets(words.rules.items(String(leftToday), web.policy.proofing.perDay))}`
}

/** What just happened to the answers: PROOF-3, one sentence for whatever was wrong. */
function verdict(visit: StepVisit): Content {
  const { failed, stale, diverted } = firstKeyWords[visit.language].proofing
  switch (noticeAsked(visit)) {
    case failedNotice:
      return html`<div role="alert">${warningText({ text: failed.title, iconText: 'Error:' })}${paragraphs(failed.text)}</div>`
    case staleNotice:
      return paragraphs(stale)
    case divertedNotice:
      return insetText({ text: diverted.notLookedAt })
    default:
      return null
  }
}

/** PROOF-11: offered to everybody alike. */
function contactFirst({ language }: StepVisit): Content {
  const { offer } = firstKeyWords[language].reopen.contactFirst
  return html`<h2 class="govuk-heading-m">${offer.title}</h2>${paragraphs(offer.text)}${button({ text: offer.action, href: stepNamed('reopen').path })}`
}

/** PROOF-9: offered to everybody alike. */
function reopening({ language }: StepVisit): Content {
  const { offer } = firstKeyWords[language].reopen
  return html`${paragraphs(offer.text)}${button({ text: offer.action, href: stepNamed('reopen').path })}`
}

/** PROOF-6: the same ways, in the same words, for everybody who cannot go on here. */
function otherWays({ language }: StepVisit): Content {
  const { otherWays: words } = firstKeyWords[language].frame
  return html`<h2 class="govuk-heading-m">${words.title}</h2>${bullets([words.office, words.number, words.papers])}`
}

function tomorrow({ journey, language, web }: StepVisit): string {
  return dayText(momentIn(web.policy.timeZone, journey.now + day).day, language)
}
