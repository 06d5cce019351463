/**
 * Is what was typed an answer at all? Looks at the text alone, never at the register, so it reveals nothing and costs no
 * attempt (PROOF-1). Held by test/questions/format.test.ts.
 */
import { hasCents, parseAmount } from './amount.ts'
import { parseMonth } from './month.ts'
import { foldName } from './name.ts'
import { parseWhole } from './whole.ts'
import { none, type Question } from './question.ts'

export type FormatFault = 'empty' | 'too-long' | 'not-an-amount' | 'without-cents' | 'not-a-month' | 'not-a-number' | 'not-a-name' | 'not-an-option'

export type FormatCheck = { readonly ok: true } | { readonly ok: false; readonly fault: FormatFault }

export const longestAnswer = 120

/** Says whether `raw` can be read as an answer to this question. `cents`: amounts need them, unless the policy lets them be a dollar off. */
export function checkFormat(question: Question, raw: string | undefined, cents = true): FormatCheck {
  const fault = faultOf(question, raw ?? '', cents)
  return fault === undefined ? { ok: true } : { ok: false, fault }
}

function faultOf(question: Question, raw: string, cents: boolean): FormatFault | undefined {
  if (raw.trim() === '') return 'empty'
  if (raw.length > longestAnswer) return 'too-long'
  switch (question.input) {
    case 'amount':
      if (parseAmount(raw) === undefined) return 'not-an-amount'
      return !cents || hasCents(raw) ? undefined : 'without-cents'
    case 'month':
      return parseMonth(raw) === undefined ? 'not-a-month' : undefined
    case 'number':
      return parseWhole(raw) === undefined ? 'not-a-number' : undefined
    case 'name':
      return foldName(raw).length < 2 ? 'not-a-name' : undefined
    case 'choice':
      return raw === none || question.options.some((option) => option.code === raw) ? undefined : 'not-an-option'
  }
}
