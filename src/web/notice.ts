/** `?aviso=…`: the page says in a sentence why the person was led to it. Only words we know are ever shown. */
import type { Visit } from './web.ts'

export function noticeAsked({ request }: Visit): string | undefined {
  const asked = (request.query as Record<string, unknown> | undefined)?.['aviso']
  return typeof asked === 'string' ? asked : undefined
}
