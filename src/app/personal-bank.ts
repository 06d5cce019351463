/** Step 3: contacts, personal questions and the figure (BANK-1, BANK-2). Secrets are hashed before they are kept anywhere. */
import { normaliseAnswer, refuseAnswers, type AnswerRefusal, type PersonalAnswer } from '../domain/bank.ts'
import type { JourneyFacts } from '../domain/journey.ts'
import { noteStep, saveStep, type OpenJourney } from './journey.ts'
import type { Deps } from './ports.ts'
import { runCommand } from './run-command.ts'

export type Contacts = NonNullable<JourneyFacts['contacts']>

/** A mail under way proves the old address and no other: it stops working in the same transaction (LINK-3, P-15). */
export function keepContacts(deps: Deps, journey: OpenJourney, contacts: Contacts): Promise<OpenJourney> {
  return runCommand(deps, journey.person, async ({ tx }) => {
    await deps.store.links.supersede(tx, journey.person, 'confirm-address')
    return saveStep(deps, tx, journey, 'contacts', { contacts })
  })
}

export type AnswersKept =
  | { readonly is: 'kept'; readonly journey: OpenJourney }
  | { readonly is: 'refused'; readonly refusals: readonly (AnswerRefusal | null)[] }
  | { readonly is: 'busy' }

export async function keepAnswers(deps: Deps, journey: OpenJourney, answers: readonly PersonalAnswer[]): Promise<AnswersKept> {
  const refusals = refuseAnswers(answers, deps.policy.bank, deps.commonAnswers)
  if (answers.length < deps.policy.bank.questions || refusals.some((each) => each !== null)) return { is: 'refused', refusals }
  const hashes = await hashAll(deps, answers.map(({ answer }) => normaliseAnswer(answer)))
  if (!hashes) return { is: 'busy' }
  const kept = answers.map(({ question }, at) => ({ question, hash: hashes[at]! }))
  return { is: 'kept', journey: await noteStep(deps, journey, 'personal-questions', { answers: kept }) }
}

/** Kept in the sealed journey only until it was found again. */
export function chooseFigure(deps: Deps, journey: OpenJourney, figure: string): Promise<OpenJourney> {
  return noteStep(deps, journey, 'figure', { figure })
}

export type FigureFound = 'found' | 'another' | 'busy'

export async function findFigureAgain(deps: Deps, journey: OpenJourney, figure: string): Promise<FigureFound> {
  if (journey.facts.figure !== figure) return 'another'
  const hashes = await hashAll(deps, [figure])
  if (!hashes) return 'busy'
  await noteStep(deps, journey, 'figure-again', { figureHash: hashes[0]! })
  return 'found'
}

export async function hashAll({ hasher }: Deps, texts: readonly string[]): Promise<readonly string[] | null> {
  const hashes: string[] = []
  for (const text of texts) {
    const slot = hasher.reserve('owner')
    if (!slot) return null
    hashes.push(await slot.hash(text))
  }
  return hashes
}
