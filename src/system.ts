/** The application put together from its parts, without a web server: what main.ts serves and what tests drive. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Deps, Questions, Register } from './app/ports.ts'
import { makeWatch, type WatchKeeper } from './app/watch.ts'
import { commonAnswers } from './domain/bank.ts'
import type { Policy } from './domain/policy.ts'
import { deckRules } from './deck-rules.ts'
import { makePress } from './paper/press.ts'
import { makeTablePress } from './paper/print-table.ts'
import { decoyDecks, judge, planDecks, type Deck, type Knowledge } from './questions/engine.ts'
import { decoyRecord, middlingRecord } from './register/decoy.ts'
import { makeFieldCipher, type FieldCipher } from './security/field-cipher.ts'
import { makeHasher, type HasherSettings } from './security/hasher.ts'
import { makeInstitutionSeal } from './security/institution-seal.ts'
import type { Keyring } from './security/keyring.ts'
import { makeSecrets } from './security/secrets.ts'
import { makeTurns } from './security/turns.ts'
import { makeWatchHash } from './security/watch-hash.ts'
import type { Database } from './store/database.ts'
import { makeRegisterPeople } from './store/register-people.ts'
import { makeStore } from './store/store.ts'

export interface SystemParts {
  readonly db: Database
  readonly keyring: Keyring
  readonly policy: Policy
  readonly institution: string
  readonly terms: Deps['terms']
  readonly isCommonPassword: Deps['isCommonPassword']
  readonly wakeCourier: () => void
  /** What the register says of everybody together; undefined as long as nobody computed it, and then nobody is asked (PROOF-5, PROOF-6). */
  readonly knowledge: () => Knowledge | undefined
  /** There is a gateway for text messages. */
  readonly texting?: boolean
  /** The people are invented (the demo): papers say so. */
  readonly specimen?: boolean
  /** Tests make hashing cheap; the rest is as in production. */
  readonly hashing?: Partial<HasherSettings>
}

/** Milliseconds: to read and open a record takes one, to plan a quarter of one on most machines, and some people's three. */
const evenTime = 10

export interface System {
  readonly deps: Deps
  readonly cipher: FieldCipher
  /** To be looked with before anybody is served, and at a beat (src/app/watch.ts). */
  readonly watch: WatchKeeper
}

export async function makeSystem(parts: SystemParts): Promise<System> {
  const { db, keyring, policy } = parts
  const cipher = makeFieldCipher(keyring)
  const secrets = makeSecrets(keyring)
  const people = makeRegisterPeople(db, cipher, keyring, middlingRecord())
  const decoySeed = keyring.fixedHash('deck', 'decoy')
  const register: Register = {
    ...people,
    personKey: (identifier) => keyring.personKey(identifier),
    decoy: (identifier, today) => decoyRecord(decoySeed, identifier, today),
  }
  const rules = deckRules(policy)
  const kept = (decks: readonly Deck[]): readonly Deck[] => decks.map((deck) => ({ ...deck, reach: rules.reach }))
  const questions: Questions = {
    plan: (person, record, today) => kept(planDecks(record, keyring.fixedHash('deck', person), today, { ...parts.knowledge(), ...rules })),
    planOfNobody: (person, identifier, today) => kept(decoyDecks(identifier, keyring.fixedHash('deck', person), today, parts.knowledge())),
    evenTime: () => sleep(evenTime),
    judge: (deck, record, birthDate, answers) => judge(deck, record, birthDate, answers, deck.reach ?? rules.reach),
  }
  const store = makeStore({ db, cipher, keyring, secrets, policy })
  const watch = makeWatch({ ...store, policy, hash: makeWatchHash(keyring) })
  const deps: Deps = {
    policy, store, watch, register, questions, secrets,
    hasher: await makeHasher(keyring, { waiting: policy.login.hashesWaiting, ...parts.hashing }),
    turns: makeTurns(),
    isCommonPassword: parts.isCommonPassword,
    institutionWords: ['clave', 'contraseña', 'seguro social', 'seguridad social', 'iess', parts.institution],
    keyedOrder: (person, about, items) => {
      const rank = new Map(items.map((item) => [item, keyring.fixedHash('deck', person, about, item).toString('hex')]))
      return [...items].sort((a, b) => (rank.get(a)! < rank.get(b)! ? -1 : 1))
    },
    commonAnswers: commonAnswers(readFileSync(join(import.meta.dirname, '../assets/common-answers-es.txt'), 'utf8')),
    terms: parts.terms,
    press: makePress(parts.institution, policy.timeZone, parts.specimen),
    tablePress: makeTablePress(parts.institution),
    seal: makeInstitutionSeal(keyring),
    texting: parts.texting ?? false,
    wakeCourier: parts.wakeCourier,
  }
  return { deps, cipher, watch }
}
