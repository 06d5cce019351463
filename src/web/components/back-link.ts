import { attributes, classes, html, type AttributeValues, type Content, type Html } from '../html.ts'

export type BackLinkOptions = {
  href: string
  text: Content
  classes?: string | undefined
  attributes?: AttributeValues | undefined
}

export function backLink(options: BackLinkOptions): Html {
  const names = classes('govuk-back-link', options.classes)
  return html`<a href="${options.href}" class="${names}"${attributes(options.attributes ?? {})}>${options.text}</a>`
}
