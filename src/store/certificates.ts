/** Certificates: found by the hash of their code; what they say, the file and its signature are sealed (AUDIT-2). Held by test/web/services/certificate.test.ts. */
import type { Certificate, Certificates, StoredCertificate } from '../app/certificate-ports.ts'
import type { Tx } from '../app/ports.ts'
import type { Policy } from '../domain/policy.ts'
import type { Instant } from '../domain/types.ts'
import type { FieldCipher } from '../security/field-cipher.ts'
import type { Keyring } from '../security/keyring.ts'
import { statement, type Connection, type Database } from './database.ts'
import { bytesOf, personKeyOf } from './person-key.ts'

const add = statement('certificate-add', `
  insert into certificates (person_key, code_hash, content, issued_at)
  select $1, $2, $3, clave.now()
   where (select count(*) from certificates where person_key = $1 and issued_at > clave.now() - interval '1 day') < $4`)

const list = statement('certificate-list', 'select person_key, content, issued_at from certificates where person_key = $1 order by issued_at desc limit 10')
const find = statement('certificate-find', 'select person_key, content, issued_at from certificates where code_hash = $1')

interface Row { person_key: Buffer; content: Buffer; issued_at: Instant }

export function makeCertificates(db: Database, on: (tx: Tx) => Connection, cipher: FieldCipher, keyring: Keyring, { perDay }: Policy['certificate']): Certificates {
  // Keyed: who has the tables but not the ring cannot even tell whether a code he saw is one of them.
  const hashOf = (code: string): Buffer => keyring.fixedHash('certificate', code)
  return {
    async add(tx, person, { pdf, ...rest }) {
      const content = JSON.stringify({ ...rest, pdf: pdf.toString('base64') })
      return (await on(tx).run(add, [bytesOf(person), hashOf(rest.code), cipher.encrypt(person, 'certificate', content), perDay])) === 1
    },
    list: async (person) => (await db.rows<Row>(list, [bytesOf(person)])).map(asCertificate),
    async find(code) {
      const row = await db.row<Row>(find, [hashOf(code)])
      return row ? asCertificate(row) : null
    },
  }

  function asCertificate({ person_key: key, content, issued_at: issuedAt }: Row): StoredCertificate {
    const person = personKeyOf(key)
    const { pdf, ...rest } = JSON.parse(cipher.decrypt(person, 'certificate', content).toString()) as Omit<Certificate, 'pdf'> & { pdf: string }
    return { ...rest, pdf: Buffer.from(pdf, 'base64'), person, issuedAt }
  }
}
