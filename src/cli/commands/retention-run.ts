import { countAll, sweepAll } from '../../app/retention.ts'
import { loadPolicy } from '../../config/policy-file.ts'
import { parseConfig } from '../../config/parse.ts'
import { openDatabase } from '../../store/database.ts'
import { reachDatabaseServer } from '../../store/database-server.ts'
import { makeRetention } from '../../store/retention.ts'
import type { Command } from '../command.ts'
import { grouped } from '../progress.ts'

export const retentionRun: Command = {
  parameters: [],
  about: 'Does at once what every hour one of the servers does: deletes and erases by the periods of the policy, as docs/retention.md lists them, in\n'
    + 'small batches beside whatever runs. It may run any number of times. It needs DATABASE_URL and no keys, and CLAVE_POLICY if the servers\n'
    + 'have one.',
  options: { 'dry-run': { type: 'boolean', about: 'Counts what would go now, rule by rule, and changes nothing.' } },
  async run({ options, environment, output }) {
    const config = parseConfig(environment, 'tool')
    const policy = loadPolicy(config.policyFile)
    const dry = options['dry-run'] === true
    const server = await reachDatabaseServer(config, output.note)
    const db = openDatabase({ url: server.url, connections: 1, statementTimeout: 0 })
    try {
      const counts = await (dry ? countAll : sweepAll)(makeRetention(db), policy)
      const lines = Object.entries(counts).filter(([, rows]) => rows > 0).map(([name, rows]) => `  ${name.padEnd(18)}${grouped(rows).padStart(12)}`)
      const head = lines.length === 0 ? 'Nothing is past its time.' : dry ? 'Past its time, and still there:' : 'Deleted or erased:'
      output.result([head, ...lines].join('\n'), { dryRun: dry, counts })
    } finally {
      await db.close()
      await server.stop()
    }
  },
}
