import { parseConfig } from '../../config/parse.ts'
import { makeFieldCipher } from '../../security/field-cipher.ts'
import { loadKeyring } from '../../security/keyring-file.ts'
import { openDatabase } from '../../store/database.ts'
import { reachDatabaseServer } from '../../store/database-server.ts'
import { makeResealing } from '../../store/resealing.ts'
import type { Command } from '../command.ts'
import { requiredKeysFile } from '../keys-file.ts'
import { grouped, makeProgress } from '../progress.ts'

export const keysReseal: Command = {
  parameters: [],
  about: 'Writes anew what is sealed under an older master key, or under none of the person’s own: contacts of now and before, browsers, accounts for\n'
    + 'payments, certificates, and the facts of the register. In small batches beside whatever runs; stopped and run again it goes on with what is\n'
    + 'left. Not touched: what lasts a week at most, and the places in events, which the chain holds as they are and which go after a year; until\n'
    + 'then an older master key must stay in the ring. It needs DATABASE_URL and CLAVE_KEYS.',
  options: {},
  async run({ environment, output }) {
    const keyring = loadKeyring(requiredKeysFile(environment))
    const server = await reachDatabaseServer(parseConfig(environment, 'tool'), output.note)
    const db = openDatabase({ url: server.url, connections: 1, statementTimeout: 0 })
    const terminal = process.stderr.isTTY === true
    const progress = makeProgress({ unit: 'values', now: () => performance.now(), terminal, write: (text) => process.stderr.write(text) }, false)
    try {
      const { sealed, lost } = await makeResealing(db, makeFieldCipher(keyring), keyring.current).run((done) => progress.update(null, done))
      progress.end()
      const left = lost === 0 ? '' : ` ${grouped(lost)} could not be opened: their keys are destroyed, or not in this ring. See clave keys check.`
      output.result(`Sealed anew: ${grouped(sealed)} values.${left}`, { sealed, lost })
      return lost === 0 ? 0 : 1
    } finally {
      progress.end()
      await db.close()
      await server.stop()
    }
  },
}
