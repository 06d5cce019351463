import { attributes, classes, html, type AttributeValues, type Html } from '../html.ts'
import { labelledField, present, type FieldOptions } from './form-group.ts'

export type SelectItem = {
  value?: string | undefined
  text: string
  selected?: boolean | undefined
  disabled?: boolean | undefined
  attributes?: AttributeValues | undefined
}

export type SelectOptions = FieldOptions & {
  items: readonly SelectItem[]
  value?: string | undefined
  disabled?: boolean | undefined
  classes?: string | undefined
  attributes?: AttributeValues | undefined
}

/** For long lists; up to about seven choices are easier as radios. */
export function select(options: SelectOptions): Html {
  const names = classes('govuk-select', options.classes, present(options.error) && 'govuk-select--error')
  return labelledField(options, (describedBy) => {
    const own = attributes({ disabled: options.disabled, 'aria-describedby': describedBy, ...options.attributes })
    const items = options.items.map((item) => option(item, options.value))
    return html`<select class="${names}" id="${options.id ?? options.name}" name="${options.name}"${own}>${items}</select>`
  })
}

function option(item: SelectItem, chosen: string | undefined): Html {
  const selected = item.selected ?? (chosen !== undefined && chosen !== '' && (item.value ?? item.text) === chosen)
  return html`<option${attributes({ value: item.value, selected, disabled: item.disabled, ...item.attributes })}>${item.text}</option>`
}
