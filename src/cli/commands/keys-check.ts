import { parseConfig } from '../../config/parse.ts'
import { erasureState, erasureTroubles } from '../../erasure-state.ts'
import { loadKeyring } from '../../security/keyring-file.ts'
import { erasedPersons } from '../../security/person-tree.ts'
import { openDatabase } from '../../store/database.ts'
import { reachDatabaseServer } from '../../store/database-server.ts'
import { makeResealing } from '../../store/resealing.ts'
import { makeFieldCipher } from '../../security/field-cipher.ts'
import { requiredKeysFile } from '../keys-file.ts'
import type { Call, Command } from '../command.ts'
import { grouped } from '../progress.ts'

export const keysCheck: Command = {
  parameters: [],
  about: 'Says whether the file of CLAVE_KEYS is whole, how many people were erased from it, and a fingerprint that copies of the same state have alike:\n'
    + 'a copy with another one is older or newer, and an older one still opens what was erased. With DATABASE_URL it is compared with the\n'
    + 'database too, and the values that are sealed under another key than the present one are counted. The exit code is 1 when something is to be done.',
  options: {},
  async run(call) {
    const keyring = loadKeyring(requiredKeysFile(call.environment))
    const [fingerprint, erased] = [keyring.fingerprint, erasedPersons(keyring.personal.tree()).length]
    const head = `The key ring is whole. Fingerprint ${fingerprint}, ${erased === 1 ? '1 person' : `${grouped(erased)} people`} erased.`
    if (!call.environment['DATABASE_URL']) return call.output.result(head, { fingerprint, erased })
    const { unfinished, unknown, old } = await compare(call, keyring)
    const troubles = erasureTroubles({ unfinished, unknown })
    const waiting = old === 0 ? [] : [`${grouped(old)} values are sealed under an older key. Run: clave keys reseal`]
    call.output.result([head, ...troubles, ...waiting].join('\n'), { fingerprint, erased, unfinished: unfinished.length, unknown, old })
    return troubles.length > 0 ? 1 : 0
  },
}

async function compare(call: Call, keyring: ReturnType<typeof loadKeyring>) {
  const server = await reachDatabaseServer(parseConfig(call.environment, 'tool'), call.output.note)
  const db = openDatabase({ url: server.url, connections: 1, statementTimeout: 0 })
  try {
    return { ...(await erasureState(db, keyring)), old: await makeResealing(db, makeFieldCipher(keyring), keyring.current).count() }
  } finally {
    await db.close()
    await server.stop()
  }
}
