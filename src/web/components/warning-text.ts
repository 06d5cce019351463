import { attributes, classes, html, type AttributeValues, type Content, type Html } from '../html.ts'

export type WarningTextOptions = {
  text: Content
  /** What the exclamation mark says aloud: "Atención", "Warning". */
  iconText: string
  classes?: string | undefined
  attributes?: AttributeValues | undefined
}

/** Something with consequences that cannot be taken back. */
export function warningText(options: WarningTextOptions): Html {
  const names = classes('govuk-warning-text', options.classes)
  return html`<div class="${names}"${attributes(options.attributes ?? {})}><span class="govuk-warning-text__icon" aria-hidden="true">!</span>
<strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">${options.iconText}</span> ${options.text}</strong></div>`
}
