import { attributes, classes, html, type AttributeValues, type Content, type Html } from '../html.ts'

export type LanguageItem = {
  text: Content
  lang?: string | undefined
  dir?: 'ltr' | 'rtl' | undefined
  /** Left out for the language of this page. */
  href?: string | undefined
  current?: boolean | undefined
  /** The page answered a form: what was typed goes along when the form is sent again, to `href`. */
  typed?: Readonly<Record<string, string>> | undefined
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
  return html`<li class="govuk-language-navigation__list-item">${language.current || language.href === undefined ? here(language) : language.typed ? again(language) : link(language)}</li>`
}

function again({ text, lang, href, typed = {} }: LanguageItem): Html {
  const fields = Object.entries(typed).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)
  return html`<form method="post" action="${href}">${fields}<button type="submit" class="govuk-language-navigation__link clave-header__again" lang="${lang}">${text}</button></form>`
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
