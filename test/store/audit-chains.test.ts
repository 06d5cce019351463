import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { compareWithEnds, writeEnds } from '../../src/cli/chain-ends.ts'
import type { PersonKey } from '../../src/domain/types.ts'
import { verifyAllChains, type ChainFault } from '../../src/store/audit-chains.ts'
import { forEachEngine } from '../support/databases.ts'
import { openTestStore, type TestStore } from '../support/store.ts'

const people = 12
const eventsEach = 7
const turns = 12

/** The same picks at every run. */
function chance(seed: string): (below: number) => number {
  let at = 0
  return (below) => createHash('sha256').update(`${seed}/${at++}`).digest().readUInt32BE() % below
}

forEachEngine('audit chains', (engine) => {
  let it: TestStore
  let persons: readonly string[]
  const folder = mkdtempSync(join(tmpdir(), 'clave-chains-'))
  before(async () => {
    it = await openTestStore(engine)
    persons = Array.from({ length: people }, () => randomBytes(16).toString('hex')).sort()
    for (const person of persons) for (let turn = 0; turn < eventsEach; turn += 1) await write(person)
    await it.database.sql('create table public.kept_events as select * from clave.audit_events')
    await it.database.sql('create table public.kept_streams as select * from clave.person_streams')
  })
  after(async () => {
    await it.close()
    rmSync(folder, { recursive: true, force: true })
  })
  beforeEach(() => asOwner(`delete from clave.audit_events; insert into clave.audit_events select * from public.kept_events;
    delete from clave.person_streams; insert into clave.person_streams select * from public.kept_streams`))

  const write = (person: string): Promise<void> =>
    it.store.note(person as PersonKey, { type: 'login.refused', facts: { lane: 'stranger', reason: 'wait' }, personal: { network: '203.0.113.0/24' } })
  /** What an owner of the database can do: triggers do not stop her. */
  const asOwner = async (sql: string): Promise<void> => void (await it.database.sql(`set session_replication_role = replica; ${sql}; set session_replication_role = default`))
  const faults = async (): Promise<ChainFault[]> => {
    const found: ChainFault[] = []
    const counted = await verifyAllChains(it.db, { onFault: (fault) => found.push(fault) })
    assert.ok(counted.events <= people * eventsEach + 1)
    return found
  }

  test('what nobody touched holds, erased places and servers that go on writing included', async () => {
    await it.database.sql('update clave.audit_events set personal = null where seq % 2 = 0')
    await it.database.sql(`insert into clave.person_streams values ('\\x00', 0, '')`)
    const [counted] = await Promise.all([
      verifyAllChains(it.db, { onFault: (fault) => assert.fail(JSON.stringify(fault)) }),
      ...persons.map((person) => write(person)),
    ])
    assert.equal(counted.people, people)
    assert.ok(counted.events >= people * eventsEach)
  })

  const tamperings: Readonly<Record<string, (person: string, seq: number, other: number) => string>> = {
    'the time': (p, n) => `update clave.audit_events set at = at + interval '1 microsecond' where ${one(p, n)}`,
    'the type': (p, n) => `update clave.audit_events set type = 'login.succeeded' where ${one(p, n)}`,
    'a fact': (p, n) => `update clave.audit_events set facts = '{"lane":"stranger","reason":"blocked"}' where ${one(p, n)}`,
    'a space in the facts': (p, n) => `update clave.audit_events set facts = (facts::text || ' ')::json where ${one(p, n)}`,
    'the hash': (p, n) => `update clave.audit_events set hash = sha256(hash) where ${one(p, n)}`,
    'the digest of the place': (p, n) => `update clave.audit_events set personal_digest = sha256(personal_digest) where ${one(p, n)}`,
    'the sealed place': (p, n, m) => `update clave.audit_events set personal = (select personal from clave.audit_events where ${one(p, m)}) where ${one(p, n)}`,
    'place and digest together': (p, n) => `update clave.audit_events set personal = '\\x01', personal_digest = sha256('\\x01') where ${one(p, n)}`,
    'one event removed': (p, n) => `delete from clave.audit_events where ${one(p, n)}`,
    'one removed and the rest moved up': (p, n) => `delete from clave.audit_events where ${one(p, n)}; ${shift(p, n, -1)}`,
    'one removed, moved up, and the end corrected': (p, n) => `delete from clave.audit_events where ${one(p, n)}; ${shift(p, n, -1)}; ${correctEnd(p)}`,
    'the first ones removed': (p, n) => `delete from clave.audit_events where person_key = '\\x${p}' and seq <= ${n}`,
    'two in another order': (p, n, m) => `update clave.audit_events set seq = -1 where ${one(p, n)}; update clave.audit_events set seq = ${n} where ${one(p, m)}; update clave.audit_events set seq = ${m} where ${one(p, -1)}`,
    'the tail cut off': (p, n) => `delete from clave.audit_events where person_key = '\\x${p}' and seq >= ${n}`,
    'one moved to somebody else': (p, n) => `update clave.audit_events set person_key = '\\x00', seq = 1 where ${one(p, n)}`,
    'one added': (p, n) => `insert into clave.audit_events select person_key, ${eventsEach + 1}, at, type, facts, personal, personal_digest, hash, xid from clave.audit_events where ${one(p, n)}`,
    'all of a person removed': (p) => `delete from clave.audit_events where person_key = '\\x${p}'`,
    'the end forgotten': (p) => `delete from clave.person_streams where person_key = '\\x${p}'`,
    'the end changed': (p) => `update clave.person_streams set head = sha256(head) where person_key = '\\x${p}'`,
    'the end set back': (p) => `update clave.person_streams set seq = seq - 1 where person_key = '\\x${p}'`,
  }
  const one = (person: string, seq: number): string => `person_key = '\\x${person}' and seq = ${seq}`
  const shift = (person: string, after: number, by: number): string =>
    `update clave.audit_events set seq = -seq where person_key = '\\x${person}' and seq > ${after}; update clave.audit_events set seq = -seq + ${by} where person_key = '\\x${person}' and seq < 0`
  const correctEnd = (person: string): string =>
    `update clave.person_streams s set (seq, head) = (select e.seq, e.hash from clave.audit_events e where e.person_key = s.person_key order by seq desc limit 1) where person_key = '\\x${person}'`

  for (const [name, tamper] of Object.entries(tamperings)) {
    test(`A-03: found every time, in the chain where it was done: ${name}`, async () => {
      const pick = chance(name)
      for (let turn = 0; turn < turns; turn += 1) {
        const person = persons[pick(people)]!
        // Cutting off the tail with its end corrected is the next test's matter: it needs a witness.
        const seq = name.includes('end corrected') ? 1 + pick(eventsEach - 1) : 1 + pick(eventsEach)
        const other = 1 + ((seq + pick(eventsEach - 1)) % eventsEach)
        await asOwner(tamper(person, seq, other === seq ? (seq % eventsEach) + 1 : other))
        const found = await faults()
        assert.ok(found.some((fault) => fault.person === person || fault.person === '00'), `${name}: event ${seq}, other ${other}`)
        await asOwner(`delete from clave.audit_events; insert into clave.audit_events select * from public.kept_events; delete from clave.person_streams; insert into clave.person_streams select * from public.kept_streams`)
      }
    })
  }

  test('what the tables alone cannot tell, a list of ends kept elsewhere does: a tail cut off with its end, a chain written anew, a person gone', async () => {
    const file = join(folder, 'ends')
    const writer = writeEnds(file)
    await verifyAllChains(it.db, { onFault: () => assert.fail(), onEnd: (...end) => writer.add(...end) })
    writer.close()
    const lost = async (): Promise<string[]> => {
      const found: string[] = []
      const witness = compareWithEnds(file, (person) => found.push(person))
      await verifyAllChains(it.db, { onFault: (fault) => assert.fail(JSON.stringify(fault)), onEvent: (...event) => witness.see(...event) })
      witness.finish()
      return found
    }
    assert.deepEqual(await lost(), [])
    const [cut, anew, gone] = [persons[0]!, persons[5]!, persons.at(-1)!]
    await asOwner(`delete from clave.audit_events where person_key = '\\x${cut}' and seq > 4; ${correctEnd(cut)}`)
    await asOwner(`delete from clave.audit_events where person_key in ('\\x${anew}', '\\x${gone}'); delete from clave.person_streams where person_key in ('\\x${anew}', '\\x${gone}')`)
    for (let turn = 0; turn < eventsEach; turn += 1) await write(anew)
    assert.deepEqual(await faults(), [], 'honestly: the tables alone do not show it')
    assert.deepEqual(await lost(), [cut, anew, gone])
    await write(persons[2]!)
    assert.deepEqual(await lost(), [cut, anew, gone], 'what was written since is no loss')
    writeFileSync(file, `${readFileSync(file, 'utf8')}nonsense\n`)
    await assert.rejects(lost(), /no list of chain ends/)
  })
})
