/**
 * Routes of journey 1, read from its table (src/domain/journey.ts): the guard stands here once, for every step and method (P-15).
 * A page author gives `show` and, where there is a form, `submit`.
 */
import type { FastifyInstance } from 'fastify'
import { openJourney, type OpenJourney } from '../app/journey.ts'
import { currentStep, guardStep, stepNamed, type StepName } from '../domain/journey.ts'
import { faultPage } from './faults.ts'
import { handling } from './visit.ts'
import type { Answer, Visit, Web } from './web.ts'

export interface StepVisit extends Visit { readonly journey: OpenJourney }

export interface StepPage {
  readonly name: Exclude<StepName, 'identify'>
  /** Must not change anything the person would miss: it may be fetched any number of times. */
  show(visit: StepVisit): Answer | Promise<Answer>
  submit?(visit: StepVisit): Answer | Promise<Answer>
}

/** `?aviso=paso`: the page says that the person was led here, because the page asked for is done or not yet open. */
export const ledHere = 'paso'

export function stepRoutes(app: FastifyInstance, web: Web, page: StepPage): void {
  const { path } = stepNamed(page.name)
  app.get(path, handling(web, (visit) => guarded(visit, page.name, (step) => page.show(step))))
  const { submit } = page
  if (submit) app.post(path, handling(web, (visit) => guarded(visit, page.name, (step) => submit(step))))
}

/** One more form of a step's page, with an address of its own below the step's. */
export function stepPost(app: FastifyInstance, web: Web, name: StepPage['name'], path: string, submit: NonNullable<StepPage['submit']>): void {
  app.post(path, handling(web, (visit) => guarded(visit, name, (step) => submit(step))))
}

/** Where the person goes next, after a step was saved; `saved`, where the step answers it, spares reading the journey again. */
export async function onward(visit: StepVisit, saved?: OpenJourney | null): Promise<Answer> {
  const journey = saved === undefined ? await openJourney(visit.web.deps, visit.journeyId ?? '') : saved
  return { to: journey ? currentStep(journey.facts).path : '/clave' }
}

async function guarded(visit: Visit, name: StepName, handler: (visit: StepVisit) => Answer | Promise<Answer>): Promise<Answer> {
  const journey = visit.journeyId === undefined ? null : await openJourney(visit.web.deps, visit.journeyId)
  if (!journey) return faultPage(visit, 'journey-ended')
  const allowed = guardStep(name, journey.facts)
  if (allowed.go === 'to') return { to: `${allowed.step.path}?aviso=${ledHere}` }
  return handler(Object.defineProperties({ journey } as StepVisit, Object.getOwnPropertyDescriptors(visit)))
}
