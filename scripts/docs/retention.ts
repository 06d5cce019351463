/** docs/retention.md, from src/domain/retention.ts and the numbers of the policy. */
import { policyEntries } from '../../src/config/policy-file.ts'
import { keptTables, retentionNames, retentionRules } from '../../src/domain/retention.ts'
import { table } from './table.ts'

const introduction = `# What is kept, how long, and why

The law (LOPDP, article 10) asks for set periods and gives no numbers. These are the defaults; an institution decides on its own in the policy
file ([configuration.md](configuration.md)), within ranges that no limit, session or cookie outlasts. \`src/domain/retention.ts\` is the one list:
the server deletes by it, this page and the privacy page are made from it, and \`test/store/retention.test.ts\` holds every line of it with the
clock just before and just after its time. D-04 and A-08 of [requirements.md](requirements.md).

Every server looks once a minute, and one of them does it, once an hour, in batches of 1,000 rows that are a transaction each and pass
over what somebody holds. \`clave retention run\` does it at once; with \`--dry-run\` it counts and changes nothing. What the last turn did
stands in \`recurring_work\`.`

const after = `## Beyond the tables

- The log of requests holds no person; how long it is kept is up to whoever collects it, 90 days at most are meant (A-08).
- A backup holds what was there when it was made. What went by time can be read in it, with the key ring, until it is deleted itself: keep backups no
  longer than you need them. What a person asked to have erased can not: its key is destroyed ([rights.md](rights.md)). After going back to a
  backup run \`clave erasures finish\`.
- What a person asks to have erased does not wait for these times: [rights.md](rights.md).`

export function retentionPage(): string {
  const standard = (path: string): string => {
    const { entry, standard: value } = policyEntries().find((each) => each.path === path)!
    return String(entry.reader.write(value))
  }
  const swept = retentionNames.map((name) => {
    const { tables, what, period, after: since, guard } = retentionRules[name]
    return [name, tables.map((each) => `\`${each}\``).join(', '), what, `${standard(`retention.${period}`)} after ${since}`, guard]
  })
  const kept = Object.entries(keptTables).map(([name, why]) => [`\`${name}\``, why])
  return [
    introduction, '## What goes by time', table(['Rule', 'Tables', 'What', 'Kept', 'What does not go with it'], swept),
    '## What no time deletes', table(['Table', 'Why'], kept), after,
  ].join('\n\n') + '\n'
}
