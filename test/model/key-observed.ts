/** What is really so about the people of a run, in the shape of the model's view: read from the tables, past the program's own reading. */
import { createHash } from 'node:crypto'
import { hour, minute } from '../../src/domain/types.ts'
import type { Who } from './key-model.ts'
import { names, type KeyWorld, type Player } from './key-world.ts'

type Row = Record<string, unknown> & { key: string }
const hex = `encode(person_key, 'hex') as key`
const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`

const queries = {
  accounts: `select ${hex}, state, password_hash, terms_version, ${ms('probation_until')} as until from clave.accounts where person_key = any($1)`,
  contacts: `select ${hex}, rank, encode(value, 'hex') as value from clave.contacts where person_key = any($1) and rank < 3 and verified_by = 'link'`,
  proofing: `select ${hex}, day - date '1970-01-01' as day, used_today, used_in_all, open_attempt is not null as deck, open_bank is not null as bank
               from clave.proofing_attempts where person_key = any($1)`,
  reopenings: `select ${hex} from clave.reopenings where person_key = any($1)`,
  tries: `select ${hex}, lane, in_a_row, since_success from clave.login_attempts where person_key = any($1)`,
  lanes: `select ${hex}, 'device ' || encode(device_hash, 'hex') as lane, ${ms('expires_at')} as until from clave.devices
           where person_key = any($1) and ended_at is null and (expires_at is null or expires_at > clave.now())`,
  sessions: `select ${hex}, encode(id_hash, 'hex') as id, wrong_keys from clave.sessions s
              where person_key = any($1) and s.ended_at is null
                and s.seen_at > clave.now() - interval '${15 * minute} ms' and s.started_at > clave.now() - interval '${12 * hour} ms'`,
  links: `select ${hex}, kind || ' ' || tries_left || ' ' || coalesce(${ms('expires_at')}::text, 'null') as link from clave.links
           where person_key = any($1) and consumed_at is null and superseded_at is null and (expires_at is null or expires_at >= clave.now())`,
  mails: `select ${hex}, kind, sent_at is null and given_up_at is null as waiting from clave.outbox where person_key = any($1)`,
  requests: `select ${hex} from clave.unlock_requests where person_key = any($1) and done_at is null`,
  untold: `select ${hex} from clave.login_attempts where person_key = any($1) and untold_since is not null`,
  events: `select ${hex}, type || coalesce(' ' || (facts ->> 'kind'), '') || coalesce(' ' || (facts ->> 'notices'), '') as event
             from clave.audit_events where person_key = any($1) order by person_key, seq`,
} as const

const everything = `select json_build_object(${Object.entries(queries).map(([name, text]) => `'${name}', (select coalesce(json_agg(q), '[]') from (${text}) q)`).join(', ')}) as found`

/** By person. */
export async function observe(world: KeyWorld): Promise<Record<Who, object>> {
  const keys = names.map((who) => Buffer.from(world.players[who].key, 'hex'))
  const [row] = await world.database.sql<{ found: Record<keyof typeof queries, Row[]> }>(everything, [keys])
  const views: Partial<Record<Who, object>> = {}
  for (const who of names) views[who] = await viewOf(world, world.players[who], (name) => row!.found[name].filter(({ key }) => key === world.players[who].key))
  return views as Record<Who, object>
}

async function viewOf(world: KeyWorld, player: Player, of: (name: keyof typeof queries) => Row[]): Promise<object> {
  const [account, proofing] = [of('accounts')[0], of('proofing')[0]]
  const address = (rank: number): string | null => {
    const row = of('contacts').find((each) => each['rank'] === rank)
    return row ? world.cipher().decrypt(player.key, 'contact', Buffer.from(row['value'] as string, 'hex')).toString() : null
  }
  const tries = (lane: string): Row | undefined => of('tries').find((row) => row['lane'] === lane)
  const open = new Map(of('sessions').map(({ id, wrong_keys }) => [id as string, wrong_keys]))
  const kinds = [...new Set(of('mails').map(({ kind }) => kind))].sort()
  return {
    account: account ? [account['state'], await keyOf(world, player, account['password_hash'] as string), account['until'], address(1), address(2), Number(account['terms_version'])] : null,
    proofing: proofing ? [proofing['day'], proofing['used_today'], proofing['used_in_all'], proofing['deck'], proofing['bank']] : null,
    reopenings: of('reopenings').length,
    strangers: [tries('stranger')?.['in_a_row'] ?? 0, tries('stranger')?.['since_success'] ?? 0],
    lanes: of('lanes').map(({ lane, until }) => `${until ?? 'for good'} ${tries(lane as string)?.['in_a_row'] ?? 0}`).sort(),
    sessions: [...open.values()].sort(),
    signedIn: (['home', 'cafe'] as const).map((browser) => open.has(sha256(player.sessions.get(browser) ?? ''))),
    links: of('links').map(({ link }) => link).sort(),
    mails: kinds.map((kind) => `${kind} ${of('mails').filter((mail) => mail['kind'] === kind).length}`),
    waiting: of('mails').filter((mail) => mail['waiting']).map(({ kind }) => kind).sort(),
    requests: of('requests').length,
    untold: of('untold').length,
    journey: await journeyOf(world, player),
    unlocking: await unlockingOf(world, player),
    events: of('events').map(({ event }) => event),
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const verified = new Map<string, string>()

/** Which of the keys that were ever chosen is good. */
async function keyOf(world: KeyWorld, { keys }: Player, stored: string): Promise<string> {
  for (const key of keys) {
    if (verified.get(stored) === key || (await world.isKey(stored, key))) {
      verified.set(stored, key)
      return key
    }
  }
  return 'none of those that were chosen'
}

async function factsOf(world: KeyWorld, { key }: Player, id: string | null): Promise<Record<string, unknown> | null> {
  if (id === null) return null
  const rows = await world.database.sql<{ facts: Buffer }>(`
    select facts from clave.journeys where id_hash = $1 and seen_at > clave.now() - interval '30 minutes' and begun_at > clave.now() - interval '12 hours'`, [Buffer.from(sha256(id), 'hex')])
  return rows[0] ? (JSON.parse(world.cipher().decrypt(key, 'journey', rows[0].facts).toString()) as Record<string, unknown>) : null
}

/** The milestones; what every journey has is left out. */
async function journeyOf(world: KeyWorld, player: Player): Promise<string[] | null> {
  const facts = await factsOf(world, player, player.journey)
  return facts && Object.keys(facts).filter((name) => !['identifier', 'language', 'checked'].includes(name)).sort()
}

async function unlockingOf(world: KeyWorld, player: Player): Promise<unknown[] | null> {
  const facts = await factsOf(world, player, player.unlocking)
  return facts && [facts['tries'], facts['done'] !== undefined]
}
