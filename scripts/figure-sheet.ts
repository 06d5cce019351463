/** Joins the drawings of assets/figures into one sheet of symbols, so that a grid of 16 is one cached file. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Each `name.svg` becomes `<symbol id="name">`, with the drawing inside. */
export function figureSheet(folder: string): string {
  const symbols = readdirSync(folder)
    .filter((name) => name.endsWith('.svg'))
    .toSorted()
    .map((name) => {
      const drawing = readFileSync(join(folder, name), 'utf8').replace(/<svg[^>]*>|<\/svg>|\n\s*/g, '')
      return `<symbol id="${name.slice(0, -4)}" viewBox="0 0 96 96">${drawing}</symbol>`
    })
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`
}
