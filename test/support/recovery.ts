/** Recovery driven at the application, without pages. The people are those of makeKey: three personal answers and the figure `sol`. */
import { askForMail, useCode } from '../../src/app/confirm-address.ts'
import { answerOwnQuestions, openRound, showOwnQuestions, type BankVerdict } from '../../src/app/own-questions.ts'
import { acceptTerms, issueKey, type Issued } from '../../src/app/issue-key.ts'
import type { RegisterRecord } from '../../src/domain/person.ts'
import { begin, nextCode, origin, type Walk } from './journeys.ts'
import type { World } from './world.ts'

export const bankAnswers: Readonly<Record<string, string>> = { 'first-teacher': 'senora IBARRA', 'first-boss': 'Don Ramiro', neighbour: 'Los  Cevallos' }
export const newPassword = 'cuatro gatos miran la luna llena'

/** Everything up to the personal questions, which are not shown yet. */
export async function walkToBank(world: World, record: RegisterRecord): Promise<Walk> {
  const walk = await begin(world, record.id)
  await walk.show()
  const verdict = await walk.answer(record)
  if (verdict.is !== 'passed') throw new Error(verdict.is)
  return walk
}

export interface Spoil { readonly answers?: Readonly<Record<string, string>>; readonly figure?: string }

/** One round: shown, then answered rightly but for what is spoiled. */
export async function answerBank(world: World, walk: Walk, spoil: Spoil = {}): Promise<BankVerdict> {
  await showOwnQuestions(world.deps, await walk.read(), origin)
  const round = await openRound(world.deps, await walk.read())
  if (!round) throw new Error('no round is open')
  return answerOwnQuestions(world.deps, await walk.read(), { round: round.round, answers: { ...bankAnswers, ...spoil.answers }, figure: spoil.figure ?? 'sol' }, origin)
}

/** Everything up to the password page. */
export async function walkToNewPassword(world: World, record: RegisterRecord, email: string): Promise<Walk> {
  const walk = await walkToBank(world, record)
  const verdict = await answerBank(world, walk)
  if (verdict !== 'right') throw new Error(verdict)
  await askForMail(world.deps, await walk.read())
  await confirmMail(world, walk, email)
  return walk
}

export async function confirmMail(world: World, walk: Walk, email: string): Promise<void> {
  const confirmed = await useCode(world.deps, await walk.read(), await nextCode(world, email))
  if (confirmed.is !== 'confirmed') throw new Error(confirmed.is)
  if (!(await walk.read()).facts.terms) await acceptTerms(world.deps, await walk.read())
}

export async function setNewPassword(world: World, walk: Walk, typed = newPassword): Promise<Issued> {
  return issueKey(world.deps, await walk.read(), typed, origin)
}
