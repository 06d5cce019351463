/**
 * /buscar: which page of the site does it. By POST, so that what is typed, perhaps a cédula by mistake, stands in no address and no log
 * (ID-3); it changes nothing, so its form needs no token and the pages with it give no cookie. Held by test/web/search.test.ts.
 */
import { button } from '../../components/button.ts'
import { errorSummary } from '../../components/error-summary.ts'
import { input } from '../../components/input.ts'
import { html, type Html } from '../../html.ts'
import { languages, type Language } from '../../language.ts'
import { portalWords, type Service } from '../../texts/portal-words.ts'
import { searchKeywords, searchWords } from '../../texts/search-words.ts'
import type { Answer, Visit } from '../../web.ts'
import { cards } from './cards.ts'
import { find, findable, type Findable } from './find.ts'
import { audiences, mainMenu, servicesPath } from './menu.ts'

export const searchPath = '/buscar'

type Listed = Service & { readonly href: string }

/** Every page that can be found, once, in the order of the lists. */
function listed(language: Language): readonly Listed[] {
  const { audiences: lists } = portalWords[language]
  const services = audiences.flatMap((audience) => lists[audience].groups.flatMap(({ services }) => services))
  const all = [...services, ...searchWords[language].pages].filter((each): each is Listed => each.href !== undefined)
  return all.filter(({ href }, at) => all.findIndex((other) => other.href === href) === at)
}

/** The words of every language for one page: who reads English may know it by its Spanish name. */
const entries: Readonly<Record<Language, readonly (Findable & { readonly page: Listed })[]>> = { es: entriesIn('es'), en: entriesIn('en') }

function entriesIn(language: Language): readonly (Findable & { readonly page: Listed })[] {
  return listed(language).map((page) => {
    const versions = languages.flatMap((each) => listed(each).filter(({ href }) => href === page.href))
    return { page, ...findable(versions.map(({ name }) => name), searchKeywords[page.href] ?? [], versions.map(({ about }) => about)) }
  })
}

/** The box alone, for any page. */
export function searchForm(language: Language, typed = '', error?: string): Html {
  const words = searchWords[language]
  const field = input({ name: 'buscar', label: words.label, labelSize: 's', hint: words.hint, type: 'search', autocomplete: 'off', value: typed, error, spellcheck: false })
  return html`<search><form method="post" action="${searchPath}" novalidate>${field}${button({ text: words.submit, kind: 'secondary' })}</form></search>`
}

export const showSearch = (visit: Visit): Answer => page(visit, '', null)

export function submitSearch(visit: Visit): Answer {
  const typed = visit.form.text('buscar').slice(0, 200)
  const words = searchWords[visit.language]
  if (typed.trim() === '') return page(visit, '', null, words.empty)
  return page(visit, typed, looksLikeNumber(typed) ? numberBody(visit) : results(visit, typed))
}

/** A cédula, a code of a foreigner or a telephone; a receipt or certificate is no shorter. */
function looksLikeNumber(typed: string): boolean {
  return (typed.match(/\d/g)?.length ?? 0) >= 6
}

function results({ language }: Visit, typed: string): Html {
  const words = searchWords[language]
  const found = find(entries[language], typed).map(({ page }) => page)
  if (found.length > 0) return html`<p class="govuk-body" role="status">${words.found(found.length)}</p>${cards(found)}`
  const { title, items, all, help } = words.nothing
  return html`<h2 class="govuk-heading-m">${title}</h2><ul class="govuk-list govuk-list--bullet">${items.map((item) => html`<li>${item}</li>`)}</ul>
<p class="govuk-body"><a class="govuk-link" href="${servicesPath('afiliados')}">${all}</a></p><p class="govuk-body"><a class="govuk-link" href="/ayuda">${help}</a></p>`
}

function numberBody({ language }: Visit): Html {
  const { title, text } = searchWords[language].number
  const asking = ['/clave', '/ingresar', '/desbloquear', '/comprobar', '/certificado']
  return html`<h2 class="govuk-heading-m">${title}</h2><p class="govuk-body">${text}</p>${cards(listed(language).filter(({ href }) => asking.includes(href)))}`
}

function page(visit: Visit, typed: string, below: Html | null, error?: string): Answer {
  const { language } = visit
  const words = searchWords[language]
  const body = html`${error !== undefined && errorSummary({ title: words.errorTitle, errors: [{ text: error, href: '#buscar' }] })}<h1 class="govuk-heading-l">${words.title}</h1>${searchForm(language, typed, error)}${below}`
  const document = visit.page({ title: words.title, error: error !== undefined, body, navigation: mainMenu(language, searchPath), path: searchPath, ...(below && { typed: { buscar: typed } }) })
  return { document, status: error === undefined ? 200 : 422 }
}
