/** The real thing beside the model: the application on a PostgreSQL of its own, a postman without a mail server, and people with browsers. */
import { randomBytes } from 'node:crypto'
import { openJourney, type OpenJourney } from '../../src/app/journey.ts'
import type { MailOrder } from '../../src/app/mail-ports.ts'
import type { Deps } from '../../src/app/ports.ts'
import { answerUnlockRequest } from '../../src/app/unlock-mail.ts'
import { openUnlock } from '../../src/app/unlock.ts'
import { sessionOf } from '../../src/app/sessions.ts'
import type { Identifier, RegisterRecord } from '../../src/domain/person.ts'
import { defaultPolicy, type Policy } from '../../src/domain/policy.ts'
import type { PersonKey } from '../../src/domain/types.ts'
import { makeHasher } from '../../src/security/hasher.ts'
import { newKeyringFile, parseKeyring } from '../../src/security/keyring.ts'
import { openDatabase, type Database } from '../../src/store/database.ts'
import { makeDeliveries } from '../../src/store/outbox-delivery.ts'
import { makeSystem, type System } from '../../src/system.ts'
import { dyingDatabase, makeFuse, watched, type Comparison, type Fuse, type Moment } from '../support/crashing.ts'
import { createTestDatabase, type TestDatabase } from '../support/databases.ts'
import { inventedKnowledge } from '../support/knowledge.ts'
import { worker } from '../support/people.ts'
import type { Browser, Who } from './key-model.ts'

export const names: readonly Who[] = ['ana', 'beto', 'nadie']
const lives: Readonly<Record<Who, RegisterRecord>> = { ana: worker(0), beto: worker(1), nadie: worker(2) }

/** Somebody and what they have at hand: letters, cookies, the pages that are open. */
export interface Player {
  readonly key: PersonKey
  readonly record: RegisterRecord
  /** Another number of the same person (ID-2); of nobody, the same one. */
  readonly alias: Identifier
  readonly email: string
  readonly phone: string
  /** The newest token of each kind of link that a mail brought. */
  readonly inbox: Map<string, string>
  readonly cookies: Map<Browser, string>
  readonly sessions: Map<Browser, string>
  /** Every key that was ever chosen, the newest first. */
  readonly keys: string[]
  journey: string | null
  unlocking: string | null
}

export interface KeyWorld {
  readonly database: TestDatabase
  deps(): Deps
  cipher(): System['cipher']
  /** Compares keys for the test, and never dies of it. */
  isKey(stored: string, key: string): Promise<boolean>
  players: Readonly<Record<Who, Player>>
  /** New people for another run, none of whom did anything; all of them can be asked, for weeks. */
  newPeople(at: number): Promise<void>
  journeyOf(who: Who): Promise<OpenJourney | null>
  /** Everything that is due arrives. */
  deliver(): Promise<void>
  answerRequests(): Promise<void>
  /** Runs it in a program that dies at this point. */
  untilCrash<T>(at: Moment, run: () => Promise<T>): Promise<{ readonly answer: T } | { readonly crashed: true; readonly compared: ReadonlySet<Comparison> }>
  /** The program is started again. */
  restart(): Promise<void>
  /** The person looks at every page that is open. */
  reload(who: Who): Promise<void>
  challenge(): string
  /** Terms of this version are in force from now on. */
  putTerms(version: number): void
  close(): Promise<void>
}

const hashing = { parameters: { algorithm: 2, memoryCost: 8, timeCost: 1, parallelism: 1 } }
// PASS-4 and PROOF-12 count over people and have tests of their own.
const policy: Policy = { ...defaultPolicy, password: { ...defaultPolicy.password, sharedBy: 1e9 }, bank: { ...defaultPolicy.bank, peoplePerContact: 1e9 } }

/** The days of a run, more or less: the clock starts in the first of them. */
const days = ['2026-11-05', '2026-11-12', '2026-11-20', '2026-11-30', '2026-12-10', '2026-12-31', '2027-01-20', '2027-02-15']
export const firstNoon = Date.parse(`${days[0]}T17:00:00Z`)

