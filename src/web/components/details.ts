import { attributes, classes, html, type AttributeValues, type Content, type Html } from '../html.ts'

export type DetailsOptions = {
  summary: Content
  body: Content
  open?: boolean | undefined
  id?: string | undefined
  classes?: string | undefined
  attributes?: AttributeValues | undefined
}

/** Help that only some people need, folded away; native, so it opens without scripts. */
export function details(options: DetailsOptions): Html {
  const own = attributes({
    id: options.id,
    class: classes('govuk-details', options.classes),
    ...options.attributes,
    open: options.open,
  })
  return html`<details${own}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${options.summary}</span></summary>
<div class="govuk-details__text">${options.body}</div></details>`
}
