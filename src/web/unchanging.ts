/**
 * Pages that are the same for everybody but for the token of their form: made once for each language, and kept as the text around the
 * place of the token. Held by test/web/unchanging.test.ts.
 */
import { raw, type Html } from './html.ts'
import type { Language } from './language.ts'
import type { Answer, Visit, Web } from './web.ts'

/** Stands in for the hidden field while the page is made; no page of ours holds this sign. */
const place = '\u0001'

/**
 * `show` must depend on nothing but language and installation. Only the plain address of the page is answered from memory: what is behind
 * a question mark may change the page, and an address written in another way would stay in the links of the page for all who come after.
 */
export function unchanging(path: string, show: (visit: Visit) => Answer): (visit: Visit) => Answer {
  const kept = new WeakMap<Web, Map<Language, readonly string[]>>()
  return (visit) => {
    const { web, request, language } = visit
    if (request.url !== path) return show(visit)
    const pages = kept.get(web) ?? new Map<Language, readonly string[]>()
    kept.set(web, pages)
    const known = pages.get(language)
    if (known) return { document: filled(known, visit) }
    const answer = show(withHidden(visit, raw(place)))
    if (!('document' in answer) || answer.headers || (answer.status ?? 200) !== 200) return show(visit)
    const parts = answer.document.toString().split(place)
    pages.set(language, parts)
    return { document: filled(parts, visit) }
  }
}

/** A page without a form gives the browser no token, and so no cookie. */
function filled(parts: readonly string[], visit: Visit): Html {
  return raw(parts.length === 1 ? parts[0]! : parts.join(visit.hidden.toString()))
}

function withHidden(visit: Visit, hidden: Html): Visit {
  return Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(visit), hidden: { value: hidden } }) as Visit
}
