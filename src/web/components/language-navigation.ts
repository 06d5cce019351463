import { attributes, classes, html, type AttributeValues, type Content, type Html } from '../html.ts'

export type LanguageItem = {
  text: Content
  lang?: string | undefined
  dir?: 'ltr' | 'rtl' | undefined
  /** Left out for the language of this page. */
  href?: string | undefined
  current?: boolean | undefined
  description?: string | undefined
  classes?: string | undefined
  attributes?: AttributeValues | undefined
}

export type LanguageNavigationOptions = {
  label: string
  items: readonly LanguageItem[]
  classes?: string | undefined
  attributes?: AttributeValues | undefined
}

/** Each language by its own name, as a plain link. */
export function languageNavigation(options: LanguageNavigationOptions): Html {
  const names = classes('govuk-language-navigation', options.classes)
  return html`<nav class="${names}"${attributes(options.attributes ?? {})} aria-label="${options.label}"><ul class="govuk-language-navigation__list">${options.items.map(item)}</ul></nav>`
}

function item(language: LanguageItem): Html {
  return html`<li class="govuk-language-navigation__list-item">${language.current || language.href === undefined ? here(language) : link(language)}</li>`
}

function here({ text, lang, dir, classes: names, attributes: extra }: LanguageItem): Html {
  const own = attributes({ class: classes('govuk-language-navigation__text', names), 'aria-current': 'true', lang, dir, ...extra })
  return html`<span${own}>${text}</span>`
}

function link({ text, lang, dir, href, description, classes: names, attributes: extra }: LanguageItem): Html {
  const linkNames = classes('govuk-language-navigation__link', names)
  const own = attributes({ class: linkNames, href, rel: 'alternate', lang, hreflang: lang, dir, ...extra })
  const hidden = description !== undefined && html`<span class="govuk-visually-hidden"> ${description}</span>`
  return html`<a${own}>${text}${hidden}</a>`
}
