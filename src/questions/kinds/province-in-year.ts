/** The province of work in a year, chosen: stands in the labour history. */
import { wholeOf } from '../chance.ts'
import { placeOf } from '../cohort.ts'
import type { Facts } from '../facts.ts'
import type { Candidate, Context, Kind } from '../kind.ts'
import { foldName } from '../name.ts'
import { chosen, hides, optionsFor, rightCode, type Secret } from '../options.ts'
import type { Pools } from '../pools.ts'
import type { ProvinceInYearQuestion } from '../question.ts'
import { provinceNames } from '../provinces.ts'
import { jobsIn } from './tenure.ts'

const yearsBack = 5

export const provinceInYear: Kind<ProvinceInYearQuestion> = {
  kind: 'province-in-year',
  record: 'jobs',
  input: 'choice',
  paper: 'labour-history',
  candidates,
  matches(question, facts, raw) {
    const truths = provincesIn(facts, question.year).map(nameOf)
    return truths.length > 0 && raw === rightCode(question.options, truths, foldName)
  },
}

function provincesIn(facts: Facts, year: number): readonly string[] {
  return [...new Set(jobsIn(facts, year).map((job) => job.province))]
}

function nameOf(province: string): string {
  return provinceNames[province] ?? province
}

/**
 * One year for a person, for the reason of employer-in-year.ts. Not who worked in the province that issued the number: that one is guessed first by
 * anybody who sees the number, and so it is never listed either.
 */
function candidates(facts: Facts, context: Context): readonly Candidate[] {
  const thisYear = Number(context.today.slice(0, 4))
  const rank = (year: number): number => wholeOf(context.draw(`province-in-year:${year}`), 4)
  return Array.from({ length: yearsBack }, (_, n) => thisYear - 1 - n)
    .filter((year) => !provincesIn(facts, year).includes(placeOf(facts.id)) && hides(secretOf(facts, year, context.pools)))
    .map((year) => ({ year, rank: rank(year) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, 1)
    .map(({ year }) => candidate(year, facts, context))
}

function secretOf(facts: Facts, year: number, pools: Pools): Secret {
  const [truth = '', ...others] = provincesIn(facts, year).map(nameOf)
  return { pool: pools.provinces, truth, alsoTrue: [...others, nameOf(placeOf(facts.id))], keyOf: foldName }
}

function candidate(year: number, facts: Facts, { draw, pools, today }: Context): Candidate {
  const id = `province-in-year:${year}`
  const ask = (): ProvinceInYearQuestion => {
    return { id, kind: 'province-in-year', input: 'choice', year, options: optionsFor(draw, id, secretOf(facts, year, pools)) }
  }
  const tells = provincesIn(facts, year).flatMap((province) => [`province:${province}/now`, `province:${province}/before`])
  return { id, burden: 0.8 + 0.2 * (Number(today.slice(0, 4)) - year), tells, shows: [], ...chosen, ask }
}
