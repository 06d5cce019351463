/** How strong the questions are for all people together: one report, the newest. Held by test/web/security/pages.test.ts. */
import type { OddsReports } from '../app/officer-ports.ts'
import type { OddsReport } from '../questions/odds-report.ts'
import { statement, type Database } from './database.ts'

const keep = statement('odds-report-keep', `
  insert into odds_report (report, kept_at) values ($1, clave.now()) on conflict (single) do update set report = excluded.report, kept_at = excluded.kept_at`)
const read = statement('odds-report-read', 'select report from odds_report')

export function makeOddsReports(db: Database): OddsReports {
  return {
    async keep(report) {
      await db.run(keep, [JSON.stringify(report)])
    },
    read: async () => (await db.row<{ report: OddsReport }>(read))?.report ?? null,
  }
}
