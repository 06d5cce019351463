/** Months of a paper as people type them. */
import type { Writing } from './writing.ts'

const spanish = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ')
const english = 'January February March April May June July August September October November December'.split(' ')
const year = (month: string): string => month.slice(0, 4)
const two = (month: string): string => month.slice(5)
const one = (month: string): string => String(Number(two(month)))
const name = (month: string): string => spanish[Number(two(month)) - 1]!
const capital = (text: string): string => `${text[0]!.toUpperCase()}${text.slice(1)}`

export const monthWritings: readonly Writing[] = [
  { name: '03/2015', weight: 20, write: (month) => `${two(month)}/${year(month)}` },
  { name: '3/2015', weight: 8, write: (month) => `${one(month)}/${year(month)}` },
  { name: '03-2015', weight: 6, write: (month) => `${two(month)}-${year(month)}` },
  { name: '3-2015', weight: 2, write: (month) => `${one(month)}-${year(month)}` },
  { name: '03 2015', weight: 2, write: (month) => `${two(month)} ${year(month)}` },
  { name: '032015', weight: 1, write: (month) => `${two(month)}${year(month)}` },
  { name: '2015-03', weight: 5, write: (month) => month },
  { name: '2015/03', weight: 3, write: (month) => `${year(month)}/${two(month)}` },
  { name: 'marzo 2015', weight: 12, write: (month) => `${name(month)} ${year(month)}` },
  { name: 'Marzo 2015', weight: 6, write: (month) => `${capital(name(month))} ${year(month)}` },
  { name: 'MARZO 2015', weight: 5, write: (month) => `${name(month).toUpperCase()} ${year(month)}` },
  { name: 'marzo de 2015', weight: 10, write: (month) => `${name(month)} de ${year(month)}` },
  { name: 'marzo del 2015', weight: 5, write: (month) => `${name(month)} del ${year(month)}` },
  { name: 'Marzo/2015', weight: 1, write: (month) => `${capital(name(month))}/${year(month)}` },
  { name: 'marzo-2015', weight: 1, write: (month) => `${name(month)}-${year(month)}` },
  { name: 'marzo, 2015', weight: 1, write: (month) => `${name(month)}, ${year(month)}` },
  { name: 'mar 2015', weight: 2, write: (month) => `${name(month).slice(0, 3)} ${year(month)}` },
  { name: 'mar. 2015', weight: 1, write: (month) => `${name(month).slice(0, 3)}. ${year(month)}` },
  { name: 'mar-15', weight: 1, write: (month) => `${name(month).slice(0, 3)}-${year(month).slice(2)}` },
  { name: '03/15', weight: 2, write: (month) => `${two(month)}/${year(month).slice(2)}` },
  { name: 'marzo 15', weight: 0.5, write: (month) => `${name(month)} ${year(month).slice(2)}` },
  { name: 'marzo del año 2015', weight: 1, write: (month) => `${name(month)} del año ${year(month)}` },
  { name: 'en marzo de 2015', weight: 0.5, write: (month) => `en ${name(month)} de ${year(month)}` },
  { name: 'mes 3 año 2015', weight: 0.5, write: (month) => `mes ${one(month)} año ${year(month)}` },
  { name: '2015 marzo', weight: 1, write: (month) => `${year(month)} ${name(month)}` },
  { name: 'setiembre', weight: 3, write: (month) => (two(month) === '09' ? `setiembre de ${year(month)}` : undefined) },
  { name: 'a whole date', weight: 4, write: (month, chance) => `${String(1 + chance.below(28)).padStart(2, '0')}/${two(month)}/${year(month)}` },
  { name: 'a whole date in words', weight: 2, write: (month, chance) => `${1 + chance.below(28)} de ${name(month)} de ${year(month)}` },
  { name: 'a whole date, year first', weight: 1, write: (month, chance) => `${month}-${String(1 + chance.below(28)).padStart(2, '0')}` },
  { name: 'a whole date, month first', weight: 0.5, write: (month, chance) => `${two(month)}/${String(13 + chance.below(15)).padStart(2, '0')}/${year(month)}` },
  { name: 'a slip in the name of the month', weight: 1.5, write: (month) => `${name(month).slice(0, 2)}${name(month).slice(3)} ${year(month)}` },
  { name: 'spaces around the stroke', weight: 1, write: (month) => `${two(month)} / ${year(month)}` },
  { name: 'English', weight: 1, write: (month) => `${english[Number(two(month)) - 1]} ${year(month)}` },
]
