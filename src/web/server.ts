/** The server: plugins, hooks and routes put together. It never listens, so that tests inject requests. */
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import type { Socket } from 'node:net'
import fastify, { LogController, type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { answerBadAddress, answerBrokenRequest } from './broken-requests.ts'
import { faultPages } from './faults.ts'
import { guard } from './guard.ts'
import type { Web } from './web.ts'

export interface ServerOptions {
  readonly web: Web
  /** Each adds routes; see src/web/journeys. */
  readonly routes: readonly ((app: FastifyInstance, web: Web) => void | Promise<void>)[]
  readonly logger: FastifyServerOptions['loggerInstance'] | false
  /** Whose X-Forwarded-For is believed. */
  readonly trustProxy: FastifyServerOptions['trustProxy']
}

/** No route has a JSON schema. Given none of ours, Fastify would load its compilers, a twelfth of every start. */
function noSchemas(): never {
  throw new Error('routes of this program have no JSON schema')
}

export async function buildServer({ web, routes, logger, trustProxy }: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    // Not a logger of its own for each request: what a line needs of the request it names itself.
    ...(logger ? { loggerInstance: logger, childLoggerFactory: (parent) => parent } : { logger: false }),
    trustProxy: trustProxy ?? false,
    logController: new LogController({ disableRequestLogging: true }), // src/web/request-log.ts writes one line without addresses or numbers (ID-3)
    bodyLimit: 64 * 1024,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    routerOptions: { maxParamLength: 64 },
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
    http: { headersTimeout: 10_000 },
    frameworkErrors: (_error, request, reply) => void answerBadAddress(web, reply, request),
    clientErrorHandler: (error, socket) => answerBrokenRequest(web, error, socket as Socket),
  }) as FastifyInstance
  await app.register(cookie)
  await app.register(formbody)
  guard(app, web)
  faultPages(app, web)
  for (const route of routes) await route(app, web)
  return app
}
