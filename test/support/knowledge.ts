/** What tests know of a register as a whole: the distributions the invented people of people.ts come from. */
import { inventedStatistics } from '../../src/invented-statistics.ts'
import { knowledgeOf, type Knowledge } from '../../src/questions/engine.ts'

let made: Knowledge | undefined

export const inventedKnowledge = (): Knowledge => (made ??= knowledgeOf(inventedStatistics('2026-11-22')))
