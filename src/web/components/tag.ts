import { attributes, classes, html, type AttributeValues, type Content, type Html } from '../html.ts'

export type TagColour = 'grey' | 'green' | 'teal' | 'red' | 'orange' | 'yellow' | 'blue' | 'turquoise' | 'purple' | 'pink' | 'magenta'

export type TagOptions = {
  text: Content
  /** Never the only carrier of the meaning: the word says it too. */
  colour?: TagColour | undefined
  classes?: string | undefined
  attributes?: AttributeValues | undefined
}

/** A state in one word. */
export function tag(options: TagOptions): Html {
  const names = classes('govuk-tag', options.colour && `govuk-tag--${options.colour}`, options.classes)
  return html`<strong class="${names}"${attributes(options.attributes ?? {})}>${options.text}</strong>`
}
