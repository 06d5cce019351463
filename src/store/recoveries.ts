/** A new key in place of a forgotten one, and what ends with the old one. Held by test/app/recovery.test.ts. */
import type { Tx } from '../app/ports.ts'
import type { Recoveries, StoredBank } from '../app/recovery-ports.ts'
import type { FieldCipher } from '../security/field-cipher.ts'
import type { Keyring } from '../security/keyring.ts'
import { contactHash } from './contact-hash.ts'
import { statement, type Connection } from './database.ts'
import { bytesOf } from './person-key.ts'

const answers = statement('recovery-answers', 'select question, answer_hash as hash from personal_answers where person_key = $1 order by question')
const figure = statement('recovery-figure', 'select figure_hash as hash from personal_figures where person_key = $1')
const terms = statement('recovery-terms', `select terms_version as version, encode(terms_digest, 'hex') as digest from accounts where person_key = $1`)

// M-06: a contact that changed after the proof ends the recovery, wherever it stood: the mail of this journey went to an address that may be the
// former one by now, and who changed it had the key.
// W-08: the mail that this journey used up is asked for here, in the statement that changes the key, and nowhere trusted to be checked before.
const recover = statement('recovery-recover', `
  update accounts a
     set password_hash = $2, recovered_at = to_timestamp($3::double precision / 1000),
         probation_until = greatest(a.probation_until, to_timestamp($4::double precision / 1000)),
         terms_version = $5, terms_digest = decode($6, 'hex'), version = a.version + 1
   where a.person_key = $1 and a.state = 'active'
     and exists (select 1 from people where person_key = $1 and status = 'active' for share)
     and exists (select 1 from links l where l.person_key = $1 and l.kind = 'recover' and l.journey_hash = $7 and l.consumed_at is not null)
     and to_timestamp($8::double precision / 1000) > greatest(a.issued_at, a.recovered_at, a.changed_at)
     and not exists (select 1 from contacts c where c.person_key = $1 and c.since >= to_timestamp($8::double precision / 1000))
     and not exists (select 1 from former_contacts f where f.person_key = $1 and f.ended_at >= to_timestamp($8::double precision / 1000))`)

const clearTries = statement('recovery-clear-tries', 'delete from login_attempts where person_key = $1')
const endDevices = statement('recovery-end-devices', 'update devices set ended_at = clave.now() where person_key = $1 and ended_at is null')
// «No fui yo» of an earlier notice stays good: it can only stop the key (NOTICE-1).
const supersede = statement('recovery-supersede', `
  update links set superseded_at = clave.now()
   where person_key = $1 and kind <> 'repudiate' and consumed_at is null and superseded_at is null`)

const former = statement('recovery-former', `
  select value from former_contacts
   where person_key = $1 and kind = 'email' and value is not null and ended_at > to_timestamp($2::double precision / 1000)`)

// By hash: the value itself is erased after its time (docs/retention.md), and an address stays given up.
const givenUp = statement('recovery-given-up', 'select distinct value_hash from former_contacts where person_key = $1 and value_hash = any($2::bytea[])')

const formerMobiles = statement('recovery-former-mobiles', `
  select value, verified_by <> 'none' as verified from former_contacts
   where person_key = $1 and kind = 'mobile' and value is not null and ended_at > to_timestamp($2::double precision / 1000)`)

export function makeRecoveries(on: (tx: Tx) => Connection, cipher: FieldCipher, keyring: Keyring): Recoveries {
  return {
    async bank(tx, person) {
      const found = await on(tx).row<{ hash: string }>(figure, [bytesOf(person)])
      return { answers: await on(tx).rows<StoredBank['answers'][number]>(answers, [bytesOf(person)]), figureHash: found?.hash ?? null }
    },
    terms: async (tx, person) => (await on(tx).row<{ version: string; digest: string }>(terms, [bytesOf(person)])) ?? null,
    async recover(tx, person, journeyHash, provenAt, key) {
      const values = [bytesOf(person), key.passwordHash, key.at, key.probationUntil, key.terms.version, key.terms.digest, journeyHash, provenAt]
      return (await on(tx).run(recover, values)) === 1
    },
    async forgetOld(tx, person) {
      await on(tx).run(clearTries, [bytesOf(person)])
      await on(tx).run(supersede, [bytesOf(person)])
      return { devicesEnded: await on(tx).run(endDevices, [bytesOf(person)]) }
    },
    async formerAddresses(tx, person, since) {
      const rows = await on(tx).rows<{ value: Buffer }>(former, [bytesOf(person), since])
      return rows.map(({ value }) => cipher.decrypt(person, 'contact', value).toString())
    },
    async givenUp(tx, person, addresses) {
      const hashes = addresses.map((address) => contactHash(keyring, address))
      const rows = await on(tx).rows<{ value_hash: Buffer }>(givenUp, [bytesOf(person), hashes])
      return addresses.filter((_, at) => rows.some((row) => row.value_hash.equals(hashes[at]!)))
    },
    async formerMobiles(tx, person, since) {
      const rows = await on(tx).rows<{ value: Buffer; verified: boolean }>(formerMobiles, [bytesOf(person), since])
      return rows.map(({ value, verified }) => ({ verified, value: cipher.decrypt(person, 'contact', value).toString() }))
    },
  }
}
