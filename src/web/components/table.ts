import { attributes, classes, html, type AttributeValues, type Content, type Html } from '../html.ts'
import type { Size } from './label.ts'

export type TableCell = {
  text: Content
  /** Numbers are set to the right. */
  format?: 'numeric' | undefined
  colspan?: number | undefined
  rowspan?: number | undefined
  classes?: string | undefined
  attributes?: AttributeValues | undefined
}

export type TableOptions = {
  /** What the table shows: a table without it cannot be told from the next one by ear. */
  caption: Content
  captionSize?: Size | undefined
  captionClasses?: string | undefined
  head?: readonly TableCell[] | undefined
  rows: readonly (readonly TableCell[] | null | false | undefined)[]
  firstCellIsHeader?: boolean | undefined
  classes?: string | undefined
  attributes?: AttributeValues | undefined
}

export function table(options: TableOptions): Html {
  const { caption, captionSize, head } = options
  const captionNames = classes('govuk-table__caption', captionSize && `govuk-table__caption--${captionSize}`, options.captionClasses)
  const title = Boolean(caption) && html`<caption class="${captionNames}">${caption}</caption>`
  const heading = head && html`<thead class="govuk-table__head"><tr class="govuk-table__row">${head.map(columnHeader)}</tr></thead>`
  const body = options.rows.map((cells) => cells && row(cells, options.firstCellIsHeader === true))
  return html`<table class="${classes('govuk-table', options.classes)}"${attributes(options.attributes ?? {})}>${title}${heading}
<tbody class="govuk-table__body">${body}</tbody></table>`
}

function row(cells: readonly TableCell[], firstIsHeader: boolean): Html {
  return html`<tr class="govuk-table__row">${cells.map((cell, i) => (i === 0 && firstIsHeader ? rowHeader(cell) : plain(cell)))}</tr>`
}

function columnHeader(cell: TableCell): Html {
  const names = classes('govuk-table__header', cell.format && `govuk-table__header--${cell.format}`, cell.classes)
  return html`<th scope="col" class="${names}"${spans(cell)}>${cell.text}</th>`
}

function rowHeader(cell: TableCell): Html {
  return html`<th scope="row" class="${classes('govuk-table__header', cell.classes)}"${spans(cell)}>${cell.text}</th>`
}

function plain(cell: TableCell): Html {
  const names = classes('govuk-table__cell', cell.format && `govuk-table__cell--${cell.format}`, cell.classes)
  return html`<td class="${names}"${spans(cell)}>${cell.text}</td>`
}

function spans({ colspan, rowspan, attributes: extra }: TableCell) {
  return attributes({ colspan, rowspan, ...extra })
}
