import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { newKeyringFile } from '../../security/keyring.ts'
import { WrongUse, type Command } from '../command.ts'

export const keysNew: Command = {
  parameters: [],
  about: 'The key ring names every person and encrypts every fact: without it a database cannot be read, and with it a stolen one can. Keep a copy\n'
    + 'apart from the database. Without --file it is written to standard output.',
  options: { file: { type: 'string', value: 'FILE', about: 'Writes to this file, readable by its owner alone; an existing file is never touched.' } },
  async run({ options, output }) {
    const text = newKeyringFile(randomBytes)
    if (typeof options['file'] !== 'string') return output.result(text.trimEnd(), JSON.parse(text))
    try {
      writeFileSync(options['file'], text, { flag: 'wx', mode: 0o600 })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new WrongUse(`${options['file']} exists already. A key ring is never written over; name another file.`)
      throw error
    }
    output.result(`Wrote ${options['file']}. Set CLAVE_KEYS to it.`, { file: options['file'] })
  },
}
