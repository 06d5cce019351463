import { handOutCopy } from '../../app/rights.ts'
import { requiredOption, type Command } from '../command.ts'
import { caseOption, withPerson } from '../person.ts'
import { openPrivateFile } from '../private-file.ts'

export const personExport: Command = {
  parameters: [],
  about: 'For a request of access or portability (LOPDP, articles 13 and 17) by somebody whose document was checked: the file that the page Mis datos\n'
    + 'gives, with the account for payments whole. The identifier is asked for, or is the first line of standard input; it is never an argument.\n'
    + 'It is an event, and every verified address is told. It needs DATABASE_URL and CLAVE_KEYS.',
  options: { case: caseOption, file: { type: 'string', value: 'FILE', about: 'Where the copy goes (JSON), readable by its owner alone; an existing file is never touched.' } },
  run: (call) => withPerson(call, async ({ rights, found, number }) => {
    const path = requiredOption(call, 'file')
    const file = openPrivateFile(path)
    try {
      await file.write(await rights.copyFile(await handOutCopy(rights.deps, found, number)))
    } catch (error) {
      file.discard()
      throw error
    }
    const known = found.status === null ? 'The register does not know this number. ' : ''
    call.output.result(`${known}Wrote ${path}. Hand it over on a way only the person can use, and delete it.`, { file: path, inRegister: found.status !== null })
    return 0
  }),
}
