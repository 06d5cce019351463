/** /mi-clave/preguntas: three new questions and a new figure, which is then found again (BANK-1). No answer is ever written into a page (BANK-2). */
import { keepNewBank, replaceBank } from '../../../app/replace-bank.ts'
import { personalQuestions, refuseAnswers, type AnswerRefusal } from '../../../domain/bank.ts'
import { assertNever } from '../../../domain/types.ts'
import { button } from '../../components/button.ts'
import { figureGrid } from '../../components/figure-grid.ts'
import { input } from '../../components/input.ts'
import { insetText } from '../../components/inset-text.ts'
import { select } from '../../components/select.ts'
import { Busy } from '../../faults.ts'
import { isFigureCode, type FigureCode } from '../../figures.ts'
import { html, type Content, type Html } from '../../html.ts'
import { noticeAsked } from '../../notice.ts'
import { firstKeyWords } from '../../texts/first-key-words.ts'
import { ownPagesWords } from '../../texts/my-key/own-pages-words.ts'
import { questionsWords } from '../../texts/my-key/questions-words.ts'
import type { Answer } from '../../web.ts'
import { figureOrder, type FigurePage } from '../first-key/figure-order.ts'
import { keyGivenNotice, withFreshKey } from './confirm.ts'
import { ownPaths } from './menu.ts'
import { faultAt, form, ownPage, paragraphs, type Fault, type OwnVisit } from './own-page.ts'

export const figurePath = `${ownPaths.questions}/figura`
const replacedNotice = 'cambiadas'

export const showQuestions = (visit: OwnVisit): Promise<Answer> => {
  if (noticeAsked(visit) === replacedNotice) return Promise.resolve(replacedPage(visit))
  return withFreshKey(visit, 'questions', async () => page(visit, [], []))
}

export const submitQuestions = (visit: OwnVisit): Promise<Answer> => withFreshKey(visit, 'questions', async () => {
  const chosen = places(visit).map((at) => visit.form.text(`pregunta-${at}`))
  const answers = chosen.map((question, at) => ({ question, answer: visit.form.text(`respuesta-${at + 1}`) }))
  const figure = visit.form.text('figura')
  // Everything that is missing at once, so that nobody types three answers again for each of them.
  if (!isFigureCode(figure)) return page(visit, chosen, [...faultsOf(visit, refuseAnswers(answers, visit.web.policy.bank, visit.web.deps.commonAnswers)), { field: 'figura', text: questionsWords[visit.language].figure.missing }])
  const kept = await keepNewBank(visit.web.deps, visit.own, answers, figure)
  switch (kept.is) {
    case 'kept': return { to: figurePath }
    case 'refused': return page(visit, chosen, faultsOf(visit, kept.refusals))
    case 'busy': throw new Busy()
    default: return assertNever(kept)
  }
})

export const showFigureAgain = (visit: OwnVisit): Promise<Answer> => withFreshKey(visit, 'questions', async () => againPage(visit, []))

export const submitFigureAgain = (visit: OwnVisit): Promise<Answer> => withFreshKey(visit, 'questions', async () => {
  const { figureAgain: words } = firstKeyWords[visit.language].bank
  const figure = visit.form.text('figura')
  if (!isFigureCode(figure)) return againPage(visit, [{ field: 'figura', text: words.missing }])
  const replaced = await replaceBank(visit.web.deps, visit.own, figure, visit.language, visit.origin)
  switch (replaced) {
    case 'replaced': return { to: `${ownPaths.questions}?aviso=${replacedNotice}` }
    case 'another-figure': return againPage(visit, [{ field: 'figura', text: words.wrong }])
    case 'nothing-kept': return { to: ownPaths.questions }
    case 'busy': throw new Busy()
    default: return assertNever(replaced)
  }
})

const places = ({ web }: OwnVisit): readonly number[] => Array.from({ length: web.policy.bank.questions }, (_, at) => at + 1)

