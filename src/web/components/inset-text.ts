import { attributes, classes, html, type AttributeValues, type Content, type Html } from '../html.ts'

export type InsetTextOptions = {
  text: Content
  id?: string | undefined
  classes?: string | undefined
  attributes?: AttributeValues | undefined
}

/** A passage set apart: what is needed before one starts, an example, a quotation. */
export function insetText(options: InsetTextOptions): Html {
  const names = classes('govuk-inset-text', options.classes)
  return html`<div${attributes({ id: options.id })} class="${names}"${attributes(options.attributes ?? {})}>${options.text}</div>`
}
