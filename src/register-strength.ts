/**
 * Two passes over everybody of the register, and what they keep: numbers in register_statistics; in register_priors the statistics that decks are planned
 * by, all in one transaction at the end; and the report on the odds of everybody (docs/questions.md).
 */
import { deckRules } from './deck-rules.ts'
import { localDay } from './domain/calendar.ts'
import type { Policy } from './domain/policy.ts'
import { questionKinds, type QuestionKindName } from './domain/question-kinds.ts'
import type { Gathering, GatherSetup } from './gather-fold.ts'
import { packStatistics, statisticsName } from './kept-statistics.ts'
import { jointsSize, oddsReport, pairTable, rulesText, statisticsVersion, type OddsReport, type Reach, type Statistics, type Surveyor } from './questions/engine.ts'
import { sweepRegister, type SweepParts } from './register/sweep.ts'
import { makeOddsReports } from './store/odds-report.ts'
import { changedSince, makeRegisterStatistics, type RegisterStatistics } from './store/register-statistics.ts'
import type { SurveySetup } from './survey-fold.ts'

/** People the changes of policy are tried on: a share of so many lies within a hundredth of that of everybody, 19 times of 20. */
const triedOn = 10_000

export type Pass = 'gather' | 'survey'

export interface StrengthParts extends Omit<SweepParts, 'folds' | 'onProgress'> {
  onProgress(pass: Pass, now: { readonly people: number; readonly share: number }): void
}

export interface Strength {
  readonly people: number
  readonly statistics: Readonly<Record<string, number>>
  readonly odds: OddsReport
}

export async function gatherStrength(parts: StrengthParts, policy: Policy): Promise<Strength> {
  const store = makeRegisterStatistics(parts.db)
  const today = localDay(await store.now(), policy.timeZone)
  const active = await activePeople(store)
  const { [changedSince]: changed } = await store.all()
  const rules = deckRules(policy)
  const table = pairTable(active)
  const gathering = await pass<Gathering>(parts, 'gather', './gather-fold.ts', { today, table, reaches: [rules.reach, roundedReach(rules.reach)] } satisfies GatherSetup)
  const [priors, roundedPriors] = gathering.priors as [Gathering['priors'][0], Gathering['priors'][0]]
  const setup: SurveySetup = {
    today, table, joints: new SharedArrayBuffer(2 * jointsSize(active)), both: gathering.both, priors, pools: gathering.pools, rules,
    changes: [{ name: 'tolerance:99', rules: { reach: roundedPriors.reach }, priors: roundedPriors }, ...changesOf(rules)],
    sampled: Math.min(1, triedOn / Math.max(1, active)),
  }
  const surveyor = await pass<Surveyor>(parts, 'survey', './survey-fold.ts', setup)
  const odds = oddsReport(surveyor.tallies(), today)
  const statistics: Statistics = { v: statisticsVersion, madeOn: today, rules: rulesText(rules), priors: { ...priors, pairs: surveyor.commonPairs(), joints: surveyor.commonJoints() }, pools: gathering.pools, shapes: surveyor.shapes() }
  const { people } = gathering
  const numbers = { 'people.active': people.active, 'people.deceased': people.deceased, 'people.withheld': people.withheld, 'askable-share': odds.people === 0 ? 0 : odds.askable / odds.people }
  await store.keepPass(numbers, { [statisticsName]: packStatistics(statistics) }, changed)
  await makeOddsReports(parts.db).keep(odds)
  return { people: people.active + people.deceased + people.withheld, statistics: await store.all(), odds }
}

/** As last counted, which is near enough for the size of a table; an import counts them anew. */
async function activePeople(store: RegisterStatistics): Promise<number> {
  const { 'people.active': counted } = await store.all()
  if (counted !== undefined) return counted
  await store.countPeople()
  return (await store.all())['people.active'] ?? 0
}

async function pass<Merged>({ onProgress, ...parts }: StrengthParts, name: Pass, module: string, setup: unknown): Promise<Merged> {
  const { merged } = await sweepRegister({ ...parts, folds: [{ module: new URL(module, import.meta.url).href, setup }], onProgress: (now) => onProgress(name, now) })
  return merged[0] as Merged
}

/** As if amounts could be rounded to the dollar. */
function roundedReach(reach: Reach): Reach {
  return { ...reach, amount: 99 }
}

/** What an officer may want to know before changing the policy: each kind off, decks of fewer questions, a stricter bound. */
function changesOf({ terms, off }: ReturnType<typeof deckRules>): SurveySetup['changes'] {
  const kinds = (Object.keys(questionKinds) as QuestionKindName[]).filter((kind) => !off.has(kind))
  return [
    ...kinds.map((kind) => ({ name: `without:${kind}`, rules: { off: new Set([...off, kind]) } })),
    ...[3, 4, 5].filter((most) => most < terms.mostQuestions).map((most) => ({ name: `questions:${most}`, rules: { terms: { ...terms, mostQuestions: most } } })),
    { name: 'bits:24', rules: { terms: { ...terms, bound: terms.tries * 2 ** -24 } } },
  ]
}