function faultsOf({ language, web }: OwnVisit, refusals: readonly (AnswerRefusal | null)[]): readonly Fault[] {
  const { refusals: words } = firstKeyWords[language].bank.personal
  return refusals.flatMap((refusal, at) => {
    if (refusal === null) return []
    const aboutQuestion = refusal === 'unknown-question' || refusal === 'repeated-question'
    return [{ field: `${aboutQuestion ? 'pregunta' : 'respuesta'}-${at + 1}`, text: words[refusal](at + 1, web.policy.bank.shortestAnswer) }]
  })
}

function page(visit: OwnVisit, chosen: readonly string[], faults: readonly Fault[]): Answer {
  const words = questionsWords[visit.language]
  const { personal } = firstKeyWords[visit.language].bank
  const given = noticeAsked(visit) === keyGivenNotice && insetText({ text: ownPagesWords[visit.language].confirm.given })
  const advice = html`<ul class="govuk-list govuk-list--bullet">${personal.advice.items.map((item) => html`<li>${item}</li>`)}</ul>`
  const fields = html`${places(visit).map((at) => pair(visit, at, chosen[at - 1] ?? '', faults))}${grid(visit, 'choose', words.figure.legend, faults)}${button({ text: words.submit, preventDoubleClick: true })}`
  const body = html`${given}${paragraphs(...words.intro)}${faults.length > 0 && paragraphs(html`<strong>${personal.typeAgain}</strong>`)}${advice}${form(visit, ownPaths.questions, fields)}`
  return ownPage(visit, { path: ownPaths.questions, title: words.title, body, faults })
}

function pair({ language }: OwnVisit, at: number, chosen: string, faults: readonly Fault[]): Html {
  const { personal: words } = firstKeyWords[language].bank
  const items = [{ value: '', text: words.choose }, ...personalQuestions.map((code) => ({ value: code, text: words.questions[code] }))]
  const [question, answer] = [`pregunta-${at}`, `respuesta-${at}`]
  return html`${select({ name: question, label: words.question(at), labelSize: 's', items, value: chosen, error: faultAt(faults, question) })}
${input({ name: answer, label: words.answer(at), hint: words.answerHint, autocomplete: 'off', spellcheck: false, error: faultAt(faults, answer) })}`
}

/** The order follows from the session: a reload changes nothing, and the chosen one never stands in the same place twice. */
function grid({ own, language, web }: OwnVisit, order: FigurePage, legend: string, faults: readonly Fault[], chosen?: FigureCode): Content {
  return figureGrid({
    name: 'figura', language, order: figureOrder(own.idHash, order, chosen), sheetUrl: web.site.asset('figures.svg'), legend, legendSize: 'm', error: faultAt(faults, 'figura'),
  })
}

async function againPage(visit: OwnVisit, faults: readonly Fault[]): Promise<Answer> {
  const kept = await visit.web.deps.store.own.bank.pending(visit.own.idHash)
  if (!kept || !isFigureCode(kept.figure)) return { to: ownPaths.questions }
  const { again: words } = questionsWords[visit.language]
  const { figureAgain } = firstKeyWords[visit.language].bank
  const fields = html`${grid(visit, 'find', figureAgain.legend, faults, kept.figure)}${button({ text: words.submit, preventDoubleClick: true })}`
  const body = html`${paragraphs(words.intro)}${form(visit, figurePath, fields)}<p class="govuk-body"><a class="govuk-link" href="${ownPaths.questions}">${words.back}</a></p>`
  return ownPage(visit, { path: figurePath, title: words.title, body, faults })
}

function replacedPage(visit: OwnVisit): Answer {
  const words = questionsWords[visit.language]
  const body = html`${insetText({ text: words.replaced })}${button({ text: ownPagesWords[visit.language].menu.home, href: ownPaths.home })}`
  return ownPage(visit, { path: ownPaths.questions, title: words.title, body, scripts: [] })
}
