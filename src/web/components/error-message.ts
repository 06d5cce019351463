import { attributes, classes, html, type AttributeValues, type Content, type Html } from '../html.ts'

export type ErrorMessageOptions = {
  text: Content
  id?: string | undefined
  /** Read aloud before the message. "Error" is the same word in Spanish and in English; '' leaves it out. */
  prefix?: string | undefined
  classes?: string | undefined
  attributes?: AttributeValues | undefined
}

export function errorMessage(options: ErrorMessageOptions): Html {
  const prefix = options.prefix ?? 'Error'
  const names = classes('govuk-error-message', options.classes)
  const hidden = prefix !== '' && html`<span class="govuk-visually-hidden">${prefix}:</span> `
  return html`<p${attributes({ id: options.id })} class="${names}"${attributes(options.attributes ?? {})}>${hidden}${options.text}</p>`
}
