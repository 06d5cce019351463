import { parseConfig } from '../../config/parse.ts'
import { reachDatabaseServer } from '../../store/database-server.ts'
import { migrate } from '../../store/migrate.ts'
import type { Command } from '../command.ts'

export const migrateCommand: Command = {
  parameters: [],
  about: 'Applies the migrations that the database of DATABASE_URL does not have yet, each in a transaction of its own. It may run while servers\n'
    + 'run, and several times. It refuses a database that is newer than the program.',
  options: {},
  async run({ environment, output }) {
    const config = parseConfig(environment, 'tool')
    const server = await reachDatabaseServer(config, output.note)
    try {
      const applied = await migrate({ url: server.url }, { log: output.note })
      output.result(applied.length === 0 ? 'The database is up to date.' : `Done: ${applied.length} applied.`, { applied })
    } finally {
      await server.stop()
    }
  },
}
