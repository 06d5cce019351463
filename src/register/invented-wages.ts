/** Invented wages in cents: many at exactly the basic wage of their year, the others spread above it. */
import type { Amount } from '../domain/person.ts'
import type { Chance } from './chance.ts'

/** The unified basic wage, dollars a month, by year; earlier and later years take the nearest one known. */
const basicWages = new Map([
  [2010, 240], [2011, 264], [2012, 292], [2013, 318], [2014, 340], [2015, 354], [2016, 366], [2017, 375], [2018, 386], [2019, 394],
  [2020, 400], [2021, 400], [2022, 425], [2023, 450], [2024, 460], [2025, 470], [2026, 482],
])

/** Dollars a month in a year. */
export function basicWage(year: number): number {
  return basicWages.get(Math.min(2026, Math.max(2010, year))) ?? 482
}

export type Pay =
  | { readonly kind: 'basic' }
  /** A sectoral minimum: a fixed share above the basic wage of the year. */
  | { readonly kind: 'sector'; readonly factor: number }
  /** An agreed wage, `varies` when overtime or commission comes on top. */
  | { readonly kind: 'agreed'; readonly factor: number; readonly cents: number; readonly varies: boolean }
  | { readonly kind: 'half-day' }

export function drawPay(chance: Chance, atMinimum: number): Pay {
  if (chance.happens(atMinimum)) return { kind: 'basic' }
  if (chance.happens(0.04)) return { kind: 'half-day' }
  if (chance.happens(0.2)) return { kind: 'sector', factor: 1 + (1 + chance.below(24)) / 250 }
  // Log-normal around 1.5 basic wages: two uniforms added are near enough to a bell here.
  const factor = 1.05 + 0.5 * Math.exp(0.75 * (chance.next() + chance.next() + chance.next() - 1.5) * 2)
  const cents = chance.happens(0.35) ? 0 : chance.below(100)
  return { kind: 'agreed', factor, cents, varies: chance.happens(0.4) }
}

/** The amount declared for a month; the first and last month of a job are often not whole. */
export function wageIn(chance: Chance, pay: Pay, month: number, job: { from: number; to: number; open: boolean }): Amount {
  const whole = fullMonth(chance, pay, Math.floor(month / 12))
  const edge = (month === job.from && job.from !== job.to) || (month === job.to && !job.open)
  return amountText(edge && chance.happens(0.6) ? Math.round((whole * (1 + chance.below(29))) / 30) : whole)
}

function fullMonth(chance: Chance, pay: Pay, year: number): number {
  const basic = basicWage(year) * 100
  switch (pay.kind) {
    case 'basic':
      return basic
    case 'sector':
      return Math.round(basic * pay.factor)
    case 'half-day':
      return basic / 2
    case 'agreed': {
      const agreed = Math.floor((basic * pay.factor) / 500) * 500 + pay.cents
      return pay.varies ? agreed + Math.round(agreed * 0.25 * chance.next()) : agreed
    }
  }
}

/** Cents as the record writes amounts: 61250 is '612.50'. */
export function amountText(cents: number): Amount {
  const rest = cents % 100
  return `${(cents - rest) / 100}.${rest < 10 ? '0' : ''}${rest}`
}
