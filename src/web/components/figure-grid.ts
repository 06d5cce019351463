import { figures, type FigureCode } from '../figures.ts'
import { attributes, html, type Html } from '../html.ts'
import type { Language } from '../language.ts'
import { legendedField, type FieldGroupOptions } from './form-group.ts'

export type FigureGridOptions = FieldGroupOptions & {
  name: string
  language: Language
  /** All the figures, in the order to show them: another order each time, so that a place on the screen tells nothing. */
  order: readonly FigureCode[]
  chosen?: FigureCode | undefined
  /** Address of the built sheet, `assets.url('figures.svg')`. */
  sheetUrl: string
}

/**
 * Radios that look like pictures: name and drawing together are the label, arrows move, space chooses. The drawings
 * are one cached file, so the second grid of the journey weighs 1 KB.
 */
export function figureGrid(options: FigureGridOptions): Html {
  const items = options.order.map((code, index) => item(options, code, index === 0 ? options.name : `${options.name}-${index + 1}`))
  return legendedField(options.name, { ...options, groupClasses: 'clave-figures__group' }, html`<div class="clave-figures">${items}</div>`)
}

function item({ name, language, chosen, sheetUrl }: FigureGridOptions, code: FigureCode, id: string): Html {
  const input = attributes({ type: 'radio', id, name, value: code, checked: code === chosen })
  return html`<div class="clave-figures__item"><input class="clave-figures__input"${input}><label class="clave-figures__label" for="${id}">
<svg class="clave-figures__picture" viewBox="0 0 96 96" aria-hidden="true" focusable="false"><use href="${sheetUrl}#${code}"/></svg>${figures[code][language]}</label></div>
`
}
