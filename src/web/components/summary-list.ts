import { attributes, classes, html, type AttributeValues, type Content, type Html } from '../html.ts'

export type SummaryAction = {
  href: string
  text: Content
  /** Completes the link for who hears it alone: "Cambiar" + "correo electrónico". */
  hiddenText?: string | undefined
  classes?: string | undefined
  attributes?: AttributeValues | undefined
}

export type SummaryRow = {
  key: Content
  value: Content
  actions?: readonly SummaryAction[] | undefined
  classes?: string | undefined
}

export type SummaryListOptions = {
  rows: readonly (SummaryRow | null | false | undefined)[]
  border?: boolean | undefined
  classes?: string | undefined
  attributes?: AttributeValues | undefined
}

/** Pairs of name and value, each with what can be done about it. */
export function summaryList(options: SummaryListOptions): Html {
  const rows = options.rows.filter((row) => row !== null && row !== false && row !== undefined)
  const someAct = rows.some((row) => (row.actions?.length ?? 0) > 0)
  const names = classes('govuk-summary-list', options.border === false && 'govuk-summary-list--no-border', options.classes)
  return html`<dl class="${names}"${attributes(options.attributes ?? {})}>${rows.map((row) => line(row, someAct))}</dl>`
}

function line(row: SummaryRow, someAct: boolean): Html {
  const alone = someAct && row.actions === undefined
  const names = classes('govuk-summary-list__row', alone && 'govuk-summary-list__row--no-actions', row.classes)
  return html`<div class="${names}"><dt class="govuk-summary-list__key">${row.key}</dt><dd class="govuk-summary-list__value">${row.value}</dd>${actions(row.actions ?? [])}</div>`
}

function actions(links: readonly SummaryAction[]): Content {
  if (links.length === 0) return null
  const items = links.map(link)
  const content =
    links.length === 1
      ? items
      : html`<ul class="govuk-summary-list__actions-list">${items.map((item) => html`<li class="govuk-summary-list__actions-list-item">${item}</li>`)}</ul>`
  return html`<dd class="govuk-summary-list__actions">${content}</dd>`
}

function link(action: SummaryAction): Html {
  const hidden = action.hiddenText !== undefined && html`<span class="govuk-visually-hidden"> ${action.hiddenText}</span>`
  const names = classes('govuk-link', action.classes)
  return html`<a class="${names}" href="${action.href}"${attributes(action.attributes ?? {})}>${action.text}${hidden}</a>`
}
