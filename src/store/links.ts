/** Mailed links (LINK-1…6). Reading changes nothing; consuming is one update that says "and not yet used". */
import type { Links, NewLink, Tx } from '../app/ports.ts'
import type { Secrets } from '../app/secret-ports.ts'
import type { Link, LinkKind } from '../domain/link.ts'
import type { Policy } from '../domain/policy.ts'
import type { Instant, PersonKey } from '../domain/types.ts'
import type { FieldCipher } from '../security/field-cipher.ts'
import type { Keyring } from '../security/keyring.ts'
import { contactHash } from './contact-hash.ts'
import { statement, type Connection, type Database } from './database.ts'
import { queueMail } from './outbox.ts'
import { bytesOf, personKeyOf } from './person-key.ts'

const supersede = statement('link-supersede', `
  update links set superseded_at = clave.now() where person_key = $1 and kind = $2 and consumed_at is null and superseded_at is null`)

const insert = statement('link-insert', `
  insert into links (token_hash, person_key, kind, journey_hash, address_hash, code_hash, tries_left, created_at, lifetime)
  values ($1, $2, $3, $4, $5, $6, $7, clave.now(), $8 * interval '1 ms')`)

export const linkColumns = `
  l.person_key, l.kind, l.token_hash, l.journey_hash, l.tries_left, l.expires_at, l.consumed_at is not null as consumed,
  l.superseded_at is not null as superseded, clave.now() as now,
  exists (select 1 from outbox o where o.link_hash = l.token_hash and o.given_up_at is not null) as undeliverable`

const byToken = statement('link-by-token', `select ${linkColumns} from links l where token_hash = $1`)

// The one that stands before those it replaced: by time alone, a clock that went back would bring an older one to the front.
const byJourney = statement('link-by-journey', `
  select ${linkColumns} from links l
   where (person_key, kind) = (select person_key, $2 from journeys where id_hash = $1) and journey_hash = $1
   order by superseded_at is not null, created_at desc limit 1`)

export const goodLink = 'consumed_at is null and superseded_at is null and expires_at >= clave.now()'

const consume = statement('link-consume', `update links set consumed_at = clave.now() where token_hash = $1 and ${goodLink}`)

// LINK-3: the try is counted before the code is looked at.
const claimTry = statement('link-claim-try', `
  update links set tries_left = tries_left - 1 where token_hash = $1 and tries_left > 0 and ${goodLink} returning code_hash, tries_left`)

export interface LinkRow {
  person_key: Buffer; kind: LinkKind; token_hash: Buffer; journey_hash: Buffer | null; tries_left: number; expires_at: Instant | null
  consumed: boolean; superseded: boolean; undeliverable: boolean; now: Instant
}

export function makeLinks(
  db: Database, on: (tx: Tx) => Connection, cipher: FieldCipher, keyring: Keyring, secrets: Secrets, policy: Policy['link'],
): Links {
  return {
    async issue(tx, person, link, mail, replaces) {
      if (replaces) await supersedeLinks(on(tx), person, link.kind)
      const tokenHash = await issueLink(on(tx), { keyring, secrets, policy }, person, link, mail.to)
      await queueMail(on(tx), cipher, keyring, person, mail, tokenHash)
    },
    async supersede(tx, person, kind) {
      await supersedeLinks(on(tx), person, kind)
    },
    async findByToken(token) {
      const row = await db.row<LinkRow>(byToken, [secrets.tokenHash(token)])
      return row ? asLink(row) : null
    },
    async findByJourney(journeyHash, kind, tx) {
      const row = await (tx ? on(tx) : db).row<LinkRow>(byJourney, [journeyHash, kind])
      return row ? asLink(row) : null
    },
    consume: async (tx, tokenHash) => (await on(tx).run(consume, [tokenHash])) === 1,
    async claimCodeTry(tokenHash) {
      const row = await db.row<{ code_hash: Buffer; tries_left: number }>(claimTry, [tokenHash])
      return row ? { codeHash: row.code_hash, triesLeft: row.tries_left } : null
    },
  }
}

export async function supersedeLinks(on: Connection, person: PersonKey, kind: LinkKind): Promise<void> {
  await on.run(supersede, [bytesOf(person), kind])
}

/** The same statement, which finds nothing: for who is only made to believe in a link (E-02). */
export async function supersedeNone(on: Connection, person: PersonKey): Promise<void> {
  await on.run(supersede, [bytesOf(person), 'none'])
}

interface LinkParts { readonly keyring: Keyring; readonly secrets: Secrets; readonly policy: Policy['link'] }

/** Stores a link without its mail; answers the hash of its token. */
export async function issueLink(
  on: Connection, { keyring, secrets, policy }: LinkParts, person: PersonKey, { kind, token, journeyHash, lifetime }: NewLink, to: string,
): Promise<Buffer> {
  const tokenHash = secrets.tokenHash(token)
  await on.run(insert, [
    tokenHash, bytesOf(person), kind, journeyHash, contactHash(keyring, to), secrets.codeHash(tokenHash, secrets.code(token)), policy.codeTries, lifetime,
  ])
  return tokenHash
}

export function asLink(row: LinkRow): Link {
  return {
    person: personKeyOf(row.person_key), kind: row.kind, tokenHash: row.token_hash, journeyHash: row.journey_hash, triesLeft: row.tries_left,
    expiresAt: row.expires_at, consumed: row.consumed, superseded: row.superseded, undeliverable: row.undeliverable, now: row.now,
  }
}
