/** Numbers of contributions: the paper is often a month or two older than the register. */
import type { Writing } from './writing.ts'

const less = (months: number) => (count: string): string => String(Math.max(0, Number(count) - months))

export const countWritings: readonly Writing[] = [
  { name: 'exact', weight: 45, write: (count) => count },
  { name: 'the paper is a month old', weight: 28, write: less(1) },
  { name: 'the paper is two months old', weight: 14, write: less(2) },
  { name: 'the paper is three months old', weight: 5, write: less(3) },
  { name: 'the paper is four to six months old', weight: 3, write: (count, chance) => less(4 + chance.below(3))(count) },
  { name: 'one more, this month counted', weight: 2, write: less(-1) },
  { name: 'with a word', weight: 2, write: (count) => `${count} aportes` },
  { name: 'with meses', weight: 1, write: (count) => `${count} meses` },
  { name: 'years and months', weight: 1, write: (count) => `${Math.floor(Number(count) / 12)} años ${Number(count) % 12} meses` },
]
