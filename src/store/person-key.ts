import type { PersonKey } from '../domain/types.ts'

/** The 16 bytes a table keeps for a person. */
export const bytesOf = (person: PersonKey): Buffer => Buffer.from(person, 'hex')

export const personKeyOf = (bytes: Buffer): PersonKey => bytes.toString('hex') as PersonKey
