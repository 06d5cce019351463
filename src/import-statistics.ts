/** What is counted after an import and kept in register_statistics (docs/register.md). */
import { localDay } from './domain/calendar.ts'
import type { RegisterRecord } from './domain/person.ts'
import type { Policy } from './domain/policy.ts'
import { planDecks } from './questions/engine.ts'
import { makeFieldCipher } from './security/field-cipher.ts'
import type { Keyring } from './security/keyring.ts'
import type { Database } from './store/database.ts'
import { makeRegisterStatistics } from './store/register-statistics.ts'

/** Of so many the share lies within three hundredths of that of everybody, 19 times of 20. A plan takes about a millisecond. */
const askableSample = 1_000

/**
 * The people by status, and as `askable-share` how many of a sample of active people have questions that are safe; the others are told the other
 * ways (PROOF-6). Answers all numbers kept.
 */
export async function keepImportStatistics(db: Database, keyring: Keyring, policy: Policy): Promise<Record<string, number>> {
  const statistics = makeRegisterStatistics(db)
  await statistics.countPeople()
  const cipher = makeFieldCipher(keyring)
  const today = localDay(await statistics.now(), policy.timeZone)
  const sample = await statistics.sample(askableSample)
  const askable = sample.filter(({ person, facts }) => {
    const record = JSON.parse(cipher.decrypt(person, 'facts', facts).toString()) as RegisterRecord
    return planDecks(record, keyring.fixedHash('deck', person), today).length > 0 // the seed of src/system.ts
  })
  if (sample.length > 0) await statistics.keep('askable-share', askable.length / sample.length)
  return await statistics.all()
}
