/** How one value of the policy file is read and written. Durations carry their unit: a bare number has been read as the wrong one before. */
import { isQuestionKind, questionKinds, type QuestionKindName } from '../domain/question-kinds.ts'
import { day, hour, minute, second, type Duration } from '../domain/types.ts'

export interface PolicyReader<T> {
  /** Finishes the sentence "must be …". */
  readonly mustBe: string
  /** undefined: the JSON value is not that. */
  read(value: unknown): T | undefined
  /** As it would stand in the file. */
  write(value: T): unknown
}

export function count(least: number, most: number): PolicyReader<number> {
  return {
    mustBe: `a whole number from ${least} to ${most}`,
    read: (value) => (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : undefined),
    write: (value) => value,
  }
}

export function duration(least: Duration, most: Duration): PolicyReader<Duration> {
  return {
    mustBe: `a time with its unit (s, min, h or d) from "${writeDuration(least)}" to "${writeDuration(most)}"`,
    read: (value) => within(least, most, readDuration(value)),
    write: writeDuration,
  }
}

export function durations(most: Duration): PolicyReader<readonly Duration[]> {
  return {
    mustBe: `a list of times with their units, each at most "${writeDuration(most)}", such as ["0 s", "1 s"]`,
    read: (value) => {
      const read = Array.isArray(value) ? value.map((each) => within(0, most, readDuration(each))) : [undefined]
      return read.every((each) => each !== undefined) ? read : undefined
    },
    write: (value) => value.map(writeDuration),
  }
}

export const kindNames: PolicyReader<readonly QuestionKindName[]> = {
  mustBe: `a list of kinds of question, each at most once: ${Object.keys(questionKinds).join(', ')}`,
  read: (value) => {
    if (!Array.isArray(value) || new Set(value).size < value.length) return undefined
    return value.every((each): each is QuestionKindName => typeof each === 'string' && isQuestionKind(each)) ? value : undefined
  },
  write: (value) => value,
}

export const timeZone: PolicyReader<string> = {
  mustBe: 'a time zone such as "America/Guayaquil"',
  read: (value) => (typeof value === 'string' && /\w\/\w|^UTC$/.test(value) && isTimeZone(value) ? value : undefined),
  write: (value) => value,
}

/** The pattern always stands for the whole code. */
export const pattern: PolicyReader<RegExp> = {
  mustBe: 'a regular expression of at most 100 characters for the whole code, such as "EX\\\\d{7}"',
  read: (value) => {
    if (typeof value !== 'string' || value === '' || value.length > 100) return undefined
    try {
      return new RegExp(`^(?:${value})$`)
    } catch {
      return undefined
    }
  },
  write: (value) => value.source.replace(/^\^(?:\(\?:(.*)\)|(.*))\$$/, '$1$2'),
}

const units: Readonly<Record<string, Duration>> = { s: second, min: minute, h: hour, d: day }

function readDuration(value: unknown): Duration | undefined {
  const [, amount, unit = ''] = (typeof value === 'string' && /^(\d{1,6}) ?(s|min|h|d)$/.exec(value)) || []
  const factor = units[unit]
  return factor === undefined ? undefined : Number(amount) * factor
}

/** In the largest unit that divides it. */
function writeDuration(value: Duration): string {
  const [unit, factor] = Object.entries(units).reverse().find(([, each]) => value > 0 && value % each === 0) ?? ['s', second]
  return `${value / factor} ${unit}`
}

function within(least: number, most: number, value: number | undefined): number | undefined {
  return value !== undefined && value >= least && value <= most ? value : undefined
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
