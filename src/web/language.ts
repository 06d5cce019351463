/** Which of the two languages a page is shown in: asked for on this page, chosen before, preferred by the browser, Spanish. */

export type Language = 'es' | 'en'

export const languages: readonly Language[] = ['es', 'en']
export const languageParameter = 'idioma'
export const languageCookie = 'idioma'

export type LanguageRequest = {
  /** Value of `?idioma=`, as the query gave it. */
  parameter?: unknown
  /** Value of the cookie `idioma`. */
  cookie?: string | undefined
  /** The Accept-Language header. */
  accepted?: string | undefined
}

export function chooseLanguage({ parameter, cookie, accepted }: LanguageRequest): Language {
  return known(parameter) ?? known(cookie) ?? preferred(accepted ?? '') ?? 'es'
}

/** What a switch to this language must be remembered as; undefined when the page did not ask for one. */
export function languageToRemember(parameter: unknown): Language | undefined {
  return known(parameter)
}

/** The address of the same page in a language, for the switch in the header. */
export function inLanguage(path: string, language: Language): string {
  return `${path}${path.includes('?') ? '&' : '?'}${languageParameter}=${language}`
}

function known(value: unknown): Language | undefined {
  return languages.find((language) => language === value)
}

/** The best of `es-EC,es;q=0.9,en;q=0.8` that we speak (RFC 9110 section 12.5.4); q=0 means "not this one". */
function preferred(header: string): Language | undefined {
  let best: { language: Language; quality: number } | undefined
  for (const range of header.slice(0, 200).split(',')) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';')
    const language = known(tag.trim().split('-')[0])
    const quality = Number(parameters.find((parameter) => parameter.trim().startsWith('q='))?.trim().slice(2) ?? 1)
    if (language !== undefined && quality > 0 && quality > (best?.quality ?? 0)) best = { language, quality }
  }
  return best?.language
}
