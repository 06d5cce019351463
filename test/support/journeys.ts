/** Journeys driven at the application, without pages: the quick way to any step. */
import { identify } from '../../src/app/identify.ts'
import { openJourney, type OpenJourney } from '../../src/app/journey.ts'
import { answerDeck, openDeck, showDeck, type Outlook, type Verdict } from '../../src/app/proofing.ts'
import { acceptTerms, issueKey, type Issued } from '../../src/app/issue-key.ts'
import { askForMail, useCode } from '../../src/app/confirm-address.ts'
import { chooseFigure, findFigureAgain, keepAnswers, keepContacts } from '../../src/app/personal-bank.ts'
import type { Identifier, RegisterRecord } from '../../src/domain/person.ts'
import { truths, wrong } from '../questions/people.ts'
import type { World } from './world.ts'

export const origin = { network: '203.0.113.0/24' }
export const password = 'tres tristes tigres comen trigo'
let challenges = 0

export interface Walk {
  readonly id: string
  read(): Promise<OpenJourney>
  show(): Promise<Outlook>
  /** Answers the open deck with what this record says; null spoils every answer. */
  answer(record: RegisterRecord | null, spoil?: { readonly birthDate?: true; readonly question?: number }): Promise<Verdict>
}

/** Step 1, robot check solved. */
export async function begin(world: World, identifier: Identifier): Promise<Walk> {
  challenges += 1
  const expiresAt = (await world.clock.now()) + 600_000
  const started = await identify(world.deps, identifier, { solved: true, challenge: `test-${challenges}`, expiresAt }, 'es', origin)
  if (started.is !== 'started') throw new Error(started.is)
  const read = async (): Promise<OpenJourney> => (await openJourney(world.deps, started.journeyId))!
  return {
    id: started.journeyId,
    read,
    show: async () => showDeck(world.deps, await read(), origin),
    async answer(record, spoil = {}) {
      const journey = await read()
      const open = (await openDeck(world.deps, journey))!
      const right = record ? truths(open.deck, record) : {}
      const answers = Object.fromEntries(open.deck.questions.map((question, at) =>
        [question.id, record === null ? 'xyz' : at === spoil.question ? wrong(question, record) : (right[question.id] ?? '')]))
      const birthDate = record && !spoil.birthDate ? record.birthDate : '1930-01-02'
      return answerDeck(world.deps, journey, { attempt: open.attempt, birthDate, answers }, origin)
    },
  }
}

/** Everything up to the password page. */
export async function walkToPassword(world: World, record: RegisterRecord, email: string): Promise<Walk> {
  const walk = await begin(world, record.id)
  await walk.show()
  const verdict = await walk.answer(record)
  if (verdict.is !== 'passed') throw new Error(verdict.is)
  await keepContacts(world.deps, await walk.read(), { email, phone: { value: '+593991234567', kind: 'mobile' } })
  await keepAnswers(world.deps, await walk.read(), [
    { question: 'first-teacher', answer: 'Señora Ibarra' }, { question: 'first-boss', answer: 'don Ramiro' }, { question: 'neighbour', answer: 'los Cevallos' },
  ])
  await chooseFigure(world.deps, await walk.read(), 'sol')
  await findFigureAgain(world.deps, await walk.read(), 'sol')
  await askForMail(world.deps, await walk.read())
  const confirmed = await useCode(world.deps, await walk.read(), await nextCode(world, email))
  if (confirmed.is !== 'confirmed') throw new Error(confirmed.is)
  await acceptTerms(world.deps, await walk.read())
  return walk
}

/** The code of the next mail that has one; notices may lie before it in the box. */
export async function nextCode(world: Pick<World, 'inbox'>, email: string): Promise<string> {
  for (;;) {
    const { code, links } = await world.inbox.waitFor(email)
    if (code !== null && links.some((link) => link.includes('/enlace/'))) return code
  }
}

/** A person with a key. */
export async function makeKey(world: World, record: RegisterRecord, email: string): Promise<Issued> {
  const walk = await walkToPassword(world, record, email)
  return issueKey(world.deps, await walk.read(), password, origin)
}
