/** Mailed links (LINK-1…6). Reading changes nothing; consuming is one update that says "and not yet used". */
import type { Links, Secrets, Tx } from '../app/ports.ts'
import type { Link, LinkKind } from '../domain/link.ts'
import type { Policy } from '../domain/policy.ts'
import type { Instant } from '../domain/types.ts'
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

const columns = `
  l.person_key, l.kind, l.token_hash, l.journey_hash, l.tries_left, l.expires_at, l.consumed_at is not null as consumed,
  l.superseded_at is not null as superseded, clave.now() as now,
  exists (select 1 from outbox o where o.link_hash = l.token_hash and o.given_up_at is not null) as undeliverable`

const byToken = statement('link-by-token', `select ${columns} from links l where token_hash = $1`)

const byJourney = statement('link-by-journey', `
  select ${columns} from links l
   where (person_key, kind) = (select person_key, $2 from journeys where id_hash = $1) and journey_hash = $1
   order by created_at desc limit 1`)

const good = 'consumed_at is null and superseded_at is null and expires_at >= clave.now()'

const consume = statement('link-consume', `update links set consumed_at = clave.now() where token_hash = $1 and ${good}`)

// LINK-3: the try is counted before the code is looked at.
const claimTry = statement('link-claim-try', `
  update links set tries_left = tries_left - 1 where token_hash = $1 and tries_left > 0 and ${good} returning code_hash, tries_left`)

interface Row {
  person_key: Buffer; kind: LinkKind; token_hash: Buffer; journey_hash: Buffer | null; tries_left: number; expires_at: Instant | null
  consumed: boolean; superseded: boolean; undeliverable: boolean; now: Instant
}

export function makeLinks(
  db: Database, on: (tx: Tx) => Connection, cipher: FieldCipher, keyring: Keyring, secrets: Secrets, policy: Policy['link'],
): Links {
  return {
    async issue(tx, person, { kind, token, journeyHash, lifetime }, mail, replaces) {
      const tokenHash = secrets.tokenHash(token)
      if (replaces) await on(tx).run(supersede, [bytesOf(person), kind])
      await on(tx).run(insert, [
        tokenHash, bytesOf(person), kind, journeyHash, contactHash(keyring, mail.to), secrets.codeHash(tokenHash, secrets.code(token)),
        policy.codeTries, lifetime,
      ])
      await queueMail(on(tx), cipher, keyring, person, mail, tokenHash)
    },
    async supersede(tx, person, kind) {
      await on(tx).run(supersede, [bytesOf(person), kind])
    },
    async findByToken(token) {
      const row = await db.row<Row>(byToken, [secrets.tokenHash(token)])
      return row ? asLink(row) : null
    },
    async findByJourney(journeyHash, kind, tx) {
      const row = await (tx ? on(tx) : db).row<Row>(byJourney, [journeyHash, kind])
      return row ? asLink(row) : null
    },
    consume: async (tx, tokenHash) => (await on(tx).run(consume, [tokenHash])) === 1,
    async claimCodeTry(tokenHash) {
      const row = await db.row<{ code_hash: Buffer; tries_left: number }>(claimTry, [tokenHash])
      return row ? { codeHash: row.code_hash, triesLeft: row.tries_left } : null
    },
  }
}

function asLink(row: Row): Link {
  return {
    person: personKeyOf(row.person_key), kind: row.kind, tokenHash: row.token_hash, journeyHash: row.journey_hash, triesLeft: row.tries_left,
    expiresAt: row.expires_at, consumed: row.consumed, superseded: row.superseded, undeliverable: row.undeliverable, now: row.now,
  }
}
