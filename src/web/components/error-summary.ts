import { attributes, classes, html, type AttributeValues, type Content, type Html } from '../html.ts'

export type ErrorSummaryItem = { text: Content; href?: string | undefined; attributes?: AttributeValues | undefined }

export type ErrorSummaryOptions = {
  title: Content
  errors?: readonly ErrorSummaryItem[] | undefined
  description?: Content
  /**
   * The page opens with the focus here, by plain `autofocus`, so that it works without scripts and is read first.
   * Only one element of a page can have it; true when left out.
   */
  takesFocus?: boolean | undefined
  classes?: string | undefined
  attributes?: AttributeValues | undefined
}

/** The list of everything wrong, first in `main`, each line a link to its field. */
export function errorSummary(options: ErrorSummaryOptions): Html {
  const focus = options.takesFocus === false ? {} : { tabindex: -1, autofocus: true }
  const own = attributes({ ...focus, ...options.attributes })
  const description = options.description !== undefined && html`<p>${options.description}</p>`
  return html`<div class="${classes('govuk-error-summary', options.classes)}"${own} data-module="govuk-error-summary"><div role="alert">
<h2 class="govuk-error-summary__title">${options.title}</h2>
<div class="govuk-error-summary__body">${description}${list(options.errors ?? [])}</div></div></div>`
}

function list(errors: readonly ErrorSummaryItem[]): Content {
  return errors.length > 0 && html`<ul class="govuk-list govuk-error-summary__list">${errors.map(line)}</ul>`
}

function line({ href, text, attributes: extra }: ErrorSummaryItem): Html {
  return html`<li>${href === undefined ? text : html`<a href="${href}"${attributes(extra ?? {})}>${text}</a>`}</li>`
}
