/** What every page of the journey looks like: faults first, progress, heading, why one was led here, the way back. */
import { currentStep, stepNamed, type StepName } from '../../../domain/journey.ts'
import { errorSummary } from '../../components/error-summary.ts'
import { insetText } from '../../components/inset-text.ts'
import { progress } from '../../components/progress.ts'
import { html, type Content, type Html } from '../../html.ts'
import { noticeAsked } from '../../notice.ts'
import { ledHere, type StepVisit } from '../../step-routes.ts'
import { firstKeyWords } from '../../texts/first-key-words.ts'
import type { Answer, Page, Visit } from '../../web.ts'

/** Something to put right. `field` is the id of the control it is about, without '#'. */
export interface Fault { readonly field: string; readonly text: string }

export interface StepView {
  readonly title: string
  readonly body: Content
  readonly faults?: readonly Fault[]
  /** The previous page, when one can go back to it. */
  readonly back?: StepName
  /** Something went wrong that no field can put right: said first in the title. */
  readonly error?: boolean
  /** A sentence above the body, beside the one for who was led here. */
  readonly notice?: string | undefined
  readonly scripts?: Page['scripts']
  /** The page asks for itself again after so many seconds: there is nothing on it to type. */
  readonly refreshAfter?: number
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** Its own heading stands in the body (the receipt's panel). */
  readonly ownHeading?: boolean
}

const stages = 6

/** The answer of one page of the journey. With faults it is a page shown again: 422, so that nothing takes it for done. */
export function stepPage(visit: Visit & { readonly journey?: StepVisit['journey'] }, name: StepName, view: StepView): Answer {
  const faults = view.faults ?? []
  const words = firstKeyWords[visit.language].frame
  const { stage, path } = stepNamed(name)
  const body = html`${faults.length > 0 && errorSummary({ title: words.errorTitle, errors: faults.map(({ field, text }) => ({ text, href: `#${field}` })) })}
${progress({ step: stage, of: stages, text: words.step(stage, stages) })}
${view.ownHeading !== true && html`<h1 class="govuk-heading-l">${view.title}</h1>`}
${notices(visit, name, view, faults.length > 0)}${view.body}`
  const document = visit.page({
    title: view.title, error: view.error === true || faults.length > 0, body, path, scripts: view.scripts ?? ['submit-once.js'],
    back: view.back && stepNamed(view.back).path,
  })
  // As a header and not as a meta element, which checkers take for a limit to the person's time; here nobody is asked for anything
  // meanwhile, and the page has a link for who stopped it (WCAG 2.2.1).
  const refresh = view.refreshAfter === undefined ? {} : { refresh: `${view.refreshAfter}; url=${path}` }
  return { document, status: view.status ?? (faults.length > 0 ? 422 : 200), headers: { ...view.headers, ...refresh } }
}

/** What is said above the body; nothing beside a fault, which is more urgent. */
function notices(visit: Visit & { readonly journey?: StepVisit['journey'] }, name: StepName, { notice }: StepView, faulty: boolean): Content {
  if (faulty) return null
  const { frame } = firstKeyWords[visit.language]
  const { gives } = stepNamed(name)
  const facts = visit.journey?.facts
  const already = facts !== undefined && gives !== null && gives !== 'done' && facts[gives] !== undefined
  return [
    noticeAsked(visit) === ledHere && insetText({ text: frame.ledHere }),
    notice !== undefined && insetText({ text: notice }),
    already && insetText({ text: html`${frame.already.text} <a class="govuk-link" href="${currentStep(facts).path}">${frame.already.action}</a>.` }),
  ]
}

/** A form of ours: with the token, and without the browser's own checks, whose words we do not choose. */
export function form(visit: Visit, path: string, content: Content): Html {
  return html`<form method="post" action="${path}" novalidate>${visit.hidden}${content}</form>`
}

export function faultAt(faults: readonly Fault[], field: string): string | undefined {
  return faults.find((fault) => fault.field === field)?.text
}

export function paragraphs(...lines: readonly Content[]): Html {
  return html`${lines.map((line) => html`<p class="govuk-body">${line}</p>`)}`
}

export function bullets(items: readonly Content[]): Html {
  return html`<ul class="govuk-list govuk-list--bullet">${items.map((item) => html`<li>${item}</li>`)}</ul>`
}
