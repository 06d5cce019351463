/**
 * Where signing in leads: to the page that was asked for, by its name on a closed list. Only the name goes through address and form, so nothing
 * that somebody writes into a link leads anywhere else (no open redirect). Held by test/web/way-back.test.ts.
 */
import { serviceNames, serviceOf } from '../domain/services.ts'
import { ownPaths } from './own-paths.ts'

/** In address and form. */
export const wayBackField = 'volver'

/** Everything behind the sign-in but the home, to which it leads anyway. */
const pages: ReadonlyMap<string, string> = new Map([
  ...Object.entries(ownPaths).filter(([name]) => name !== 'home'), ...serviceNames.map((name) => [name, serviceOf(name).path] as const),
])

/** '/mi-clave/contactos/correo?x' → 'contacts': steps of a page begin at the page. null: the home. */
export function nameOfPage(url: string): string | null {
  const path = url.split('?')[0] ?? ''
  const found = [...pages].filter(([, page]) => path === page || path.startsWith(`${page}/`)).sort(([, a], [, b]) => b.length - a.length)
  return found[0]?.[0] ?? null
}

/** A name that is on the list, whatever was sent. */
export function knownName(name: unknown): string | null {
  return typeof name === 'string' && pages.has(name) ? name : null
}

export function pathOfPage(name: string | null): string {
  return pages.get(name ?? '') ?? ownPaths.home
}
