import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import fc from 'fast-check'
import { day, type PersonKey } from '../../src/domain/types.ts'
import { forEachEngine } from '../support/databases.ts'
import { openTestStore, type TestStore } from '../support/store.ts'

forEachEngine('BANK-3: rounds of personal questions', (engine) => {
  let it: TestStore
  let person: PersonKey
  before(async () => {
    it = await openTestStore(engine)
  })
  after(() => it.close())
  beforeEach(async () => {
    person = randomBytes(16).toString('hex') as PersonKey
    await it.database.clock.setNow('2026-11-22T17:00:00Z') // noon in Guayaquil
    await it.store.transaction((tx) => it.store.proofing.begin(tx, person, [{ questions: [] }]))
  })
  const claimRound = async (): Promise<number | null> => (await it.store.transaction((tx) => it.store.bankRounds.claim(tx, person)))?.round ?? null
  const takeRound = (round: number): Promise<boolean> => it.store.transaction((tx) => it.store.bankRounds.take(tx, person, round))
  const claimDeck = async (): Promise<number | null> => (await it.store.transaction((tx) => it.store.proofing.claim(tx, person)))?.attempt ?? null
  const takeDeck = (attempt: number): Promise<boolean> => it.store.transaction((tx) => it.store.proofing.take(tx, person, attempt))

  test('L-02: of 40 claims at once one opens a round, and of 40 takes one gets it', async () => {
    const claims = await Promise.all(Array.from({ length: 40 }, claimRound))
    assert.deepEqual(claims.filter((each) => each !== null), [1])
    const takes = await Promise.all(Array.from({ length: 40 }, () => takeRound(1)))
    assert.equal(takes.filter(Boolean).length, 1)
  })

  test('PROOF-2: decks and rounds together are three a day and nine in all, in any order', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom('deck', 'round'), { minLength: 12, maxLength: 12 }), async (kinds) => {
      person = randomBytes(16).toString('hex') as PersonKey
      await it.database.clock.setNow('2026-11-22T17:00:00Z')
      await it.store.transaction((tx) => it.store.proofing.begin(tx, person, [{ questions: [] }]))
      const perDay: number[] = []
      for (let today = 0; today < 4; today += 1) {
        let spent = 0
        for (const kind of [...kinds.slice(today * 3, today * 3 + 3), 'deck', 'round']) {
          const claimed = kind === 'deck' ? await claimDeck() : await claimRound()
          if (claimed === null) continue
          spent += 1
          assert.ok(kind === 'deck' ? await takeDeck(claimed) : await takeRound(claimed))
        }
        perDay.push(spent)
        await it.database.clock.advance(day)
      }
      assert.deepEqual(perDay, [3, 3, 3, 0])
    }), { numRuns: 8 })
  })

  test('an open deck and an open round do not know each other; a deck that passed gets back its own claim and no more', async () => {
    const deck = await claimDeck()
    const round = await claimRound()
    assert.ok(deck !== null && round !== null)
    await takeDeck(deck)
    await it.store.transaction((tx) => it.store.proofing.refund(tx, person, deck))
    const [row] = await it.database.sql('select used_today, used_in_all, open_bank from clave.proofing_attempts where person_key = $1', [Buffer.from(person, 'hex')])
    assert.deepEqual(row, { used_today: 1, used_in_all: 1, open_bank: round })
  })

  test('who was never counted, or whose counts a success cleared, has no round', async () => {
    await it.store.transaction((tx) => it.store.proofing.clear(tx, person))
    assert.equal(await claimRound(), null)
    assert.equal(await it.store.transaction((tx) => it.store.bankRounds.load(tx, person)), null)
  })
})
