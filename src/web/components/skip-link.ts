import { attributes, classes, html, type AttributeValues, type Content, type Html } from '../html.ts'

export type SkipLinkOptions = {
  href: string
  text: Content
  classes?: string | undefined
  attributes?: AttributeValues | undefined
}

/** The first stop of the Tab key: past the header, to the content (WCAG 2.4.1). */
export function skipLink(options: SkipLinkOptions): Html {
  const names = classes('govuk-skip-link', options.classes)
  return html`<a href="${options.href}" class="${names}"${attributes(options.attributes ?? {})} data-module="govuk-skip-link">${options.text}</a>`
}
