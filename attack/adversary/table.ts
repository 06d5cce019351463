/** The register as the attacker holds it: one column for each class of answer, one row for each other person who was asked. */
import type { QuestionInput } from '../../src/questions/question.ts'
import { classOf, numberOf, thisMonth, type Observation, type PublicFacts } from './observation.ts'
import type { EmployerNames } from './employer-names.ts'
import type { Question } from '../engine.ts'

export interface Column {
  readonly input: QuestionInput
  /** By row; NaN where the person was not asked. */
  readonly values: Float64Array
  /** Rows with a value, the smallest value first. */
  readonly rows: Int32Array
  /** A question of this class, for the tolerance. */
  readonly example: Question
}

export class Table {
  readonly who: readonly PublicFacts[]
  readonly columns: ReadonlyMap<string, Column>
  readonly names: EmployerNames

  constructor(people: readonly Observation[], names: EmployerNames) {
    this.who = people.map(({ who }) => who)
    this.names = names
    const columns = new Map<string, { example: Question; values: Float64Array }>()
    people.forEach(({ asked }, row) => {
      for (const { question, truth } of asked) {
        if (question.input === 'choice') continue
        const column = columns.get(classOf(question)) ?? { example: question, values: new Float64Array(people.length).fill(NaN) }
        columns.set(classOf(question), column)
        column.values[row] = question.input === 'name' ? names.idOf(truth) : numberOf(question, truth)
      }
    })
    this.columns = new Map([...columns].map(([name, { example, values }]) => [name, { input: example.input, example, values, rows: sortedRows(values) }]))
  }

  /** Rows of a class whose value lies between the two, ends included. */
  between(name: string, low: number, high: number): Int32Array {
    const column = this.columns.get(name)
    if (column === undefined) return new Int32Array(0)
    return column.rows.subarray(firstAtLeast(column, low - 1e-9), firstAtLeast(column, high + 1e-9))
  }
}

function sortedRows(values: Float64Array): Int32Array {
  const rows = Int32Array.from([...values.keys()].filter((row) => !Number.isNaN(values[row]!)))
  return rows.sort((a, b) => values[a]! - values[b]!)
}

function firstAtLeast({ rows, values }: Column, value: number): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[rows[middle]!]! < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Ages in steps of five years. */
export function ageBand({ birth }: PublicFacts): number {
  return Math.floor((thisMonth - birth) / 60)
}
