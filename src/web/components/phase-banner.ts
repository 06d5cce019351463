import { attributes, classes, html, type AttributeValues, type Content, type Html } from '../html.ts'
import { tag } from './tag.ts'

export type PhaseBannerOptions = {
  tag: Content
  text: Content
  tagClasses?: string | undefined
  classes?: string | undefined
  attributes?: AttributeValues | undefined
}

/** One line below the header that says what kind of place this is: a demo, a trial. */
export function phaseBanner(options: PhaseBannerOptions): Html {
  const label = tag({ text: options.tag, classes: classes('govuk-phase-banner__content__tag', options.tagClasses) })
  const names = classes('govuk-phase-banner govuk-width-container', options.classes)
  return html`<div class="${names}"${attributes(options.attributes ?? {})}>
<p class="govuk-phase-banner__content">${label} <span class="govuk-phase-banner__text">${options.text}</span></p></div>`
}
