/**
 * Pages that are the same for everybody but for the token of their form: made once for each language, and kept as the bytes around the
 * place of the token, since measuring and encoding the text takes a third of the time of such a page. Held by test/web/unchanging.test.ts.
 */
import type { SiteStatus } from '../domain/site-status.ts'
import { raw, type Html } from './html.ts'
import type { Language } from './language.ts'
import type { Answer, Visit, Web } from './web.ts'

interface Kept { readonly status: number; readonly parts: readonly Buffer[]; readonly headers: Readonly<Record<string, string>> }

/** Stands in for the hidden field while the page is made; no page of ours holds this sign. */
const place = '\u0001'

/**
 * `show` must depend on nothing but language and installation. Only the plain address of the page is answered from memory: what is behind
 * a question mark may change the page, and an address written in another way would stay in the links of the page for all who come after.
 */
export function unchanging(path: string, show: (visit: Visit) => Answer, status = 200): (visit: Visit) => Answer {
  // By what the site says about itself, too: when that changes, all is made anew.
  const kept = new WeakMap<Web, { readonly status: SiteStatus | undefined; readonly pages: Map<Language, Kept> }>()
  return (visit) => {
    const { web, request, language } = visit
    if (request.url !== path) return show(visit)
    const siteStatus = web.site.status?.()
    const before = kept.get(web)
    const pages = before && before.status === siteStatus ? before.pages : new Map<Language, Kept>()
    if (pages !== before?.pages) kept.set(web, { status: siteStatus, pages })
    const known = pages.get(language)
    if (known) return filled(known, visit)
    const answer = show(withHidden(visit, raw(place)))
    if (!('document' in answer) || (answer.status ?? 200) !== status) throw new Error(`${path} is not a page that stays the same`)
    const made = { status, parts: answer.document.toString().split(place).map((part) => Buffer.from(part)), headers: answer.headers ?? {} }
    pages.set(language, made)
    return filled(made, visit)
  }
}

/** A page without a form gives the browser no token, and so no cookie. */
function filled({ status, parts, headers }: Kept, visit: Visit): Answer {
  if (parts.length === 1) return { kept: parts[0]!, headers, status }
  const hidden = Buffer.from(visit.hidden.toString())
  return { kept: Buffer.concat(parts.flatMap((part, at) => (at === 0 ? [part] : [hidden, part]))), headers, status }
}

function withHidden(visit: Visit, hidden: Html): Visit {
  return Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(visit), hidden: { value: hidden } }) as Visit
}
