/** Makes the visit of a request, and turns what a handler answers into a reply. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { compressed } from './compress.ts'
import { formTokenField } from './form-token.ts'
import { readForm } from './form.ts'
import { html } from './html.ts'
import { chooseLanguage, languageParameter, languageToRemember } from './language.ts'
import { networkOf } from './network.ts'
import { browserFamily } from './user-agent.ts'
import type { Answer, Visit, Web } from './web.ts'

const year = 365 * 24 * 60 * 60

export function makeVisit(web: Web, request: FastifyRequest, reply: FastifyReply): Visit {
  const { cookies, formTokens } = web
  const asked = (request.query as Record<string, unknown> | undefined)?.[languageParameter]
  const remember = languageToRemember(asked)
  if (remember) cookies.write(reply, 'idioma', remember, year)
  const language = chooseLanguage({ parameter: asked, cookie: cookies.read(request, 'idioma'), accepted: request.headers['accept-language'] })
  const sessionId = cookies.read(request, 'session')
  const path = request.url.split('?')[0] ?? '/'
  return {
    web, request, reply, language, sessionId,
    journeyId: cookies.read(request, 'journey'),
    get origin() {
      return { network: networkOf(request.ip), browser: browserFamily(request.headers['user-agent']) }
    },
    form: readForm(request.body),
    get hidden() {
      return html`<input type="hidden" name="${formTokenField}" value="${formTokens.issue(browserOf(web, request, reply), sessionId)}">`
    },
    page: (page) => web.layout({ path, ...page, language }),
  }
}

const fresh = new WeakMap<FastifyRequest, string>()

/** The browser's own id, given when its first form is made; every form of one page has the same. */
function browserOf({ cookies, newBrowserId }: Web, request: FastifyRequest, reply: FastifyReply): string {
  const known = cookies.read(request, 'browser') ?? fresh.get(request)
  if (known !== undefined) return known
  const made = newBrowserId()
  fresh.set(request, made)
  cookies.write(reply, 'browser', made)
  return made
}

export function send(reply: FastifyReply, answer: Answer): FastifyReply {
  if ('to' in answer) return reply.redirect(answer.to, 303)
  if ('file' in answer) return reply.type(answer.type).header('content-disposition', `attachment; filename="${answer.name}"`).send(answer.file)
  if ('kept' in answer) return reply.code(answer.status).headers(answer.headers).type('text/html; charset=utf-8').send(compressed(reply, answer.kept))
  if (answer.headers) reply.headers(answer.headers)
  return reply.code(answer.status ?? 200).type('text/html; charset=utf-8').send(compressed(reply, answer.document.toString()))
}

type Handler = (visit: Visit) => Answer | Promise<Answer>

/** A Fastify handler from an author's. */
export function handling(web: Web, handler: Handler): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply> {
  return async (request, reply) => send(reply, await handler(makeVisit(web, request, reply)))
}
