import { attributes, classes, html, type AttributeValues, type Content, type Html } from '../html.ts'
import type { Size } from './label.ts'

export type FieldsetOptions = {
  legend: Content
  body?: Content
  legendSize?: Size | undefined
  /** Puts the legend into the h1 of a page that asks one thing only. */
  isPageHeading?: boolean | undefined
  describedBy?: string | undefined
  role?: string | undefined
  classes?: string | undefined
  attributes?: AttributeValues | undefined
}

export function fieldset(options: FieldsetOptions): Html {
  const names = classes('govuk-fieldset', options.classes)
  const extra = attributes({ role: options.role, 'aria-describedby': options.describedBy, ...options.attributes })
  return html`<fieldset class="${names}"${extra}>${legend(options)}${options.body}</fieldset>`
}

function legend({ legend: text, legendSize, isPageHeading }: FieldsetOptions): Html {
  const names = classes('govuk-fieldset__legend', legendSize && `govuk-fieldset__legend--${legendSize}`)
  return html`<legend class="${names}">${isPageHeading ? html`<h1 class="govuk-fieldset__heading">${text}</h1>` : text}</legend>`
}
