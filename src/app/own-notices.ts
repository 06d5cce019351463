/** NOTICE-1: what was changed by a signed-in person is told to every verified address, each with a «No fui yo» link of its own, and by text. */
import type { RegisterRecord } from '../domain/person.ts'
import type { Instant, PersonKey } from '../domain/types.ts'
import { addressesToTell } from './addresses-on-file.ts'
import type { OwnNotice } from './own-ports.ts'
import type { Deps, Language, Tx } from './ports.ts'
import { tellByText } from './text-notices.ts'

export interface Teller {
  readonly tx: Tx
  readonly now: Instant
  readonly person: PersonKey
  readonly record: RegisterRecord | null
  readonly language: Language
}

/** Answers how many mails went out. Call before contacts are changed, so that the former ones are told too; `also`: addresses that are not on file yet. */
export async function tellOwner(deps: Deps, teller: Teller, notice: OwnNotice, also: readonly string[] = []): Promise<number> {
  const { store, secrets, policy } = deps
  const { tx, now, person, record, language } = teller
  const addresses = [...new Set([...(await addressesToTell(deps, tx, person, record, now)), ...also.map((value) => value.toLowerCase())])]
  for (const to of addresses) {
    const token = secrets.token()
    const link = { kind: 'repudiate', token, journeyHash: null, lifetime: policy.notice.repudiation } as const
    await store.links.issue(tx, person, link, { ...notice, to, language, token, at: now }, false)
  }
  await tellByText(deps, { tx, now, person, record, language, kind: notice.kind })
  return addresses.length
}
