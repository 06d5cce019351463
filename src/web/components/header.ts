import { html, raw, type Content, type Html } from '../html.ts'
import { languageNavigation, type LanguageItem } from './language-navigation.ts'

export type HeaderOptions = {
  institution: string
  service: string
  homeHref: string
  languageLabel: string
  languages: readonly LanguageItem[]
  /** Who is signed in and the form that signs out, on the right. */
  account?: Content
}

/** The mark of the project, a key in a shield: ours, so that no institution's emblem is borrowed. */
const mark = raw(
  '<svg class="clave-header__mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">' +
    '<path d="M20 2 35 7v12c0 9-6 15-15 19C11 34 5 28 5 19V7z" fill="none" stroke="currentColor" stroke-width="2.5"/>' +
    '<circle cx="20" cy="15" r="4.5" fill="none" stroke="currentColor" stroke-width="3"/>' +
    '<path d="M20 19v11m0-4h4.5" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round"/></svg>',
)

export function header(options: HeaderOptions): Html {
  const languages = languageNavigation({
    label: options.languageLabel,
    items: options.languages,
    classes: 'clave-header__languages',
  })
  return html`<header class="clave-header"><div class="govuk-width-container clave-header__bar">
<a class="clave-header__home" href="${options.homeHref}">${mark}<span class="clave-header__names"><span class="clave-header__service">${options.service}</span>
<span class="clave-header__institution">${options.institution}</span></span></a>
${languages}</div></header>${options.account}`
}
