/** The rows as a table for people and as JSON for programs. */
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { isMet, ratioOf, type Figure, type Row } from './row.ts'

export interface Surroundings {
  readonly cores: number
  readonly processor: string
  readonly memoryGibibytes: number
  /** The load of the last minute before the run: above 0.5 somebody else was at work. */
  readonly loadBefore: number
  readonly node: string
  readonly database: string
  readonly loadGenerator: string
}

export function surroundings(database: string, loadGenerator: string): Surroundings {
  return {
    cores: availableParallelism(), processor: cpus()[0]?.model.trim() ?? 'unknown', memoryGibibytes: Math.round(totalmem() / 2 ** 30),
    loadBefore: Math.round((loadavg()[0] ?? 0) * 10) / 10, node: process.version, database, loadGenerator,
  }
}

export function asJson(around: Surroundings, rows: readonly Row[]): string {
  return JSON.stringify({ ...around, rows: rows.map((row) => ({ ...row, ratio: ratioOf(row), met: isMet(row) })) }, null, 2)
}

export function asTable(around: Surroundings, rows: readonly Row[]): string {
  const lines = [['', 'what', 'figure', 'beside it, same run', 'ratio', 'target', ''], ...rows.map(cells)]
  const widths = lines[0]!.map((_, at) => Math.max(...lines.map((line) => line[at]!.length)))
  const text = lines.map((line) => line.map((cell, at) => cell.padEnd(widths[at]!)).join('  ').trimEnd())
  const { cores, processor, memoryGibibytes, loadBefore, node, database, loadGenerator } = around
  const notes = rows.flatMap(({ row, what, note }) => (note === undefined ? [] : [`${row}, ${what}: ${note}`]))
  return [
    `${cores} cores (${processor}), ${memoryGibibytes} GiB; Node ${node}; ${database}; load from ${loadGenerator}; load average before ${loadBefore}`,
    '', ...text, '', ...notes,
  ].join('\n')
}

function cells(row: Row): string[] {
  const ratio = ratioOf(row)
  const met = isMet(row)
  return [
    row.row, row.what, written(row), row.beside ? `${written(row.beside)} ${row.beside.what}` : '', ratio === null ? '' : ratio.toFixed(2),
    target(row), met === null ? '' : met ? 'met' : 'MISSED',
  ]
}

function target({ target, unit }: Row): string {
  if (target === null) return ''
  const [sign, bound] = target.atLeast === undefined ? ['≤', target.atMost ?? 0] : ['≥', target.atLeast]
  return target.of === 'ratio' ? `ratio ${sign} ${bound}` : `${sign} ${number(bound)} ${unit}`
}

function written({ value, unit }: Figure): string {
  return `${number(value)} ${unit}`
}

function number(value: number): string {
  return value >= 1_000 ? Math.round(value).toLocaleString('en-US') : value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)))
}
