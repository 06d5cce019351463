/**
 * The door of the questions engine: pure functions of the facts of a person, a secret seed and the day.
 * What is and is not held today: docs/questions.md.
 */
export { checkFormat, longestAnswer, type FormatCheck, type FormatFault } from './format.ts'
export { judge } from './judge.ts'
export { planDecks, weighDecks, type DeckRules } from './plan.ts'
export { decoyDecks } from './deck-shapes.ts'
export { defaultPools } from './default-pools.ts'
export { PoolGatherer, type PoolCounts } from './gather-pools.ts'
export { PriorGatherer } from './gather-priors.ts'
export { Surveyor } from './survey.ts'
export { knowledgeOf, statisticsVersion, type Knowledge, type Statistics } from './statistics.ts'
export { kinds, type Kind } from './kinds.ts'
export { none } from './question.ts'
export type { Answers, Deck, Option, Question, QuestionInput, QuestionKind, Seed } from './question.ts'
export type { Facts } from './facts.ts'
export type { PoolEntry, Pools } from './pools.ts'
