import { attributes, classes, html, raw, type AttributeValues, type Content, type Html } from '../html.ts'

export type ButtonOptions = {
  text: Content
  /** `start` draws the arrow of the first page of a journey. One button without a kind a page: the main one. */
  kind?: 'secondary' | 'warning' | 'inverse' | 'start' | undefined
  /** A link that looks like a button: only for going somewhere, never for doing something. */
  href?: string | undefined
  type?: 'submit' | 'button' | 'reset' | undefined
  name?: string | undefined
  value?: string | undefined
  id?: string | undefined
  disabled?: boolean | undefined
  /** A mark for what must happen once; assets/scripts/submit-once.js guards every form of the page that names it. */
  preventDoubleClick?: boolean | undefined
  classes?: string | undefined
  attributes?: AttributeValues | undefined
}

const arrow = raw(
  '<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40"' +
    ' aria-hidden="true" focusable="false"><path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/></svg>',
)

export function button(options: ButtonOptions): Html {
  const own = attributes({
    class: classes('govuk-button', options.classes, options.kind && `govuk-button--${options.kind}`),
    'data-module': 'govuk-button',
    ...options.attributes,
    id: options.id,
  })
  const content = html`${options.text}${options.kind === 'start' && arrow}`
  if (options.href !== undefined) return html`<a href="${options.href}" role="button" draggable="false"${own}>${content}</a>`
  const acting = attributes({
    type: options.type ?? 'submit',
    value: options.value,
    name: options.name,
    disabled: options.disabled,
    'aria-disabled': options.disabled && 'true',
    'data-prevent-double-click': options.preventDoubleClick === undefined ? undefined : String(options.preventDoubleClick),
  })
  return html`<button${acting}${own}>${content}</button>`
}

/** Buttons and links side by side. */
export function buttonGroup(...members: readonly Content[]): Html {
  return html`<div class="govuk-button-group">${members}</div>`
}
