/**
 * "No fui yo" (NOTICE-1): freezes the key and ends every session. The page asks for the person's own number, which a mail scanner
 * that presses every button does not have (LINK-2); the number is compared after one of the link's five tries was claimed.
 */
import { addressesToTell } from './addresses-on-file.ts'
import { linkState, type LinkState } from '../domain/link.ts'
import type { Identifier } from '../domain/person.ts'
import type { Deps, Language, Origin } from './ports.ts'
import { runCommand } from './run-command.ts'
import { tellByText } from './text-notices.ts'

/** null: there is no such link. Changes nothing. */
export async function repudiationState({ store }: Deps, token: string): Promise<LinkState | null> {
  const link = await store.links.findByToken(token)
  return link?.kind === 'repudiate' ? linkState(link) : null
}

export type Repudiated =
  | { readonly is: 'frozen'; readonly sessionsEnded: number }
  | { readonly is: 'not-good'; readonly state: LinkState | null }
  | { readonly is: 'not-theirs'; readonly triesLeft: number }

export async function repudiate(deps: Deps, token: string, identifier: Identifier, language: Language, { network }: Origin): Promise<Repudiated> {
  const { store, register } = deps
  const link = await store.links.findByToken(token)
  if (link?.kind !== 'repudiate') return { is: 'not-good', state: null }
  const claimed = await store.links.claimCodeTry(link.tokenHash)
  if (!claimed) return { is: 'not-good', state: linkState(link) }
  const { person, record } = await register.findByKey(await register.resolve(identifier))
  if (person !== link.person) return { is: 'not-theirs', triesLeft: claimed.triesLeft }
  const done = await runCommand<Repudiated>(deps, person, async ({ tx, now, append }) => {
    if (!(await store.links.consume(tx, link.tokenHash))) return { is: 'not-good', state: { is: 'used' } }
    await store.accounts.freeze(tx, person)
    const sessionsEnded = await store.sessions.endAll(tx, person)
    await append({ type: 'key.frozen', facts: { sessionsEnded }, personal: { network } })
    for (const to of await addressesToTell(deps, tx, person, record, now)) await store.outbox.queue(tx, person, { kind: 'key-frozen', to, language, at: now })
    await tellByText(deps, { tx, now, person, record, language, kind: 'key-frozen' })
    return { is: 'frozen', sessionsEnded }
  })
  if (done.is === 'frozen') deps.wakeCourier()
  return done
}
