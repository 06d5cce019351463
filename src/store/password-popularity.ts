/**
 * PASS-4: how many accounts were given a password, in a count–min sketch of four rows and 2^20 cells. The cells of a password follow from
 * an HMAC under the identity key of the ring, so a dump holds numbers and no way to ask about a password. Only the smallest of the four
 * cells is raised (conservative update): an estimate is never too low, and seldom too high. Nothing is ever taken away
 * (docs/decisions/041-popular-passwords.md). Held by test/store/password-popularity.test.ts.
 */
import type { PasswordPopularity } from '../app/popularity-ports.ts'
import type { Tx } from '../app/ports.ts'
import type { Policy } from '../domain/policy.ts'
import type { Keyring } from '../security/keyring.ts'
import { statement, type Connection } from './database.ts'

const rows = [0, 1, 2, 3] as const
const cellsInRow = 2 ** 20

const open = statement('sketch-open', `
  insert into password_sketch (row, cell, uses) select r, c, 0 from unnest($1::smallint[], $2::int[]) as u (r, c) order by r on conflict do nothing`)

// In the order of the rows for everybody: two passwords that meet in some cells cannot wait for each other.
const lock = statement('sketch-lock', `
  select s.uses from password_sketch s join unnest($1::smallint[], $2::int[]) as u (r, c) on s.row = u.r and s.cell = u.c order by s.row for update of s`)

const raise = statement('sketch-raise', `
  update password_sketch s set uses = $3 from unnest($1::smallint[], $2::int[]) as u (r, c) where s.row = u.r and s.cell = u.c and s.uses < $3`)

const people = statement('sketch-people', `select value from register_statistics where name = 'people.active'`)

export function makePasswordPopularity(on: (tx: Tx) => Connection, keyring: Keyring, { sharedBy, sharedByInMillion }: Policy['password']): PasswordPopularity {
  const placesOf = (password: string): readonly [readonly number[], readonly number[]] => {
    const digest = keyring.fixedHash('popular', password)
    return [rows, rows.map((row) => digest.readUInt32BE(row * 4) % cellsInRow)]
  }
  const estimate = async (tx: Tx, places: ReturnType<typeof placesOf>): Promise<number> => {
    await on(tx).run(open, places)
    return Math.min(...(await on(tx).rows<{ uses: number }>(lock, places)).map(({ uses }) => uses))
  }
  return {
    async isFull(tx, password) {
      const known = (await on(tx).row<{ value: number }>(people))?.value ?? 0
      return (await estimate(tx, placesOf(password))) >= Math.max(sharedBy, Math.floor((known * sharedByInMillion) / 1_000_000))
    },
    async count(tx, password) {
      const places = placesOf(password)
      await on(tx).run(raise, [...places, (await estimate(tx, places)) + 1])
    },
  }
}
