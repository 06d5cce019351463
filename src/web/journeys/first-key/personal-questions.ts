/** /clave/preguntas-personales: three questions and their answers (BANK-1). Answers are secrets and are never written back into a page. */
import { keepAnswers } from '../../../app/personal-bank.ts'
import { personalQuestions, type AnswerRefusal } from '../../../domain/bank.ts'
import { stepNamed } from '../../../domain/journey.ts'
import { assertNever } from '../../../domain/types.ts'
import { button } from '../../components/button.ts'
import { details } from '../../components/details.ts'
import { input } from '../../components/input.ts'
import { select } from '../../components/select.ts'
import { Busy } from '../../faults.ts'
import { html, type Content } from '../../html.ts'
import type { StepPage, StepVisit } from '../../step-routes.ts'
import { firstKeyWords } from '../../texts/first-key-words.ts'
import type { Answer } from '../../web.ts'
import { bullets, faultAt, form, paragraphs, stepPage, type Fault } from './frame.ts'
import { onwardToMail } from './mail-asked.ts'

export const personalQuestionsStep: StepPage = {
  name: 'personal-questions',
  show: (visit) => page(visit, (visit.journey.facts.answers ?? []).map(({ question }) => question), []),
  async submit(visit) {
    const chosen = places(visit).map((at) => visit.form.text(`pregunta-${at}`))
    const answers = chosen.map((question, index) => ({ question, answer: visit.form.text(`respuesta-${index + 1}`) }))
    const kept = await keepAnswers(visit.web.deps, visit.journey, answers)
    switch (kept.is) {
      case 'kept':
        return onwardToMail(visit, kept.journey)
      case 'refused':
        return page(visit, chosen, faultsOf(visit, kept.refusals))
      case 'busy':
        throw new Busy()
      default:
        return assertNever(kept)
    }
  },
}

const places = ({ web }: StepVisit): readonly number[] => Array.from({ length: web.policy.bank.questions }, (_, index) => index + 1)

function faultsOf({ language, web }: StepVisit, refusals: readonly (AnswerRefusal | null)[]): readonly Fault[] {
  const { refusals: words } = firstKeyWords[language].bank.personal
  return refusals.flatMap((refusal, index) => {
    if (refusal === null) return []
    const aboutQuestion = refusal === 'unknown-question' || refusal === 'repeated-question'
    return [{ field: `${aboutQuestion ? 'pregunta' : 'respuesta'}-${index + 1}`, text: words[refusal](index + 1, web.policy.bank.shortestAnswer) }]
  })
}

function page(visit: StepVisit, chosen: readonly string[], faults: readonly Fault[]): Answer {
  const { personal: words } = firstKeyWords[visit.language].bank
  const advice = details({ summary: words.advice.summary, body: bullets(words.advice.items) })
  const fields = html`${places(visit).map((at) => pair(visit, at, chosen[at - 1] ?? '', faults))}${button({ text: words.submit, preventDoubleClick: true })}`
  const body = html`${paragraphs(...words.intro)}${faults.length > 0 && paragraphs(html`<strong>${words.typeAgain}</strong>`)}${advice}
${form(visit, stepNamed('personal-questions').path, fields)}`
  return stepPage(visit, 'personal-questions', { title: words.title, body, faults, back: 'contacts' })
}

function pair(visit: StepVisit, at: number, chosen: string, faults: readonly Fault[]): Content {
  const { personal: words } = firstKeyWords[visit.language].bank
  const items = [{ value: '', text: words.choose }, ...personalQuestions.map((code) => ({ value: code, text: words.questions[code] }))]
  const [question, answer] = [`pregunta-${at}`, `respuesta-${at}`]
  return html`${select({ name: question, label: words.question(at), labelSize: 's', items, value: chosen, error: faultAt(faults, question) })}
${input({ name: answer, label: words.answer(at), hint: words.answerHint, autocomplete: 'off', spellcheck: false, error: faultAt(faults, answer) })}`
}
