/** What passes between the reader of a register file (src/register) and the tables (src/store). */
import type { PersonStatus } from '../domain/person.ts'
import type { PersonKey } from '../domain/types.ts'

/** One person as the tables keep them (AUDIT-2), but for the encryption still to be done. */
export interface SealedPerson {
  readonly key: PersonKey
  readonly status: PersonStatus
  /** Length of the facts before encryption. */
  readonly size: number
  /** Length of the facts after encryption. */
  readonly sealedSize: number
  /** Encrypts the facts into `target` at a position; called only for who is new or changed. */
  sealInto(target: Buffer, at: number): void
  /** Keyed; equal facts have equal digests. */
  readonly digest: Buffer
  readonly aliases: readonly PersonKey[]
}

/** People of some lines, as they stand after the last of them. */
export interface SealedPeople {
  readonly people: ReadonlyMap<PersonKey, SealedPerson>
  /** ID-2: alias to person. */
  readonly aliases: ReadonlyMap<PersonKey, PersonKey>
  /** Records that end, because their identifier is now somebody's alias. */
  readonly absorbed: ReadonlySet<PersonKey>
  /** Aliases given and taken back within these lines: nobody's now, whoever had them before. */
  readonly released: ReadonlySet<PersonKey>
}

export interface ImportCounts {
  /** People who were not in the register. */
  readonly added: number
  readonly changed: number
  readonly same: number
  /** Lines that a later one close behind replaced. */
  readonly replaced: number
  readonly bad: number
  readonly blank: number
}

/** How far an import came. Digests are keyed and of the bytes after gzip. */
export interface ImportProgress {
  readonly bytes: number
  readonly lines: number
  readonly digest: Buffer
  readonly counts: ImportCounts
}

export interface StoredImport extends ImportProgress {
  readonly id: number
  readonly headDigest: Buffer
  readonly finished: boolean
}

/** Another import began, or goes on with this one: there is one at a time. */
export class ImportOvertaken extends Error {}

export interface ImportStore {
  /** The import that began last. */
  latest(): Promise<StoredImport | null>
  begin(headDigest: Buffer): Promise<StoredImport>
  /** Stores people and progress together or not at all. Throws ImportOvertaken when this import is not the one under way. */
  store(before: StoredImport, batch: SealedPeople, progress: (stored: { added: number; changed: number }) => ImportProgress): Promise<StoredImport>
  finish(last: StoredImport): Promise<void>
}
