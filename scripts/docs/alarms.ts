/** docs/alarms.md, from src/domain/alarms.ts and the numbers of the policy. */
import { alarmCatalogue, type AlarmCode } from '../../src/domain/alarms.ts'
import { defaultPolicy } from '../../src/domain/policy.ts'
import { minute } from '../../src/domain/types.ts'

const introduction = `# Alarms

What may be wrong for all people together. Nothing in an alarm is about a person: it has a code, since when, until when, and the largest count
(L-15, P-12, P-14 of [requirements.md](requirements.md)). Every process notes what strangers try, gives it to the database every five seconds, and one
of them looks at all of it every ten ([decision 091](decisions/091-the-watch.md)). An alarm stands once, however many see it, and ends by itself.

\`clave watch status\` says which stand now and how the breaker does, \`clave watch list\` lists those that are over, both also with \`--json\`;
\`/seguridad/alarmas\` shows them to an officer ([decision 092](decisions/092-the-officers-door.md)). One process writes one line to its log when an alarm
begins and one when it is over: level \`warn\`, with \`alarm\` (the code), \`since\`, \`until\` and \`most\`. Both moments are also events in
the institution's chain ([events.md](events.md)). The numbers below are those of the default policy ([configuration.md](configuration.md)).`

export function alarmsPage(): string {
  return [introduction, ...(Object.keys(alarmCatalogue) as AlarmCode[]).map(section)].join('\n\n') + '\n'
}

function section(code: AlarmCode): string {
  const { says, counts, raised, quiet, does, look } = alarmCatalogue[code]
  const ends = quiet === null ? 'by a rule of its own, below' : `${quiet / minute} minutes after it was last true`
  return [
    `## ${code}`, says,
    [`- **Raised** at: ${raised(defaultPolicy)}.`, `- **Counts**: ${counts}.`, `- **Ends**: ${ends}.`, `- **Does**: ${does}`, `- **Look at**: ${look}`].join('\n'),
  ].join('\n\n')
}
