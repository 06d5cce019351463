/** Amounts of a paper as people type them. */
import type { Writing } from './writing.ts'

const parts = (amount: string): [string, string] => amount.split('.') as [string, string]
const grouped = (whole: string, sign: string): string => whole.replace(/\B(?=(?:\d{3})+$)/g, sign)
const ifThousands = (amount: string, text: string): string | undefined => (parts(amount)[0].length > 3 ? text : undefined)
const rounded = (amount: string, to: number): string => String(Math.round(Number(amount) / to) * to)

export const amountWritings: readonly Writing[] = [
  { name: 'as on the paper', weight: 38, write: (amount) => amount },
  { name: 'with a comma', weight: 15, write: (amount) => amount.replace('.', ',') },
  { name: 'dollar sign before', weight: 7, write: (amount) => `$${amount}` },
  { name: 'dollar sign and a space', weight: 2, write: (amount) => `$ ${amount}` },
  { name: 'dollar sign behind', weight: 2, write: (amount) => `${amount.replace('.', ',')} $` },
  { name: 'rounded to the dollar', weight: 11, write: (amount) => rounded(amount, 1) },
  { name: 'cents left out', weight: 6, write: (amount) => parts(amount)[0] },
  { name: 'cents as two noughts', weight: 2, write: (amount) => `${parts(amount)[0]}.00` },
  { name: 'last nought left out', weight: 2, write: (amount) => (amount.endsWith('0') ? amount.slice(0, -1) : undefined) },
  { name: 'USD before', weight: 1, write: (amount) => `USD ${amount}` },
  { name: 'USD behind', weight: 1, write: (amount) => `${amount} usd` },
  { name: 'dólares behind', weight: 1, write: (amount) => `${amount} dólares` },
  { name: 'dolares y centavos', weight: 0.5, write: (amount) => `${parts(amount)[0]} dolares con ${parts(amount)[1]} centavos` },
  { name: 'con', weight: 0.5, write: (amount) => `${parts(amount)[0]} con ${parts(amount)[1]}` },
  { name: 'spaces around', weight: 2, write: (amount) => ` ${amount} ` },
  { name: 'a space inside', weight: 0.5, write: (amount) => amount.replace('.', '. ') },
  { name: 'a space for the point', weight: 0.5, write: (amount) => amount.replace('.', ' ') },
  { name: 'an apostrophe for the point', weight: 0.5, write: (amount) => amount.replace('.', "'") },
  { name: 'a full stop at the end', weight: 0.5, write: (amount) => `${amount}.` },
  { name: 'an equals or colon before', weight: 0.3, write: (amount) => `: ${amount}` },
  { name: 'thousands by comma', weight: 6, write: (amount) => ifThousands(amount, `${grouped(parts(amount)[0], ',')}.${parts(amount)[1]}`) },
  { name: 'thousands by point', weight: 6, write: (amount) => ifThousands(amount, `${grouped(parts(amount)[0], '.')},${parts(amount)[1]}`) },
  { name: 'thousands by space', weight: 1, write: (amount) => ifThousands(amount, `${grouped(parts(amount)[0], ' ')},${parts(amount)[1]}`) },
  { name: 'the same sign twice', weight: 1, write: (amount) => ifThousands(amount, `${grouped(parts(amount)[0], '.')}.${parts(amount)[1]}`) },
  { name: 'rounded to five dollars', weight: 1, write: (amount) => rounded(amount, 5) },
  { name: 'rounded to ten dollars', weight: 1, write: (amount) => rounded(amount, 10) },
  { name: 'a slip in the cents', weight: 1, write: (amount, chance) => `${parts(amount)[0]}.${String(chance.below(100)).padStart(2, '0')}` },
  { name: 'cents in the wrong order', weight: 0.5, write: (amount) => `${parts(amount)[0]}.${[...parts(amount)[1]].reverse().join('')}` },
]
