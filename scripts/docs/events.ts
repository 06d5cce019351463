/** docs/events.md, from the catalogue in src/domain/events.ts. */
import { eventCatalogue } from '../../src/domain/events.ts'
import { institutionEventCatalogue } from '../../src/domain/institution-events.ts'
import { codes, table } from './table.ts'

const introduction = `# Events

What is written down about a person (AUDIT-1), in the transaction of the change it tells of; refusals are events too. The one change that
comes before its event is a claimed try: it is counted and committed first, and what became of it is written after the comparison. Codes
are stable and never used again for something else.

**Facts** stand in clear in \`audit_events.facts\` and may be read by any auditor: counts, kinds, reasons, times, never a personal datum.
**Personal** fields are encrypted and bound to the person (AUDIT-2); they can be erased without breaking the chain, which holds their digest.
Every event also has the person key, its number in the person's chain, the time of the database clock and its hash.`

const ofNobody = `## Of nobody in particular

What is about all people together, or about officers who look at that, stands in one more chain: under the person key of sixteen zero bytes, which no
person can have, by the same function, with the same guards and the same \`clave audit verify\`. It has facts only.`

export function eventsPage(): string {
  const rows = Object.entries(eventCatalogue).map(([type, { says, facts, personal }]) => [`\`${type}\``, says, codes(facts), codes(personal)])
  const institution = Object.entries(institutionEventCatalogue).map(([type, { says, facts }]) => [`\`${type}\``, says, codes(facts)])
  return [introduction, table(['Event', 'What it says', 'Facts', 'Personal'], rows), ofNobody, table(['Event', 'What it says', 'Facts'], institution)].join('\n\n') + '\n'
}
