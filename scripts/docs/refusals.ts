/** docs/refusals.md, from src/refusals.ts. */
import { refusalCatalogue, type RefusalGroup } from '../../src/refusals.ts'
import { table } from './table.ts'

const introduction = `# Refusals

Every way in which the program says no. The codes are stable; the rules are in [rules.md](rules.md), the words on the screen in
\`src/web/texts\`. "Costs" is what is gone afterwards: what was claimed for a try that was compared and was not right. A format fault, the
robot check, a late mail and a fault of ours cost nothing (PROOF-1). A field left empty or a box not ticked is told on the spot and listed here
only where a reader of its own finds it.

What a stranger must not learn is not told apart on the screen, even where the code differs: unknown, deceased, frozen and closed numbers
are answered alike (PROOF-7, LOGIN-4).`

export function refusalsPage(): string {
  return [introduction, ...refusalCatalogue.map(section)].join('\n\n') + '\n'
}

function section({ prefix, about, source, codes }: RefusalGroup): string {
  const rows = Object.entries(codes).map(([code, refusal]) => [`\`${prefix}.${code}\``, refusal.means, refusal.rules.join(', '), refusal.costs, capital(refusal.told)])
  return [`## ${prefix}`, `${about} From \`${source}\`.`, table(['Code', 'What it means', 'Rule', 'Costs', 'The person is told'], rows)].join('\n\n')
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
