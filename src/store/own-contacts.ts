/** The person's contacts, the change that waits for its codes, and what a contact was before (journey 4, M-11). Held by test/web/my-key/contacts.test.ts. */
import type { ContactPlace, OwnContact, OwnContacts, PendingChange } from '../app/contact-ports.ts'
import type { NewContact, Tx } from '../app/ports.ts'
import type { Instant, PersonKey } from '../domain/types.ts'
import type { FieldCipher } from '../security/field-cipher.ts'
import type { Keyring } from '../security/keyring.ts'
import { contactHash } from './contact-hash.ts'
import { statement, type Connection, type Database } from './database.ts'
import { asLink, linkColumns, type LinkRow } from './links.ts'
import { bytesOf, personKeyOf } from './person-key.ts'

/** A telephone has one place, whatever its kind. */
const ranks: Readonly<Record<ContactPlace, number>> = { email: 1, 'second-email': 2, phone: 3 }
const places = new Map(Object.entries(ranks).map(([place, rank]) => [rank, place as ContactPlace]))

const list = statement('own-contacts-list', `
  select kind, value, rank, verified_by as "verifiedBy", since, case when money_from > clave.now() then money_from end as "moneyFrom"
    from contacts where person_key = $1 order by rank`)

const pending = statement('contact-change-pending', 'select person_key, what, value, current_link, new_link from contact_changes where session_hash = $1')
const linkOf = statement('contact-change-link', `select ${linkColumns} from links l where token_hash = $1`)

const keep = statement('contact-change-keep', `
  insert into contact_changes (person_key, session_hash, what, value, current_link, new_link, asked_at) values ($1, $2, $3, $4, $5, $6, clave.now())
  on conflict (person_key) do update set session_hash = excluded.session_hash, what = excluded.what, value = excluded.value,
    current_link = excluded.current_link, new_link = excluded.new_link, asked_at = excluded.asked_at`)
const drop = statement('contact-change-drop', 'delete from contact_changes where person_key = $1')

const takeAway = statement('contact-take-away', `
  with gone as (delete from contacts where person_key = $1 and rank = $2 returning kind, value_hash, value, verified_by)
  insert into former_contacts (person_key, kind, value_hash, value, ended_at, verified_by)
  select $1, kind, value_hash, value, clave.now(), verified_by from gone`)

const put = statement('contact-put', `
  insert into contacts (person_key, kind, value_hash, value, rank, verified_by, since, money_from)
  values ($1, $2, $3, $4, $5, $6, clave.now(), to_timestamp($7::double precision / 1000))`)

interface Row { kind: NewContact['kind']; value: Buffer; rank: number; verifiedBy: OwnContact['verifiedBy']; since: Instant; moneyFrom: Instant | null }
interface PendingRow { person_key: Buffer; what: ContactPlace; value: Buffer; current_link: Buffer; new_link: Buffer | null }

export function makeOwnContacts(db: Database, on: (tx: Tx) => Connection, cipher: FieldCipher, keyring: Keyring): OwnContacts {
  const remove = async (tx: Tx, person: PersonKey, place: ContactPlace): Promise<boolean> => (await on(tx).run(takeAway, [bytesOf(person), ranks[place]])) > 0
  return {
    async list(person) {
      const rows = await db.rows<Row>(list, [bytesOf(person)])
      return rows.map(({ rank, value, ...row }) => ({ ...row, place: places.get(rank) ?? 'phone', value: cipher.decrypt(person, 'contact', value).toString() }))
    },
    async pending(sessionHash, tx) {
      const from = tx ? on(tx) : db
      const row = await from.row<PendingRow>(pending, [sessionHash])
      if (!row) return null
      const link = async (hash: Buffer) => asLink((await from.row<LinkRow>(linkOf, [hash]))!)
      const { value, kind } = JSON.parse(cipher.decrypt(personKeyOf(row.person_key), 'contact', row.value).toString()) as Pick<PendingChange, 'value' | 'kind'>
      return { place: row.what, value, kind, currentLink: await link(row.current_link), newLink: row.new_link && (await link(row.new_link)) }
    },
    async keepPending(tx, person, sessionHash, { place, value, kind }, links) {
      const sealed = cipher.encrypt(person, 'contact', JSON.stringify({ value, kind }))
      await on(tx).run(keep, [bytesOf(person), sessionHash, place, sealed, links.current, links.fresh])
    },
    async dropPending(tx, person) {
      await on(tx).run(drop, [bytesOf(person)])
    },
    async put(tx, person, place, { kind, value, verifiedBy, moneyFrom }) {
      await remove(tx, person, place)
      await on(tx).run(put, [bytesOf(person), kind, contactHash(keyring, value), cipher.encrypt(person, 'contact', value), ranks[place], verifiedBy, moneyFrom])
    },
    remove,
  }
}
