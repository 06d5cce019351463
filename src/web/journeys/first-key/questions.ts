/** /clave/preguntas: birth date and the deck on the table. Format errors cost nothing; the answers get one verdict (PROOF-1, PROOF-3). */
import { answerDeck, isDiverted, openDeck } from '../../../app/proofing.ts'
import { localDay } from '../../../domain/calendar.ts'
import { stepNamed } from '../../../domain/journey.ts'
import { assertNever } from '../../../domain/types.ts'
import { checkFormat } from '../../../questions/format.ts'
import { none, type Deck, type Question } from '../../../questions/question.ts'
import { button } from '../../components/button.ts'
import { dateInput } from '../../components/date-input.ts'
import { input, type InputOptions } from '../../components/input.ts'
import { radios } from '../../components/radios.ts'
import { html, type Content } from '../../html.ts'
import { onward, type StepPage, type StepVisit } from '../../step-routes.ts'
import { firstKeyWords } from '../../texts/first-key-words.ts'
import { questionsWords, wordsFor } from '../../texts/questions-words.ts'
import type { Answer } from '../../web.ts'
import { readBirthDate, type BirthDateProblem, type ReadBirthDate } from './birth-date.ts'
import { faultAt, form, paragraphs, stepPage, type Fault } from './frame.ts'
import { divertedNotice, failedNotice, staleNotice } from './prepare.ts'

type Open = { readonly attempt: number; readonly deck: Deck }

const prepared = (notice?: string): Answer => ({ to: stepNamed('prepare').path + (notice === undefined ? '' : `?aviso=${notice}`) })

export const questions: StepPage = {
  name: 'questions',
  async show(visit) {
    if (isDiverted(visit.web.deps, visit.journey)) return prepared()
    const open = await openDeck(visit.web.deps, visit.journey)
    return open ? page(visit, open, []) : prepared()
  },
  async submit(visit) {
    if (isDiverted(visit.web.deps, visit.journey)) return prepared(divertedNotice)
    const open = await openDeck(visit.web.deps, visit.journey)
    if (!open || visit.form.text('intento') !== String(open.attempt)) return prepared(staleNotice)
    const birthDate = birthDateOf(visit)
    const faults = faultsOf(visit, open.deck, birthDate)
    if (!birthDate.ok || faults.length > 0) return page(visit, open, faults)
    const answers = Object.fromEntries(open.deck.questions.map(({ id }) => [id, visit.form.text(id)]))
    const verdict = await answerDeck(visit.web.deps, visit.journey, { attempt: open.attempt, birthDate: birthDate.day, answers }, visit.origin)
    switch (verdict.is) {
      case 'passed':
        return onward(visit)
      case 'failed':
        return prepared(failedNotice)
      case 'diverted':
        return prepared(divertedNotice)
      case 'stale':
        return prepared(staleNotice)
      default:
        return assertNever(verdict)
    }
  },
}

function birthDateOf({ form: sent, journey, web }: StepVisit): ReadBirthDate {
  const typed = { day: sent.text('nacimiento-day'), month: sent.text('nacimiento-month'), year: sent.text('nacimiento-year') }
  return readBirthDate(typed, localDay(journey.now, web.policy.timeZone))
}

function faultsOf(visit: StepVisit, deck: Deck, birthDate: ReadBirthDate): readonly Fault[] {
  const { problems, number, empty } = firstKeyWords[visit.language].proofing.questions
  const { faults: words } = questionsWords[visit.language]
  const faults: Fault[] = birthDate.ok ? [] : [{ field: firstWrongBox(birthDate.problem, visit), text: problems[birthDate.problem] }]
  deck.questions.forEach((question, at) => {
    const checked = checkFormat(question, visit.form.text(question.id), visit.web.policy.questions.amountTolerance < 99)
    if (checked.ok) return
    const says = checked.fault === 'empty' ? empty[question.input === 'choice' ? 'choice' : 'typed'] : words[checked.fault]
    faults.push({ field: fieldOf(question), text: `${number(at + 1, deck.questions.length)}. ${says}` })
  })
  return faults
}

/** The box the summary's link leads to. */
function firstWrongBox(problem: BirthDateProblem, { form: sent }: StepVisit): string {
  if (problem === 'short-year' || problem === 'too-old') return 'nacimiento-year'
  const empty = problem === 'incomplete' && (['day', 'month', 'year'] as const).find((part) => !/^\s*\d+\s*$/.test(sent.text(`nacimiento-${part}`)))
  return `nacimiento-${empty || 'day'}`
}

/** An id without signs that style sheets and scripts would read as something else. */
const fieldOf = ({ id }: Question): string => `r-${id.replace(/[^a-z0-9]+/gi, '-')}`

function page(visit: StepVisit, { attempt, deck }: Open, faults: readonly Fault[]): Answer {
  const { questions: words } = firstKeyWords[visit.language].proofing
  const { form: sent } = visit
  const fields = html`<input type="hidden" name="intento" value="${String(attempt)}">${dateInput({
    id: 'nacimiento', namePrefix: 'nacimiento', legend: words.birthDate.legend, legendSize: 'm', hint: words.birthDate.hint, words: words.birthDate.parts,
    birthDate: true, error: faults.find(({ field }) => field.startsWith('nacimiento'))?.text,
    values: { day: sent.text('nacimiento-day'), month: sent.text('nacimiento-month'), year: sent.text('nacimiento-year') },
  })}${deck.questions.map((question, at) => field(visit, question, words.number(at + 1, deck.questions.length), faults))}
${paragraphs(words.before)}${button({ text: words.submit, preventDoubleClick: true })}`
  const body = html`${paragraphs(words.intro)}${form(visit, stepNamed('questions').path, fields)}`
  return stepPage(visit, 'questions', { title: words.title, body, faults, back: 'prepare' })
}

function field(visit: StepVisit, question: Question, number: string, faults: readonly Fault[]): Content {
  const { text, hint, format } = wordsFor(question, visit.language)
  const id = fieldOf(question)
  const label = html`<span class="govuk-caption-m">${number}</span> ${text}`
  const notes = html`${hint} ${format}`
  const [value, error] = [visit.form.text(question.id), faultAt(faults, id)]
  if (question.input === 'choice') {
    const items = [...question.options.map(({ code, label: name }) => ({ value: code, text: name })), { value: none, text: questionsWords[visit.language].none }]
    return radios({ name: question.id, idPrefix: id, legend: label, legendSize: 'm', hint: notes, items, value, error })
  }
  return input({ name: question.id, id, label, labelSize: 'm', hint: notes, value, error, ...typing[question.input] })
}

const typing: Readonly<Record<Exclude<Question['input'], 'choice'>, Pick<InputOptions, 'autocomplete' | 'inputmode' | 'width' | 'prefix' | 'spellcheck'>>> = {
  amount: { autocomplete: 'off', inputmode: 'decimal', width: 10, prefix: '$' },
  month: { autocomplete: 'off', width: 10 },
  number: { autocomplete: 'off', inputmode: 'numeric', width: 5 },
  name: { autocomplete: 'off', spellcheck: false },
}
