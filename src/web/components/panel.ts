import { attributes, classes, html, type AttributeValues, type Content, type Html } from '../html.ts'
import { present } from './form-group.ts'

export type PanelOptions = {
  title: Content
  body?: Content
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined
  classes?: string | undefined
  attributes?: AttributeValues | undefined
}

/** The big confirmation at the end of a journey; its title is the h1 of the page. */
export function panel(options: PanelOptions): Html {
  const level = options.headingLevel ?? 1
  const names = classes('govuk-panel govuk-panel--confirmation', options.classes)
  const body = present(options.body) && html`<div class="govuk-panel__body">${options.body}</div>`
  return html`<div class="${names}"${attributes(options.attributes ?? {})}><h${level} class="govuk-panel__title">${options.title}</h${level}>${body}</div>`
}
