/**
 * Notices as text messages, beside the mails and in the same transaction (NOTICE-1). So many a day for one person and no more: each costs the
 * institution money, and who is told ten times in a day knows. Blocks are counted apart, for strangers cause them: they can neither run up a
 * bill nor use up what tells of a thief. Held by test/app/text-notices.test.ts.
 */
import type { RegisterRecord } from '../domain/person.ts'
import type { Policy } from '../domain/policy.ts'
import type { Instant, PersonKey } from '../domain/types.ts'
import { mobilesOnFile } from './mobiles-on-file.ts'
import type { TextKind } from './mail-ports.ts'
import type { Deps, Language, Tx } from './ports.ts'

export interface TextNotice {
  readonly tx: Tx
  readonly now: Instant
  readonly person: PersonKey
  readonly record: RegisterRecord | null
  readonly language: Language
  readonly kind: TextKind
}

/** Answers how many were queued. Call before contacts are changed, so that the former ones are told too. */
export async function tellByText(deps: Deps, { tx, now, person, record, language, kind }: TextNotice): Promise<number> {
  const { store, policy } = deps
  if (!deps.texting) return 0
  const mobiles = await mobilesOnFile(store, tx, person, record, { now, told: policy.notice.repudiation })
  if (mobiles.length === 0) return 0
  const sent = await store.outbox.textsOfDay(tx, person)
  const withheld = isEnough(kind, sent, policy.notice)
  if (!withheld) for (const to of mobiles) await queue(deps, { tx, now, person, language, kind }, to)
  const texts = withheld ? 0 : mobiles.length
  await store.append(tx, person, { type: 'notice.texted', facts: { kind, texts, withheld } })
  return texts
}

function isEnough(kind: TextKind, { blocks, others }: { readonly blocks: number; readonly others: number }, most: Policy['notice']): boolean {
  return kind === 'key-blocked' ? blocks >= most.blockTextsPerDay : others >= most.textsPerDay
}

async function queue({ store, secrets, policy }: Deps, { tx, now, person, language, kind }: Omit<TextNotice, 'record'>, to: string): Promise<void> {
  const order = { channel: 'text', kind, to, language, at: now } as const
  // As in the mails: nobody got in by a block, and a frozen key can be frozen no further.
  if (kind === 'key-blocked' || kind === 'key-frozen') return store.outbox.queue(tx, person, { ...order, token: null })
  const token = secrets.token()
  await store.links.issue(tx, person, { kind: 'repudiate', token, journeyHash: null, lifetime: policy.notice.repudiation }, { ...order, token }, false)
}
