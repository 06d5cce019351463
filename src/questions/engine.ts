/**
 * The door of the questions engine: pure functions of the facts of a person, a secret seed and the day.
 * What is and is not held today: docs/questions.md.
 */
export { checkFormat, longestAnswer, type FormatCheck, type FormatFault } from './format.ts'
export { judge } from './judge.ts'
export { planDecks, usualRules, weighDecks, type DeckRules } from './plan.ts'
export { decoyDecks } from './deck-shapes.ts'
export { defaultPools } from './default-pools.ts'
export { PoolGatherer, type PoolCounts } from './gather-pools.ts'
export { usualReach, type Reach } from './cell.ts'
export { usualTerms } from './strength.ts'
export { PriorGatherer, type PackedCounts } from './gather-priors.ts'
export { PairCounts, tableSize } from './pair-counts.ts'
export { weightsOf, type Priors } from './priors.ts'
export { Surveyor, type PackedSurvey, type SurveyParts } from './survey.ts'
export { oddsReport } from './make-odds-report.ts'
export type { OddsReport } from './odds-report.ts'
export { knowledgeOf, poolsOf, rulesText, statisticsVersion, type Knowledge, type PoolLists, type Statistics } from './statistics.ts'
export { kinds, type Kind } from './kinds.ts'
export { none } from './question.ts'
export type { Answers, Deck, Option, Question, QuestionInput, QuestionKind, Seed } from './question.ts'
export type { Facts } from './facts.ts'
export type { PoolEntry, Pools } from './pools.ts'
