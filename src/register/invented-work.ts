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

interface Post { readonly employer: Employer; readonly from: number; readonly to: number; readonly open: boolean; readonly pay: Pay }

/** The wages kept: the register of the institution has all, a question asks for recent ones. */
const wagesKept = 24
const mostPosts = 14

export function inventWork(chance: Chance, career: Career): Work {
  const posts: Post[] = []
  let month = career.begins
  while (month <= career.ends && posts.length < mostPosts) {
    const length = 1 + Math.floor(-Math.log(1 - chance.next()) * 44)
    const last = posts.length === mostPosts - 1
    const to = last ? career.ends : Math.min(career.ends, month + length)
    const open = career.open && to === career.ends
    posts.push(inventPost(chance, career, month, to, open))
    if (chance.happens(0.05)) posts.push(inventPost(chance, career, month, to, open)) // two jobs at once
    month = to + 1 + (chance.happens(0.45) ? Math.floor(-Math.log(1 - chance.next()) * 11) : 0)
  }
  return { jobs: posts.map(asJob), wages: declaredWages(chance, posts), contributions: monthsCovered(posts) }
}

function inventPost(chance: Chance, { seed, home }: Career, from: number, to: number, open: boolean): Post {
  const employer = inventEmployer(chance, seed, chance.happens(0.85) ? home : inventProvince(chance))
  return { employer, from, to, open, pay: drawPay(chance, employer.atMinimum) }
}

function asJob({ employer, from, to, open }: Post): Job {
  const { ruc, name, province, canton } = employer
  return { ruc, employer: name, province, canton, from: monthText(from), to: open ? null : monthText(to) }
}

/** Newest month last, as declarations come in; one amount a month and employer. */
function declaredWages(chance: Chance, posts: readonly Post[]): Wage[] {
  const wages: Wage[] = []
  const declared = new Set<string>()
  for (let index = posts.length - 1; index >= 0 && wages.length < wagesKept; index--) {
    const post = posts[index]
    if (post === undefined) break
    for (let month = post.to; month >= post.from && wages.length < wagesKept; month--) {
      const wage = { month: monthText(month), ruc: post.employer.ruc, amount: wageIn(chance, post.pay, month, post) }
      const key = wage.month + wage.ruc
      if (!declared.has(key)) wages.push(wage)
      declared.add(key)
    }
  }
  return wages.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0))
}

function monthsCovered(posts: readonly Post[]): number {
  let covered = 0
  let until = -1
  for (const { from, to } of posts) {
    covered += Math.max(0, to - Math.max(from, until + 1) + 1)
    until = Math.max(until, to)
  }
  return covered
}
