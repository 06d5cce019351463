import { attributes, classes, html, type AttributeValues, type Content, type Html } from '../html.ts'
import { labelledField, present, type FieldOptions } from './form-group.ts'

export type InputOptions = FieldOptions & {
  /** Asked for on every field (WCAG 1.3.5): the purpose as HTML names it, 'off', or null where none fits. */
  autocomplete: string | null
  value?: string | number | undefined
  type?: 'text' | 'email' | 'tel' | 'search' | 'password' | 'number' | undefined
  inputmode?: 'numeric' | 'decimal' | 'email' | 'tel' | 'text' | 'search' | undefined
  /** About how many characters the box shows. */
  width?: 2 | 4 | 5 | 10 | 20 | undefined
  prefix?: Content
  suffix?: Content
  spellcheck?: boolean | undefined
  autocapitalize?: 'none' | 'sentences' | 'words' | 'characters' | undefined
  pattern?: string | undefined
  disabled?: boolean | undefined
  classes?: string | undefined
  attributes?: AttributeValues | undefined
}

/** One line of text. */
export function input(options: InputOptions): Html {
  return labelledField(options, (describedBy) => wrapped(options, control(options, describedBy)))
}

function control(options: InputOptions, describedBy: string | undefined): Html {
  const width = options.width && `govuk-input--width-${options.width}`
  const own = attributes({
    class: classes('govuk-input', width, options.classes, present(options.error) && 'govuk-input--error'),
    id: options.id ?? options.name,
    name: options.name,
    type: options.type ?? 'text',
    spellcheck: options.spellcheck === undefined ? undefined : String(options.spellcheck),
    value: options.value,
    disabled: options.disabled,
    'aria-describedby': describedBy,
    autocomplete: options.autocomplete,
    autocapitalize: options.autocapitalize,
    pattern: options.pattern,
    inputmode: options.inputmode,
  })
  return html`<input${own}${attributes(options.attributes ?? {})}>`
}

function wrapped({ prefix, suffix }: InputOptions, element: Html): Html {
  if (!present(prefix) && !present(suffix)) return element
  return html`<div class="govuk-input__wrapper">${affix('prefix', prefix)}${element}${affix('suffix', suffix)}</div>`
}

/** Hidden from screen readers: the label must already say what the sign means. */
function affix(kind: 'prefix' | 'suffix', text: Content): Content {
  return present(text) && html`<div class="govuk-input__${kind}" aria-hidden="true">${text}</div>`
}
