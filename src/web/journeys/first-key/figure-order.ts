/**
 * In which order the figures stand: a function of the journey and the page, so that a reload changes nothing, nobody can foresee it,
 * and the figure chosen on the first page never stands in the same place on the second (BANK-1).
 * Held by test/web/first-key/figure-order.test.ts.
 */
import { createHmac, createSecretKey } from 'node:crypto'
import { figureCodes, type FigureCode } from '../../figures.ts'

export type FigurePage = 'choose' | 'find'

/** `secret`: the hash of the journey's cookie, which only this browser and the server know. */
export function figureOrder(secret: Buffer, page: FigurePage, chosen?: string): readonly FigureCode[] {
  const order = shuffled(secret, page)
  if (page === 'choose') return order
  const before = shuffled(secret, 'choose')
  const moved = chosen === undefined || order.findIndex((code) => code === chosen) !== before.findIndex((code) => code === chosen)
  return moved ? order : [...order.slice(1), ...order.slice(0, 1)]
}

function shuffled(secret: Buffer, page: FigurePage): readonly FigureCode[] {
  const key = createSecretKey(secret) // given as bytes it would be checked sixteen times, 28 µs each
  const rank = (code: FigureCode): string => createHmac('sha256', key).update(`${page}/${code}`).digest('hex')
  return figureCodes.map((code) => ({ code, rank: rank(code) })).sort((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ code }) => code)
}
