import { attributes, html, type Html } from '../html.ts'

export type BarChartOptions = {
  /** Begins the ids of title and description; once on a page. */
  id: string
  title: string
  /** What the picture shows, in a sentence or two: the numbers themselves stand in a table beside it. */
  description: string
  /** From left to right. A value of 0 leaves a hole. */
  bars: readonly { label: string; value: number; text: string }[]
  /** Lines across, from low to high; the last is the top. */
  steps: readonly { value: number; text: string }[]
}

const height = 200
const plot = { top: 16, bottom: 172, left: 12, right: 100 }
const mostLabels = 5

/**
 * Columns as an SVG of ours: widths are shares and heights are pixels, so that it fits any width while its words keep their size. No
 * colour is in it, only classes; nothing in it is needed to understand the page.
 */
export function barChart({ id, title, description, bars, steps }: BarChartOptions): Html {
  const top = Math.max(1, steps.at(-1)?.value ?? 1)
  const y = (value: number): number => round(plot.bottom - (Math.min(value, top) / top) * (plot.bottom - plot.top))
  const share = (plot.right - plot.left) / Math.max(1, bars.length)
  const every = Math.ceil(bars.length / mostLabels)
  const lines = steps.map(({ value, text }) => html`<line x1="${plot.left}%" x2="100%" y1="${y(value)}" y2="${y(value)}"></line><text x="0" y="${y(value) + 5}">${text}</text>`)
  const columns = bars.map(({ label, value, text }, index) => {
    const x = plot.left + index * share
    const column = value > 0 && html`<rect x="${round(x + share * 0.12)}%" y="${y(value)}" width="${round(share * 0.76)}%" height="${round(plot.bottom - y(value))}"><title>${text}</title></rect>`
    // Counted from the last, which is the one most looked at.
    const last = index === bars.length - 1
    const at = last && bars.length > mostLabels ? { x: plot.right, 'text-anchor': 'end' } : { x: round(x + share / 2), 'text-anchor': 'middle' }
    const named = (bars.length - 1 - index) % every === 0 && html`<text${attributes({ ...at, x: `${at.x}%`, y: height - 8 })}>${label}</text>`
    return html`${column}${named}`
  })
  return html`<svg class="clave-chart" role="img" aria-labelledby="${id}-title ${id}-desc" width="100%" height="${height}"><title id="${id}-title">${title}</title><desc id="${id}-desc">${description}</desc>${lines}${columns}</svg>`
}

function round(number: number): number {
  return Math.round(number * 100) / 100
}
