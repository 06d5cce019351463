/** The operator's notice, and whether mail goes out: read every few seconds by each process. Held by test/store/site-status.test.ts. */
import type { SiteNotice } from '../domain/site-status.ts'
import { minute } from '../domain/types.ts'
import { statement, type Database } from './database.ts'

/**
 * One mail that waits says nothing: its own server may be slow. Mail is late when some wait this long and none went out meanwhile. The clock is
 * read once, so that both indexes are used; the second is looked at only when something waits.
 */
const late = 5 * minute

const read = statement('site-status-read', `
  with now as materialized (select clave.now() - $1 * interval '1 ms' as before)
  select (select to_json(n) from (select es, en, extract(epoch from set_at) * 1000 as "setAt" from site_notice) n) as notice,
         case when exists (select from outbox, now where sent_at is null and given_up_at is null and created_at < now.before)
              then not exists (select from outbox where sent_at > (select before from now)) else false end as mail_late`)

const set = statement('site-notice-set', `
  insert into site_notice (es, en, set_at) values ($1, $2, clave.now()) on conflict (single) do update set es = excluded.es, en = excluded.en, set_at = excluded.set_at`)
const clear = statement('site-notice-clear', 'delete from site_notice')

export interface SiteStatusStore {
  read(): Promise<{ readonly notice: SiteNotice | null; readonly mailLate: boolean }>
  set(es: string, en: string): Promise<void>
  /** false when there was none. */
  clear(): Promise<boolean>
}

export function makeSiteStatus(db: Database): SiteStatusStore {
  return {
    async read() {
      const row = (await db.row<{ notice: SiteNotice | null; mail_late: boolean }>(read, [late]))!
      return { notice: row.notice, mailLate: row.mail_late }
    },
    async set(es, en) {
      await db.run(set, [es, en])
    },
    clear: async () => (await db.run(clear)) > 0,
  }
}
