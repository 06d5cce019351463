import { randomBytes } from 'node:crypto'
import { upgradeKeyring } from '../../security/keyring-file.ts'
import { requiredKeysFile } from '../keys-file.ts'
import type { Command } from '../command.ts'

export const keysUpgrade: Command = {
  parameters: [],
  about: 'The first key rings had no keys of each person: this puts the root of them into the file of CLAVE_KEYS, once, and changes\n'
    + 'nothing else in it. Do it on one machine, with the servers stopped, and copy the file to the others and to where you keep copies.',
  options: {},
  async run({ environment, output }) {
    const file = requiredKeysFile(environment)
    const upgraded = upgradeKeyring(file, randomBytes)
    output.result(upgraded ? `Wrote ${file}. What people give from now on is sealed under a key of their own; run clave keys reseal for what they gave before.`
      : 'Every person has a key of their own already; nothing was changed.', { upgraded })
  },
}
