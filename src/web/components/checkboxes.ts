import { attributes, html, type AttributeValues, type Content, type Html } from '../html.ts'
import { choiceList, type Choice } from './choices.ts'
import { describedBy, group, legendedField, notes, type FieldGroupOptions } from './form-group.ts'

type Common = {
  name: string
  idPrefix?: string | undefined
  items: readonly Choice[]
  values?: readonly string[] | undefined
  attributes?: AttributeValues | undefined
}

export type CheckboxesOptions = Common & FieldGroupOptions
/** One box (consent, robot check) needs no legend: its own label says it all, and carries hint and error. */
export type SingleCheckboxOptions = Common & Omit<FieldGroupOptions, 'legend' | 'legendSize' | 'isPageHeading' | 'fieldsetClasses'>

/** Any number of several. */
export function checkboxes(options: CheckboxesOptions): Html {
  return legendedField(options.idPrefix ?? options.name, options, list(options, undefined))
}

export function singleCheckbox(options: SingleCheckboxOptions): Html {
  const id = options.idPrefix ?? options.name
  return group(options, [...notes(id, options), list(options, describedBy(id, options))])
}

function list(options: Common, described: string | undefined): Content {
  const idPrefix = options.idPrefix ?? options.name
  const kind = { kind: 'checkboxes', type: 'checkbox', name: options.name, idPrefix, describedBy: described } as const
  const items = choiceList(kind, options.items, options.values ?? [])
  return html`<div class="govuk-checkboxes"${attributes(options.attributes ?? {})} data-module="govuk-checkboxes">${items}</div>`
}
