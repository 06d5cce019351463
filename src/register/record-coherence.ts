/** What no single field shows: parts of one record that contradict each other. */
import type { Identifier, RegisterRecord } from '../domain/person.ts'

/** The first contradiction as a sentence without personal values, or null. */
export function contradiction(record: RegisterRecord): string | null {
  return death(record) ?? aliases(record) ?? periods(record) ?? wages(record)
}

function death({ deathDate, birthDate, status }: RegisterRecord): string | null {
  if (deathDate === undefined || deathDate === null) return null
  if (status !== 'deceased') return 'deathDate: a date of death goes with the status "deceased" only.'
  return deathDate < birthDate ? 'deathDate: lies before birthDate.' : null
}

function aliases({ id, aliases = [] }: RegisterRecord): string | null {
  if (aliases.length === 0) return null
  const seen = new Set([name(id)])
  for (const [index, alias] of aliases.entries()) {
    if (seen.has(name(alias))) return `aliases[${index}]: repeats another identifier of the record.`
    seen.add(name(alias))
  }
  return null
}

function periods({ jobs = [], loans = [], represents = [] }: RegisterRecord): string | null {
  for (const [index, { from, to }] of jobs.entries()) if (to !== null && to < from) return backwards(`jobs[${index}]`)
  for (const [index, { from, to }] of represents.entries()) if (to !== null && to < from) return backwards(`represents[${index}]`)
  for (const [index, { granted, to }] of loans.entries()) if (to < granted) return `loans[${index}]: ends before it was granted.`
  return null
}

/** One declared wage a month and employer: a question about it must have one answer. */
function wages({ wages = [] }: RegisterRecord): string | null {
  // Most people have one job at a time and their wages in order; only for the others it pays to remember all pairs.
  if (wages.every(({ month }, index) => index === 0 || (wages[index - 1]?.month ?? '') < month)) return null
  const seen = new Set<string>()
  for (const [index, { month, ruc }] of wages.entries()) {
    const key = month + ruc
    if (seen.has(key)) return `wages[${index}]: a second amount for the same month and RUC.`
    seen.add(key)
  }
  return null
}

const backwards = (field: string): string => `${field}: ends before it begins.`
const name = ({ type, value }: Identifier): string => `${type}:${value}`
