/** Pages for what is not an answer: unknown addresses, foreign forms, a full queue, our own faults. Neutral, with a way on. */
import type { FastifyError, FastifyInstance } from 'fastify'
import { JourneyEnded } from '../app/journey.ts'
import { button } from './components/button.ts'
import { ForeignForm } from './guard.ts'
import { html, type Html } from './html.ts'
import type { Language } from './language.ts'
import { faultWords, referenceWords, type FaultName } from './texts/fault-words.ts'
import { makeVisit, send } from './visit.ts'
import type { Answer, Visit, Web } from './web.ts'

const statuses: Readonly<Record<FaultName, number>> = {
  'not-found': 404, 'foreign-form': 403, 'journey-ended': 409, busy: 503, 'too-large': 413, broken: 500,
}

/** The queue of slow hashes is full (LOGIN-6). */
export class Busy extends Error {}

export function faultPage(visit: Visit, name: FaultName, reference?: string): Answer {
  const headers = name === 'busy' ? { 'retry-after': '5' } : {}
  return { document: faultDocument(visit, name, reference), status: statuses[name], headers }
}

interface Shell {
  readonly language: Language
  page(options: { title: string; body: Html; path: string; language: Language }): Html
}

/** The page alone, for answers that are made without a visit. */
export function faultDocument({ page, language }: Shell, name: FaultName, reference?: string): Html {
  const words = faultWords[language][name]
  const body = html`<h1 class="govuk-heading-l">${words.title}</h1>${words.body.map((line) => html`<p class="govuk-body">${line}</p>`)}
${reference !== undefined && html`<p class="govuk-body">${referenceWords[language]} <strong>${reference}</strong></p>`}
${button({ text: words.action, href: name === 'journey-ended' ? '/clave' : '/' })}`
  return page({ title: words.title, body, path: '/', language })
}

export function faultPages(app: FastifyInstance, web: Web): void {
  app.setNotFoundHandler((request, reply) => send(reply, faultPage(makeVisit(web, request, reply), 'not-found')))
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const name = nameOf(error)
    // The log tells what broke, never what was typed: message and stack of our own code, no request (ID-3).
    if (name === 'broken') request.log.error({ reference: request.id, fault: error.name, at: error.stack?.split('\n').slice(1, 4) }, 'request failed')
    return send(reply, faultPage(makeVisit(web, request, reply), name, name === 'broken' ? request.id : undefined))
  })
}

function nameOf(error: FastifyError): FaultName {
  if (error instanceof ForeignForm) return 'foreign-form'
  if (error instanceof JourneyEnded) return 'journey-ended'
  if (error instanceof Busy) return 'busy'
  if (error.statusCode === 413) return 'too-large'
  return error.statusCode !== undefined && error.statusCode < 500 ? 'foreign-form' : 'broken'
}