export async function openKeyWorld(): Promise<KeyWorld> {
  const database = await createTestDatabase()
  const keyring = parseKeyring(newKeyringFile(randomBytes))
  const fuse: Fuse = makeFuse()
  const judge = await makeHasher(keyring, { waiting: 1, ...hashing })
  let terms = { version: '1', digest: '01' }
  let { db, system } = await start()
  let numbers = 0
  let challenges = 0

  async function start(): Promise<{ db: Database; system: System }> {
    const db = dyingDatabase(openDatabase({ ...database.config, connections: 3 }), fuse, (pid) => database.sql('select pg_terminate_backend($1, 5000)', [pid]))
    const parts = { db, keyring, policy, institution: 'Instituto', terms, knowledge: inventedKnowledge, isCommonPassword: () => false, wakeCourier: () => {}, hashing }
    const system = await makeSystem(parts)
    return { db, system: { ...system, deps: watched(system.deps, fuse) } }
  }

  /** The next number that can be asked safely on each of the days to come (PROOF-6). */
  function recordOf(who: Who): { record: RegisterRecord; key: PersonKey } {
    numbers += 1
    const id = { type: 'cedula' as const, value: `17${String(numbers).padStart(8, '0')}` }
    const contacts = who === 'ana' ? [{ kind: 'email' as const, value: `ventanilla-${numbers}@example.org`, verifiedBy: 'office' as const, since: '2020-01-01' }] : []
    const record: RegisterRecord = { ...lives[who], loans: [], id, contacts }
    const key = keyring.personKey(id)
    const { questions } = system.deps
    const askable = days.every((today) => (who === 'nadie' ? questions.planOfNobody(key, id, today) : questions.plan(key, record, today)).length > 0)
    return askable ? { record, key } : recordOf(who)
  }

  async function player(who: Who): Promise<Player> {
    const { record, key } = recordOf(who)
    const alias = who === 'nadie' ? record.id : { type: 'extranjero' as const, value: `EX${String(numbers).padStart(7, '0')}` }
    if (who !== 'nadie') {
      const sealed = system.cipher.encrypt(key, 'facts', JSON.stringify(record))
      await database.sql("insert into clave.people values ($1, 'active', $2, '', clave.now())", [Buffer.from(key, 'hex'), sealed])
      await database.sql('insert into clave.aliases (alias_key, person_key) values ($1, $2)', [Buffer.from(keyring.personKey(alias), 'hex'), Buffer.from(key, 'hex')])
    }
    const [email, phone] = [`${who}-${numbers}@example.org`, `+5939${String(numbers).padStart(8, '0')}`]
    return { key, record, alias, email, phone, inbox: new Map(), cookies: new Map(), sessions: new Map(), keys: [], journey: null, unlocking: null }
  }

  const world: KeyWorld = {
    database, deps: () => ({ ...system.deps, terms }), cipher: () => system.cipher, isKey: (stored, key) => judge.reserve('owner')!.verify(stored, key), players: {} as Record<Who, Player>,
    async newPeople(at) {
      await database.clock.freeze(at)
      world.putTerms(1)
      world.players = { ana: await player('ana'), beto: await player('beto'), nadie: await player('nadie') }
    },
    async journeyOf(who) {
      const { journey } = world.players[who]
      return journey === null ? null : openJourney(system.deps, journey)
    },
    async deliver() {
      const deliveries = makeDeliveries(db, system.cipher)
      for (let mail = await deliveries.claim(0); mail; mail = await deliveries.claim(0)) {
        const date = mail.linkHash && (await deliveries.dateLink(mail.linkHash))
        if (mail.linkHash && !date) {
          await deliveries.drop(mail)
          continue
        }
        keep(Object.values(world.players).find(({ key }) => key === mail!.person), mail.order)
        await deliveries.markSent(mail)
      }
    },
    async answerRequests() {
      while (await answerUnlockRequest(system.deps)) { /* the next one */ }
    },
    async untilCrash(at, run) {
      fuse.light(at)
      try {
        const answer = await run()
        if (!fuse.blown) return { answer }
      } catch (error) {
        if (!fuse.blown) throw error
      } finally {
        if (!fuse.blown) fuse.light(null)
      }
      return { crashed: true, compared: new Set(fuse.compared) }
    },
    async restart() {
      fuse.light(null)
      await db.close()
      ;({ db, system } = await start())
    },
    async reload(who) {
      const { journey, unlocking, sessions } = world.players[who]
      if (journey) await openJourney(system.deps, journey)
      if (unlocking) await openUnlock(system.deps, unlocking)
      for (const id of sessions.values()) await sessionOf(system.deps, id)
    },
    putTerms(version) {
      terms = { version: String(version), digest: String(version).padStart(2, '0') }
    },
    challenge: () => `model-${challenges++}`,
    async close() {
      await db.close()
      await database.drop()
    },
  }
  return world

  function keep(player: Player | undefined, order: MailOrder | null): void {
    if (!player || !order || !('token' in order) || order.token === null) return
    player.inbox.set(linkKind(order.kind), order.token)
  }
}

/** The kind of the link that a mail of this kind has. */
export function linkKind(mail: string): string {
  if (mail === 'key-blocked') return 'unlock'
  return ['confirm-address', 'recover', 'reopen', 'unlock', 'change-current', 'change-new', 'vouch'].includes(mail) ? mail : 'repudiate'
}
