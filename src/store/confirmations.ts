/** A young key confirmed by a contact known before (PROOF-10). Held by test/app/confirm-key.test.ts. */
import type { Confirmations, ProbationStanding } from '../app/confirmation-ports.ts'
import type { Tx } from '../app/ports.ts'
import type { Secrets } from '../app/secret-ports.ts'
import type { Policy } from '../domain/policy.ts'
import type { FieldCipher } from '../security/field-cipher.ts'
import type { Keyring } from '../security/keyring.ts'
import { contactHash } from './contact-hash.ts'
import { statement, type Connection, type Database } from './database.ts'
import { asLink, issueLink, linkColumns, supersedeLinks, type LinkRow } from './links.ts'
import { queueMail } from './outbox.ts'
import { bytesOf } from './person-key.ts'

const standing = statement('confirmation-standing', `
  select state, probation_until as "probationUntil", greatest(issued_at, recovered_at) as "madeAt" from accounts where person_key = $1`)

// A journey lasts a day at most, so what its mails proved is not older than that.
const recoveredBy = statement('confirmation-recovered-by', `
  select 1 from links l join accounts a using (person_key)
   where l.person_key = $1 and l.kind in ('recover', 'vouch') and l.address_hash = $2 and l.consumed_at > a.recovered_at - interval '1 day' limit 1`)

const asked = statement('confirmation-asked', `
  select ${linkColumns} from links l where person_key = $1 and kind = 'confirm-key' and journey_hash = $2
   order by created_at desc, superseded_at is not null limit 1`)

const confirm = statement('confirmation-confirm', `
  update accounts set probation_until = clave.now(), version = version + 1
   where person_key = $1 and state = 'active' and probation_until > clave.now()`)

export function makeConfirmations(
  db: Database, on: (tx: Tx) => Connection, cipher: FieldCipher, keyring: Keyring, secrets: Secrets, policy: Policy['link'],
): Confirmations {
  return {
    standing: async (tx, person) => (await on(tx).row<ProbationStanding>(standing, [bytesOf(person)])) ?? null,
    recoveredBy: async (tx, person, address) => (await on(tx).row(recoveredBy, [bytesOf(person), contactHash(keyring, address)])) !== undefined,
    async issue(tx, person, { hash, token }, mails) {
      await supersedeLinks(on(tx), person, 'confirm-key')
      const link = { kind: 'confirm-key', token, journeyHash: hash, lifetime: policy.lifetime } as const
      const tokenHash = await issueLink(on(tx), { keyring, secrets, policy }, person, link, mails[0]!.to)
      for (const mail of mails) await queueMail(on(tx), cipher, keyring, person, mail, tokenHash)
    },
    async asked(person, sessionHash, tx) {
      const row = await (tx ? on(tx) : db).row<LinkRow>(asked, [bytesOf(person), sessionHash])
      return row ? asLink(row) : null
    },
    confirm: async (tx, person) => (await on(tx).run(confirm, [bytesOf(person)])) === 1,
  }
}
