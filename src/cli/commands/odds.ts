import { makeOddsReports } from '../../store/odds-report.ts'
import type { Command } from '../command.ts'
import { oddsText } from '../odds-text.ts'
import { withDatabase } from '../with-database.ts'

export const odds: Command = {
  parameters: [],
  about: 'Shows how strong the questions are for all people of the register, as `clave register strength` computed it last: how many bits how many\n'
    + 'people have, who cannot be asked and why, what each kind of question adds, and what another policy would do. It needs DATABASE_URL and no keys.',
  options: {},
  run: (call) => withDatabase(call, async (db) => {
    const report = await makeOddsReports(db).read()
    call.output.result(report === null ? 'Nothing has been computed yet: run `clave register strength`.' : oddsText(report), { report })
  }),
}
