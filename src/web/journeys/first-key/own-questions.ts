/** /clave/mis-preguntas (BANK-3): what is asked and what it costs, then two of the person's own questions and the figure, with one verdict. */
import { answerOwnQuestions, bankStanding, openRound, showOwnQuestions, type BankStanding } from '../../../app/own-questions.ts'
import { stepNamed } from '../../../domain/journey.ts'
import type { PersonalQuestion } from '../../../domain/bank.ts'
import { assertNever, day } from '../../../domain/types.ts'
import { button, buttonGroup } from '../../components/button.ts'
import { figureGrid } from '../../components/figure-grid.ts'
import { input } from '../../components/input.ts'
import { warningText } from '../../components/warning-text.ts'
import { Busy, faultPage } from '../../faults.ts'
import { figureCodes, isFigureCode } from '../../figures.ts'
import { html, type Content } from '../../html.ts'
import { momentIn } from '../../moments.ts'
import { noticeAsked } from '../../notice.ts'
import { signInPath } from '../../session-gate.ts'
import type { StepPage, StepVisit } from '../../step-routes.ts'
import { dayText } from '../../texts/calendar-words.ts'
import { firstKeyWords } from '../../texts/first-key-words.ts'
import type { Answer } from '../../web.ts'
import { bullets, faultAt, form, paragraphs, stepPage, type Fault } from './frame.ts'
import { onwardToMail } from './mail-asked.ts'

const { path } = stepNamed('own-questions')
/** POST: shows the questions, which claims an attempt. */
export const showOwnPath = `${path}/ver`
const wrongNotice = 'respuestas'
const staleNotice = 'otra-ventana'
const longest = 100

type Round = NonNullable<Awaited<ReturnType<typeof openRound>>>

export async function showOwn(visit: StepVisit): Promise<Answer> {
  await showOwnQuestions(visit.web.deps, visit.journey, visit.origin)
  return { to: path }
}

export const ownQuestions: StepPage = {
  name: 'own-questions',
  async show(visit) {
    const round = await openRound(visit.web.deps, visit.journey)
    return round ? page(visit, round, []) : standingPage(visit, await bankStanding(visit.web.deps, visit.journey))
  },
  async submit(visit) {
    const round = await openRound(visit.web.deps, visit.journey)
    if (!round || visit.form.text('intento') !== String(round.round)) return { to: `${path}?aviso=${staleNotice}` }
    const faults = faultsOf(visit, round)
    if (faults.length > 0) return page(visit, round, faults)
    const answers = Object.fromEntries(round.questions.map((code, index) => [code, visit.form.text(`respuesta-${index + 1}`)]))
    const verdict = await answerOwnQuestions(visit.web.deps, visit.journey, { round: round.round, answers, figure: visit.form.text('figura') }, visit.origin)
    switch (verdict) {
      case 'right':
        return onwardToMail(visit)
      case 'wrong':
        return { to: `${path}?aviso=${wrongNotice}` }
      case 'stale':
        return { to: `${path}?aviso=${staleNotice}` }
      case 'busy':
        throw new Busy()
      default:
        return assertNever(verdict)
    }
  },
}

/** Format alone; it costs nothing. */
function faultsOf({ language, form: sent }: StepVisit, { questions }: Round): readonly Fault[] {
  const { missing } = firstKeyWords[language].recovery.own
  const answers = questions.flatMap((_, index) => {
    const at = index + 1
    const text = sent.text(`respuesta-${at}`)
    if (text.trim() === '') return [{ field: `respuesta-${at}`, text: missing.answer(at) }]
    return text.length > longest ? [{ field: `respuesta-${at}`, text: missing.tooLong(at) }] : []
  })
  return isFigureCode(sent.text('figura')) ? answers : [...answers, { field: 'figura', text: missing.figure }]
}

/** Answers and figure are secrets: nothing of what was typed is written back. */
function page(visit: StepVisit, { round, questions }: Round, faults: readonly Fault[]): Answer {
  const { recovery: { own: words }, bank } = firstKeyWords[visit.language]
  const fields = questions.map((code, index) => {
    const name = `respuesta-${index + 1}`
    const label = html`<span class="govuk-caption-m">${words.question(index + 1)}</span> ${bank.personal.questions[code as PersonalQuestion]}`
    return input({ name, label, labelSize: 'm', hint: words.hint, autocomplete: 'off', spellcheck: false, error: faultAt(faults, name) })
  })
  // The order is the person's own and never changes: it can not be drawn again, and tells nothing about the figure (peers 17).
  const grid = figureGrid({
    name: 'figura', language: visit.language, order: visit.web.deps.keyedOrder(visit.journey.person, 'figures', figureCodes),
    sheetUrl: visit.web.site.asset('figures.svg'), legend: words.figure, legendSize: 'm', error: faultAt(faults, 'figura'),
  })
  const content = html`<input type="hidden" name="intento" value="${String(round)}">${fields}${grid}${paragraphs(words.before)}
${buttonGroup(button({ text: words.submit, preventDoubleClick: true }), cannot(visit))}`
  return stepPage(visit, 'own-questions', { title: words.title, body: html`${lastTime(visit)}${form(visit, path, content)}`, faults })
}

function standingPage(visit: StepVisit, standing: BankStanding): Answer {
  const { recovery: { own: words }, frame } = firstKeyWords[visit.language]
  const show = (title: string, content: Content): Answer => stepPage(visit, 'own-questions', { title, body: html`${lastTime(visit)}${content}` })
  switch (standing.is) {
    case 'free': {
      const few = standing.leftInAll < visit.web.policy.proofing.inAll && paragraphs(html`<strong>${words.left(frame.attempts(standing.leftToday), String(standing.leftInAll))}</strong>`)
      const signIn = html`<a class="govuk-link" href="${signInPath}">${frame.signIn}</a>`
      return show(words.title, html`${few}${paragraphs(...words.intro)}${bullets(words.rules)}${form(visit, showOwnPath, buttonGroup(button({ text: words.show, preventDoubleClick: true }), cannot(visit), signIn))}`)
    }
    case 'open': // opened in another window between the two looks
      return { to: path }
    case 'closed-today': {
      const tomorrow = dayText(momentIn(visit.web.policy.timeZone, visit.journey.now + day).day, visit.language)
      return show(words.closedToday.title, html`${paragraphs(words.closedToday.text(tomorrow))}${otherWay(visit)}`)
    }
    case 'closed':
      return show(words.closed.title, html`${paragraphs(words.closed.text)}${otherWay(visit)}`)
    case 'stale':
      return faultPage(visit, 'journey-ended')
    default:
      return assertNever(standing)
  }
}

function cannot({ language }: StepVisit): Content {
  return html`<a class="govuk-link" href="${stepNamed('second-contact').path}">${firstKeyWords[language].recovery.own.cannot}</a>`
}

function otherWay({ language }: StepVisit): Content {
  return button({ text: firstKeyWords[language].recovery.own.cannot, href: stepNamed('second-contact').path })
}

/** What became of the answers sent last: one sentence for whatever was wrong. */
function lastTime(visit: StepVisit): Content {
  const { wrong, stale } = firstKeyWords[visit.language].recovery.own
  switch (noticeAsked(visit)) {
    case wrongNotice:
      return html`<div role="alert">${warningText({ text: wrong.title, iconText: 'Error:' })}${paragraphs(wrong.text)}</div>`
    case staleNotice:
      return paragraphs(stale)
    default:
      return null
  }
}
