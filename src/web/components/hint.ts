import { attributes, classes, html, type AttributeValues, type Content, type Html } from '../html.ts'

export type HintOptions = {
  text: Content
  id?: string | undefined
  classes?: string | undefined
  attributes?: AttributeValues | undefined
}

export function hint(options: HintOptions): Html {
  const names = classes('govuk-hint', options.classes)
  return html`<div${attributes({ id: options.id })} class="${names}"${attributes(options.attributes ?? {})}>${options.text}</div>`
}
