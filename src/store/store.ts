/** The store: everything src/app asks of the database, made of one file per subject. */
import type { Store, Tx } from '../app/ports.ts'
import type { Secrets } from '../app/secret-ports.ts'
import type { Policy } from '../domain/policy.ts'
import type { Instant } from '../domain/types.ts'
import type { FieldCipher } from '../security/field-cipher.ts'
import type { Keyring } from '../security/keyring.ts'
import { makeAccounts } from './accounts.ts'
import { makeAlarms } from './alarms.ts'
import { appendEvent } from './audit-log.ts'
import { makeBankRounds } from './bank-rounds.ts'
import { makeCertificates } from './certificates.ts'
import { makeConfirmations } from './confirmations.ts'
import { statement, type Connection, type Database, type Transaction } from './database.ts'
import { makeDevices } from './devices.ts'
import { makeJourneys } from './journeys.ts'
import { makeLinks } from './links.ts'
import { makeLoginAttempts } from './login-attempts.ts'
import { makeOddsReports } from './odds-report.ts'
import { makeOfficers } from './officers.ts'
import { makeOutbox } from './outbox.ts'
import { makeOwnActivity } from './own-activity.ts'
import { makeOwnBank } from './own-bank.ts'
import { makeOwnContacts } from './own-contacts.ts'
import { makeOwnData } from './own-data.ts'
import { makeOwnKeys } from './own-keys.ts'
import { makeOwnSessions } from './own-sessions.ts'
import { makePasswordPopularity } from './password-popularity.ts'
import { bytesOf } from './person-key.ts'
import { makeProofingAttempts } from './proofing-attempts.ts'
import { makeProofingFailures } from './proofing-failures.ts'
import { makeRecoveries } from './recoveries.ts'
import { makeReceipts } from './receipts.ts'
import { makeReopenings } from './reopenings.ts'
import { makeRobotChecks } from './robots.ts'
import { makeServices } from './services.ts'
import { makeSessions } from './sessions.ts'
import { makeSharedContacts } from './shared-contacts.ts'
import { makeUnlocks } from './unlocks.ts'
import { makeWatchedTries } from './watched-tries.ts'

// The row of a person's event stream is the person's lock: whoever changes something will write there anyway. The function reads the clock
// behind the lock (L-04), makes the row of a number nobody wrote about, and refuses a key ring that is older than the person's last erasure. Held by test/store/lock.test.ts.
const lock = statement('person-lock', 'select clave.lock_person($1, $2) as now')
const clock = statement('clock', 'select clave.now() as now')

export interface StoreParts {
  readonly db: Database
  readonly cipher: FieldCipher
  readonly keyring: Keyring
  readonly secrets: Secrets
  readonly policy: Policy
}

export function makeStore({ db, cipher, keyring, secrets, policy }: StoreParts): Store {
  // Outside this folder a transaction has no statements; inside, the handle is the connection.
  const on = (tx: Tx): Connection => tx as unknown as Transaction
  const now = async (connection: Connection): Promise<Instant> => (await connection.row<{ now: Instant }>(clock))!.now
  return {
    transaction: (work) => db.transaction((tx) => work(tx as unknown as Tx)),
    lock: async (tx, person) => (await on(tx).row<{ now: Instant }>(lock, [bytesOf(person), keyring.personal.generationOf(person)]))!.now,
    now: () => now(db),
    append: (tx, person, event) => appendEvent(on(tx), cipher, person, event),
    async note(person, event) {
      await appendEvent(db, cipher, person, event)
    },
    proofing: makeProofingAttempts(db, on, cipher, policy),
    logins: makeLoginAttempts(db, on, cipher, policy.login),
    devices: makeDevices(on, cipher),
    accounts: makeAccounts(on, cipher, keyring),
    sessions: makeSessions(db, on, cipher, policy.session),
    journeys: makeJourneys(db, on, cipher, policy.journey, 'key'),
    unlockJourneys: makeJourneys(db, on, cipher, policy.journey, 'unlock'),
    unlocks: makeUnlocks(db, on, cipher, keyring, secrets, policy.link),
    links: makeLinks(db, on, cipher, keyring, secrets, policy.link),
    outbox: makeOutbox(on, cipher, keyring),
    robots: makeRobotChecks(db, keyring, policy.robot),
    services: makeServices(on, cipher),
    certificates: makeCertificates(db, on, cipher, keyring, policy.certificate),
    own: {
      keys: makeOwnKeys(db, on, policy.session), activity: makeOwnActivity(db, cipher), receipts: makeReceipts(db),
      sessions: makeOwnSessions(db, on, cipher, policy.session), contacts: makeOwnContacts(db, on, cipher, keyring),
      bank: makeOwnBank(db, on, cipher), data: makeOwnData(db, cipher),
    },
    bankRounds: makeBankRounds(on, policy),
    recoveries: makeRecoveries(on, cipher, keyring),
    popularity: makePasswordPopularity(on, keyring, policy.password),
    sharedContacts: makeSharedContacts(on, keyring, policy.bank),
    reopenings: makeReopenings(on, cipher, secrets, policy.proofing),
    confirmations: makeConfirmations(db, on, cipher, keyring, secrets, policy.link),
    failures: makeProofingFailures(db, on),
    alarms: makeAlarms(db, on),
    tries: makeWatchedTries(db),
    officers: makeOfficers(db),
    odds: makeOddsReports(db),
  }
}
