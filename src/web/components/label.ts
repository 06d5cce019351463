import { attributes, classes, html, type AttributeValues, type Content, type Html } from '../html.ts'

export type Size = 's' | 'm' | 'l'

export type LabelOptions = {
  text: Content
  for?: string | undefined
  size?: Size | undefined
  /** Puts the label into the h1 of a page that asks one thing only. */
  isPageHeading?: boolean | undefined
  classes?: string | undefined
  attributes?: AttributeValues | undefined
}

export function label(options: LabelOptions): Html {
  const names = classes('govuk-label', options.size && `govuk-label--${options.size}`, options.classes)
  const element = html`<label class="${names}"${attributes({ ...options.attributes, for: options.for })}>${options.text}</label>`
  return options.isPageHeading ? html`<h1 class="govuk-label-wrapper">${element}</h1>` : element
}
