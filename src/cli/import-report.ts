/** What an import tells at its end. */
import type { ImportReport } from '../register/import.ts'
import { duration, grouped } from './progress.ts'
import type { RejectsShown } from './rejects.ts'

export interface ImportOutcome {
  readonly report: ImportReport
  readonly seconds: number
  readonly rejects: RejectsShown
  /** The numbers of register_statistics. */
  readonly people: Readonly<Record<string, number>>
}

export function reportObject({ report, seconds, rejects, people }: ImportOutcome): Record<string, unknown> {
  const { lines, counts, resumedAfter, stoppedAt } = report
  return { lines, ...counts, resumedAfter, stoppedAt, seconds: Math.round(seconds * 1000) / 1000, badLines: rejects.first, rejects: rejects.file, statistics: people }
}

export function reportText({ report, seconds, rejects, people }: ImportOutcome): string {
  const { lines, counts, resumedAfter, stoppedAt } = report
  const row = (label: string, value: number): string => `  ${label.padEnd(26)}${grouped(value).padStart(12)}`
  const rate = grouped(Math.round((lines - resumedAfter) / Math.max(seconds, 0.001)))
  return [
    `Read ${grouped(lines - resumedAfter)} lines in ${duration(seconds)}, ${rate} a second${resumedAfter > 0 ? `, after ${grouped(resumedAfter)} of an earlier import` : ''}.`,
    row('new people', counts.added),
    row('changed', counts.changed),
    row('the same as before', counts.same),
    row('replaced by a later line', counts.replaced),
    row('blank lines', counts.blank),
    row('bad lines', counts.bad + (stoppedAt === null ? 0 : 1)),
    ...rejects.first.map(({ line, reason }) => `  line ${line}: ${reason}`),
    ...(rejects.count > rejects.first.length ? [`  and ${grouped(rejects.count - rejects.first.length)} more.`] : []),
    ...(rejects.file === null ? [] : [`Numbers and reasons of the bad lines are in ${rejects.file}.`]),
    ...(stoppedAt === null ? [] : [`Stopped at line ${stoppedAt.line}; the lines before it are stored. Mend it and call the command again, or give --on-bad-line skip.`]),
    `The register now has ${grouped(people['people.active'] ?? 0)} active, ${grouped(people['people.deceased'] ?? 0)} deceased and ${grouped(people['people.withheld'] ?? 0)} withheld people.`,
    ...(people['askable-share'] === undefined ? [] : [`Of its active people ${Math.round(people['askable-share'] * 100)} % can be asked; the others are told the other ways.`]),
  ].join('\n')
}
