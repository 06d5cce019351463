/**
 * Writes assets/invented-statistics.json.gz: what the register of the demo says of everybody together, as if it had many more people than the 2,000 it
 * has. The demo's people are the first of them, so these are the distributions they come from; so few by themselves could not show what is popular.
 * `bin/node scripts/build-invented-statistics.ts [people]`; takes about a minute.
 */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deckRules } from '../src/deck-rules.ts'
import { demoSeed } from '../src/demo/register.ts'
import { defaultPolicy } from '../src/domain/policy.ts'
import { inventedOn } from '../src/invented-statistics.ts'
import { packStatistics } from '../src/kept-statistics.ts'
import { jointsSize, PairCounts, pairTable, PoolGatherer, PriorGatherer, rulesText, statisticsVersion, Surveyor } from '../src/questions/engine.ts'
import { inventPeople } from '../src/register/invent.ts'

const people = Number(process.argv[2] ?? 120_000)
const rules = deckRules(defaultPolicy)
const pools = new PoolGatherer(inventedOn)
const pairs = new PairCounts(pairTable(people))
const gatherer = new PriorGatherer(inventedOn, pairs)
const active = function* () {
  for (const record of inventPeople({ people, seed: demoSeed, today: inventedOn })) if (record.status === 'active') yield record
}
for (const record of active()) {
  pools.add(record)
  gatherer.add(record)
}
const priors = gatherer.priors(rules.reach)
const surveyor = new Surveyor({ today: inventedOn, priors, pairs, joints: new Uint16Array(jointsSize(people)), pools: pools.pools(), rules, changes: [], sampled: 0, shapesKept: 100 })
for (const record of active()) surveyor.add(record, createHash('sha256').update(record.id.value).digest())
const bytes = packStatistics({
  v: statisticsVersion, madeOn: inventedOn, rules: rulesText(rules), priors: { ...priors, pairs: surveyor.commonPairs(), joints: surveyor.commonJoints() }, pools: pools.lists(), shapes: surveyor.shapes(),
})
writeFileSync(join(import.meta.dirname, '../assets/invented-statistics.json.gz'), bytes)
const [{ people: asked, decks }] = surveyor.tallies() as [ReturnType<Surveyor['tallies']>[0]]
console.log(`${people} people, ${Math.round(100 * (1 - decks[0]! / asked))} % can be asked; ${bytes.length} bytes`)
