/** Invented working lives: jobs with gaps and overlaps, and the wages declared for the last months somebody worked. */
import type { Job, Wage } from '../domain/person.ts'
import { monthText } from './calendar.ts'
import type { Chance } from './chance.ts'
import { inventEmployer, type Employer } from './invented-employers.ts'
import { inventProvince } from './invented-places.ts'
import { drawPay, wageIn, type Pay } from './invented-wages.ts'

export interface Work {
  readonly jobs: readonly Job[]
  readonly wages: readonly Wage[]
  /** Months with at least one declaration. */
  readonly contributions: number
}

export const noWork: Work = { jobs: [], wages: [], contributions: 0 }

export interface Career {
  readonly seed: number
  readonly home: string
  /** Month numbers: first day of work, and the last month with a declaration. */
  readonly begins: number
  readonly ends: number
  /** Still at work when the register was written: the last job may be open. */
  readonly open: boolean
}

interface Post {
  readonly employer: Employer
  readonly from: number
  readonly to: number
  readonly open: boolean
  readonly pay: Pay
}

/** One stretch of work: a post, and for a few a second one at the same time with another employer. */
interface Stretch { readonly main: Post; readonly beside: Post | null }

/** The wages kept: the register of the institution has all, a question asks for recent ones. */
const wagesKept = 24
const mostStretches = 14

export function inventWork(chance: Chance, career: Career): Work {
  const stretches: Stretch[] = []
  let month = career.begins
  while (month <= career.ends && stretches.length < mostStretches) {
    const length = 1 + Math.floor(-Math.log(1 - chance.next()) * 44)
    const last = stretches.length === mostStretches - 1
    const to = last ? career.ends : Math.min(career.ends, month + length)
    stretches.push(inventStretch(chance, career, month, to))
    month = to + 1 + (chance.happens(0.45) ? Math.floor(-Math.log(1 - chance.next()) * 11) : 0)
  }
  return { jobs: asJobs(stretches), wages: declaredWages(chance, stretches), contributions: monthsCovered(stretches) }
}

function inventStretch(chance: Chance, career: Career, from: number, to: number): Stretch {
  const main = inventPost(chance, career, from, to)
  if (!chance.happens(0.05)) return { main, beside: null }
  const beside = inventPost(chance, career, from, to)
  return { main, beside: beside.employer.ruc === main.employer.ruc ? null : beside }
}

function inventPost(chance: Chance, { seed, home, open, ends }: Career, from: number, to: number): Post {
  const employer = inventEmployer(chance, seed, chance.happens(0.85) ? home : inventProvince(chance))
  return { employer, from, to, open: open && to === ends, pay: drawPay(chance, employer.atMinimum) }
}

function asJobs(stretches: readonly Stretch[]): Job[] {
  const jobs: Job[] = []
  for (const { main, beside } of stretches) {
    jobs.push(asJob(main))
    if (beside !== null) jobs.push(asJob(beside))
  }
  return jobs
}

function asJob({ employer, from, to, open }: Post): Job {
  const { ruc, name, province, canton } = employer
  return { ruc, employer: name, province, canton, from: monthText(from), to: open ? null : monthText(to) }
}

/** The last ones, oldest first; one amount a month and employer. */
function declaredWages(chance: Chance, stretches: readonly Stretch[]): Wage[] {
  const wages: Wage[] = []
  for (let index = stretches.length - 1; index >= 0 && wages.length < wagesKept; index--) {
    const { main, beside } = stretches[index] as Stretch
    for (let month = main.to; month >= main.from && wages.length < wagesKept; month--) {
      const text = monthText(month)
      if (beside !== null && wages.length + 1 < wagesKept) wages.push({ month: text, ruc: beside.employer.ruc, amount: wageIn(chance, beside.pay, month, beside) })
      wages.push({ month: text, ruc: main.employer.ruc, amount: wageIn(chance, main.pay, month, main) })
    }
  }
  return wages.reverse()
}

function monthsCovered(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { main }) => sum + main.to - main.from + 1, 0)
}
