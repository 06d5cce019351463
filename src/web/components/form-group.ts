/**
 * The frame of every field: label or legend, hint, error, control, tied together by id.
 * A field cannot be made without its label, because its type asks for one.
 */
import { attributes, classes, html, type AttributeValues, type Content, type Html } from '../html.ts'
import { errorMessage } from './error-message.ts'
import { fieldset } from './fieldset.ts'
import { hint } from './hint.ts'
import { label, type Size } from './label.ts'

type Described = {
  hint?: Content
  /** The sentence that says what is wrong and how to put it right; also marks the field as wrong. */
  error?: Content
  /** Ids of further text that describes the field, such as a paragraph above it. */
  describedBy?: string | undefined
  groupClasses?: string | undefined
  groupAttributes?: AttributeValues | undefined
}

/** A single control with a label. */
export type FieldOptions = Described & {
  name: string
  /** The name, when left out; the error summary links to `#id`. */
  id?: string | undefined
  label: Content
  labelSize?: Size | undefined
  isPageHeading?: boolean | undefined
}

/** Several controls under one legend. */
export type FieldGroupOptions = Described & {
  legend: Content
  legendSize?: Size | undefined
  isPageHeading?: boolean | undefined
  fieldsetClasses?: string | undefined
}

export function labelledField(options: FieldOptions, control: (describedBy: string | undefined) => Content): Html {
  const id = options.id ?? options.name
  const { label: text, labelSize: size, isPageHeading } = options
  return group(options, html`${label({ text, size, isPageHeading, for: id })}${notes(id, options)}${control(describedBy(id, options))}`)
}

export function legendedField(id: string, options: FieldGroupOptions & { role?: string }, controls: Content): Html {
  const { legend, legendSize, isPageHeading, role } = options
  const body = html`${notes(id, options)}${controls}`
  const described = describedBy(id, options)
  const names = options.fieldsetClasses
  return group(options, fieldset({ legend, legendSize, isPageHeading, role, describedBy: described, classes: names, body }))
}

/** Whether there is anything to show, so that an empty hint leaves no empty element behind. */
export function present(content: Content): boolean {
  return content !== undefined && content !== null && content !== false && content !== ''
}

export function describedBy(id: string, options: Described): string | undefined {
  const ids = classes(options.describedBy, present(options.hint) && `${id}-hint`, present(options.error) && `${id}-error`)
  return ids === '' ? undefined : ids
}

/** Hint and error, in this order, with the ids that `describedBy` names. */
export function notes(id: string, options: Described): readonly Content[] {
  return [
    present(options.hint) && hint({ id: `${id}-hint`, text: options.hint }),
    present(options.error) && errorMessage({ id: `${id}-error`, text: options.error }),
  ]
}

export function group(options: Described, body: Content): Html {
  const names = classes('govuk-form-group', present(options.error) && 'govuk-form-group--error', options.groupClasses)
  return html`<div class="${names}"${attributes(options.groupAttributes ?? {})}>${body}</div>`
}
