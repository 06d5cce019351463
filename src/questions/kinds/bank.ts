/** The bank of the account on file, chosen: stands on the statement of the account. */
import { placeOf } from '../cohort.ts'
import type { Facts } from '../facts.ts'
import type { Candidate, Context, Kind } from '../kind.ts'
import { foldName } from '../name.ts'
import { chosen, hides, optionsFor, rightCode, type Secret } from '../options.ts'
import type { BankQuestion } from '../question.ts'

const id = 'bank'

export const bank: Kind<BankQuestion> = {
  kind: 'bank',
  record: 'account',
  input: 'choice',
  paper: 'bank-statement',
  candidates,
  matches(question, facts, raw) {
    const kept = facts.account?.bank
    return kept !== undefined && raw === rightCode(question.options, [kept], foldName)
  },
}

function candidates(facts: Facts, { draw, pools }: Context): readonly Candidate[] {
  const secret: Secret = { pool: pools.banksIn(placeOf(facts.id)), truth: facts.account?.bank ?? '', alsoTrue: [], keyOf: foldName }
  if (!hides(secret)) return []
  const ask = (): BankQuestion => ({ id, kind: 'bank', input: 'choice', options: optionsFor(draw, id, secret) })
  return [{ id, burden: 1, tells: ['bank'], shows: [], ...chosen, ask }]
}
