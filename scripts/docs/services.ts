/** docs/services.md, from src/domain/services.ts. */
import { serviceClasses, type ServiceClass } from '../../src/domain/service-access.ts'
import { serviceNames, serviceOf } from '../../src/domain/services.ts'
import { table } from './table.ts'

const introduction = `# Services

What a key opens on our own pages. One gate (\`src/web/journeys/services/service-gate.ts\`) asks for a session and decides by the class
(\`src/domain/service-access.ts\`); a use and a refusal are events. Contact details are shown to every key, so that page decides by the same
function when something is to be changed. Names and paths are stable.`

const classes: Readonly<Record<ServiceClass, string>> = {
  read: 'Open to every key that is not frozen.',
  contact: 'Waits for the end of the probation of a new or recovered key, which a contact known before may end early (PROOF-10).',
  money: 'Waits for that and until every changed contact is settled (PROOF-10); the key is typed again, at most minutes before.',
}

export function servicesPage(): string {
  const rows = serviceNames.map((name) => [`\`${name}\``, `\`${serviceOf(name).path}\``, serviceOf(name).class, serviceOf(name).says])
  return [
    introduction, table(['Class', 'What it asks for'], serviceClasses.map((each) => [each, classes[each]])), table(['Service', 'Path', 'Class', 'What it does'], rows),
  ].join('\n\n') + '\n'
}
