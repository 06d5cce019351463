/** What radios and checkboxes have in common: a list of items, each with its own id, hint and revealed part. */
import { attributes, classes, html, type AttributeValues, type Content, type Html } from '../html.ts'
import { present } from './form-group.ts'
import { hint } from './hint.ts'
import { label } from './label.ts'

export type ChoiceItem = {
  value: string
  text: Content
  hint?: Content
  id?: string | undefined
  /** Only for checkboxes that are facts of their own. */
  name?: string | undefined
  checked?: boolean | undefined
  disabled?: boolean | undefined
  /** Shown below the item. Without scripts it is always visible, so it must make sense unchosen. */
  conditional?: Content
  attributes?: AttributeValues | undefined
}

export type Choice = ChoiceItem | { divider: string }

type ChoiceKind = { kind: 'radios' | 'checkboxes'; type: 'radio' | 'checkbox'; name: string; idPrefix: string; describedBy?: string | undefined }

export function choiceList(kind: ChoiceKind, items: readonly Choice[], chosen: readonly string[]): Html[] {
  return items.map((item, index) => {
    if ('divider' in item) return html`<div class="govuk-${kind.kind}__divider">${item.divider}</div>`
    return choice(kind, item, item.id ?? (index === 0 ? kind.idPrefix : `${kind.idPrefix}-${index + 1}`), chosen)
  })
}

function choice(of: ChoiceKind, item: ChoiceItem, id: string, chosen: readonly string[]): Html {
  const prefix = `govuk-${of.kind}`
  const hintId = present(item.hint) ? `${id}-item-hint` : undefined
  const checked = item.checked ?? chosen.includes(item.value)
  const described = classes(of.describedBy, hintId)
  const own = attributes({
    checked,
    disabled: item.disabled,
    'data-aria-controls': present(item.conditional) && `conditional-${id}`,
    'aria-describedby': described === '' ? undefined : described,
    ...item.attributes,
  })
  return html`<div class="${prefix}__item"><input class="${prefix}__input" id="${id}" name="${item.name ?? of.name}" type="${of.type}" value="${item.value}"${own}>
${label({ text: item.text, for: id, classes: `${prefix}__label` })}
${hintId !== undefined && hint({ id: hintId, text: item.hint, classes: `${prefix}__hint` })}</div>${revealed(prefix, id, item, checked)}`
}

function revealed(prefix: string, id: string, item: ChoiceItem, checked: boolean): Content {
  const names = classes(`${prefix}__conditional`, !checked && `${prefix}__conditional--hidden`)
  return present(item.conditional) && html`<div class="${names}" id="conditional-${id}">${item.conditional}</div>`
}
