/** One line for each request: the route's pattern, never the address with what is in it, nor who asked (ID-3, M-08). */
import type { FastifyInstance } from 'fastify'

export function requestLog(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({ method: request.method, route: request.routeOptions.url ?? 'unknown', status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10 }, 'answered')
  })
}
