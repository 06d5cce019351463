/** "Mis preguntas y figura": a signed-in person replaces the whole bank (BANK-1, BANK-2). Nothing of the old one is shown or needed. */
import { normaliseAnswer, refuseAnswers, type AnswerRefusal, type PersonalAnswer } from '../domain/bank.ts'
import { tellOwner } from './own-notices.ts'
import type { OwnSession } from './own-session.ts'
import { hashAll } from './personal-bank.ts'
import type { Deps, Language, Origin } from './ports.ts'
import { runCommand } from './run-command.ts'

export type BankKept =
  | { readonly is: 'kept' }
  | { readonly is: 'refused'; readonly refusals: readonly (AnswerRefusal | null)[] }
  | { readonly is: 'busy' }

/** Hashed before they are kept anywhere; they count for nothing until the figure was found again. */
export async function keepNewBank(deps: Deps, { person, idHash }: OwnSession, answers: readonly PersonalAnswer[], figure: string): Promise<BankKept> {
  const refusals = refuseAnswers(answers, deps.policy.bank, deps.commonAnswers)
  if (answers.length < deps.policy.bank.questions || refusals.some((each) => each !== null)) return { is: 'refused', refusals }
  const hashes = await hashAll(deps, answers.map(({ answer }) => normaliseAnswer(answer)))
  if (!hashes) return { is: 'busy' }
  const kept = { answers: answers.map(({ question }, at) => ({ question, hash: hashes[at]! })), figure }
  await runCommand(deps, person, ({ tx }) => deps.store.own.bank.keepPending(tx, person, idHash, kept))
  return { is: 'kept' }
}

export type BankReplaced = 'replaced' | 'another-figure' | 'nothing-kept' | 'busy'

export async function replaceBank(deps: Deps, own: OwnSession, figure: string, language: Language, { network }: Origin): Promise<BankReplaced> {
  const { store } = deps
  const { person, record, idHash } = own
  const kept = await store.own.bank.pending(idHash)
  if (!kept) return 'nothing-kept'
  if (kept.figure !== figure) return 'another-figure'
  const hashes = await hashAll(deps, [figure])
  if (!hashes) return 'busy'
  const done = await runCommand<BankReplaced>(deps, person, async ({ tx, now, append }) => {
    const still = await store.own.bank.pending(idHash, tx)
    if (still?.figure !== figure) return 'nothing-kept'
    await store.own.bank.replace(tx, person, still.answers, hashes[0]!)
    const notices = await tellOwner(deps, { tx, now, person, record, language }, { kind: 'bank-replaced' })
    await append({ type: 'bank.replaced', facts: { notices }, personal: { network } })
    return 'replaced'
  })
  if (done === 'replaced') deps.wakeCourier()
  return done
}
