/** Personal questions and figure replaced as a whole (BANK-2: hashes only). Held by test/web/my-key/questions.test.ts. */
import type { OwnBank, PendingBank } from '../app/own-ports.ts'
import type { Tx } from '../app/ports.ts'
import type { FieldCipher } from '../security/field-cipher.ts'
import { statement, type Connection, type Database } from './database.ts'
import { bytesOf, personKeyOf } from './person-key.ts'

const pending = statement('bank-change-pending', `
  select person_key, content from bank_changes where session_hash = $1 and asked_at > clave.now() - interval '30 minutes'`)

const keep = statement('bank-change-keep', `
  insert into bank_changes (person_key, session_hash, content, asked_at) values ($1, $2, $3, clave.now())
  on conflict (person_key) do update set session_hash = excluded.session_hash, content = excluded.content, asked_at = excluded.asked_at`)

const drop = statement('bank-change-drop', 'delete from bank_changes where person_key = $1')
const clear = statement('bank-clear', 'delete from personal_answers where person_key = $1')
const answer = statement('bank-answer', 'insert into personal_answers (person_key, question, answer_hash) values ($1, $2, $3)')
const figure = statement('bank-figure', `
  insert into personal_figures (person_key, figure_hash) values ($1, $2) on conflict (person_key) do update set figure_hash = excluded.figure_hash`)

export function makeOwnBank(db: Database, on: (tx: Tx) => Connection, cipher: FieldCipher): OwnBank {
  return {
    async pending(sessionHash, tx) {
      const row = await (tx ? on(tx) : db).row<{ person_key: Buffer; content: Buffer }>(pending, [sessionHash])
      return row ? (JSON.parse(cipher.decrypt(personKeyOf(row.person_key), 'journey', row.content).toString()) as PendingBank) : null
    },
    async keepPending(tx, person, sessionHash, bank) {
      await on(tx).run(keep, [bytesOf(person), sessionHash, cipher.encrypt(person, 'journey', JSON.stringify(bank))])
    },
    async replace(tx, person, answers, figureHash) {
      await on(tx).run(clear, [bytesOf(person)])
      for (const { question, hash } of answers) await on(tx).run(answer, [bytesOf(person), question, hash])
      await on(tx).run(figure, [bytesOf(person), figureHash])
      await on(tx).run(drop, [bytesOf(person)])
    },
  }
}
