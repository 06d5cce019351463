import { attributes, classes, html, type AttributeValues, type Html } from '../html.ts'
import { choiceList, type Choice } from './choices.ts'
import { legendedField, type FieldGroupOptions } from './form-group.ts'

export type RadiosOptions = FieldGroupOptions & {
  name: string
  idPrefix?: string | undefined
  items: readonly Choice[]
  value?: string | undefined
  /** Side by side where there is room: only for two or three short answers. */
  inline?: boolean | undefined
  attributes?: AttributeValues | undefined
}

/** One of several. The first radio has the id `idPrefix`, so that the error summary can link to it. */
export function radios(options: RadiosOptions): Html {
  const idPrefix = options.idPrefix ?? options.name
  const items = choiceList({ kind: 'radios', type: 'radio', name: options.name, idPrefix }, options.items, chosen(options.value))
  const names = classes('govuk-radios', options.inline && 'govuk-radios--inline')
  const list = html`<div class="${names}"${attributes(options.attributes ?? {})} data-module="govuk-radios">${items}</div>`
  return legendedField(idPrefix, options, list)
}

function chosen(value: string | undefined): readonly string[] {
  return value === undefined || value === '' ? [] : [value]
}
