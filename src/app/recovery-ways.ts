/** Which verified addresses a recovery may write to. Two different proofs are needed after the deck: one mailbox must not count twice (BANK-3). */
import type { JourneyFacts, OnFile } from '../domain/journey.ts'
import { addressesOnFile } from './addresses-on-file.ts'
import { saveStep, type OpenJourney } from './journey.ts'
import type { Deps } from './ports.ts'
import { runCommand } from './run-command.ts'

export interface WaysOnFile {
  /** There is a second verified address. */
  readonly second: boolean
  /** It did not vouch for the person already, so the mail of step 4 may go there. */
  readonly secondIsFree: boolean
}

export async function waysOnFile({ store, register }: Deps, { person, facts }: OpenJourney): Promise<WaysOnFile> {
  const { record } = await register.findByKey(person)
  const addresses = await store.transaction((tx) => addressesOnFile(store, tx, person, record))
  const second = addresses.length > 1
  return { second, secondIsFree: second && mayGoToSecond(facts) }
}

/** Where the mail of step 4 goes from now on; what was mailed elsewhere stops working. false when that address may not be used. */
export async function mailTo(deps: Deps, journey: OpenJourney, which: OnFile): Promise<boolean> {
  const ways = await waysOnFile(deps, journey)
  return runCommand(deps, journey.person, async ({ tx }) => {
    const fresh = await deps.store.journeys.load(journey.idHash, tx)
    if (!fresh || (which === 'second' && !(ways.second && mayGoToSecond(fresh.facts)))) return false
    await deps.store.links.supersede(tx, journey.person, 'recover')
    await saveStep(deps, tx, journey, 'lost-mailbox', { mailTo: which })
    return true
  })
}

function mayGoToSecond({ vouched }: JourneyFacts): boolean {
  return vouched?.by === 'questions'
}
