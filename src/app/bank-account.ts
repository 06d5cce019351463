/**
 * Registering the account for payments (journey 7, PROOF-10, M-11): class money, the key typed within the last minutes, decided again in the
 * transaction that stores it, and told to every verified address with a link to say no (NOTICE-1).
 */
import type { BankAccount } from '../domain/bank-account.ts'
import type { Access } from '../domain/service-access.ts'
import { tellOwner } from './own-notices.ts'
import { keyIsFresh, type OwnSession } from './own-session.ts'
import type { Deps, Language, Origin } from './ports.ts'
import { runCommand } from './run-command.ts'
import { accessNow } from './use-service.ts'

const service = 'bank-account'

export type AccountRegistered =
  | { readonly is: 'registered' }
  /** The very account that is registered: nothing changed, and nobody is told anything. */
  | { readonly is: 'same' }
  /** The key was typed too long ago; it is asked for once more. */
  | { readonly is: 'key-not-fresh' }
  | { readonly is: 'refused'; readonly access: Exclude<Access, { readonly is: 'allowed' }> }

export function bankAccountOf({ store }: Deps, { person }: OwnSession): Promise<BankAccount | null> {
  return store.transaction((tx) => store.services.bankAccount(tx, person))
}

export async function registerBankAccount(deps: Deps, own: OwnSession, account: BankAccount, language: Language, { network }: Origin): Promise<AccountRegistered> {
  const { store } = deps
  const { person, record } = own
  const fresh = await keyIsFresh(deps, own)
  const done = await runCommand<AccountRegistered>(deps, person, async (command) => {
    const { tx, now, append } = command
    const access = await accessNow(deps, command, person, service)
    if (access.is !== 'allowed') return { is: 'refused', access }
    if (!fresh) {
      await append({ type: 'service.refused', facts: { service, reason: 'key-not-fresh' } })
      return { is: 'key-not-fresh' }
    }
    const before = await store.services.bankAccount(tx, person)
    if (before && before.bank === account.bank && before.kind === account.kind && before.number === account.number) return { is: 'same' }
    await store.services.saveBankAccount(tx, person, account)
    const notices = await tellOwner(deps, { tx, now, person, record, language }, { kind: 'money-account' })
    await append({ type: 'money.account-registered', facts: { notices }, personal: { network } })
    return { is: 'registered' }
  })
  if (done.is === 'registered') deps.wakeCourier()
  return done
}
