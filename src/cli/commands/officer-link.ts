import { createHash, randomBytes } from 'node:crypto'
import { isCaseNumber } from '../../domain/officer.ts'
import { makeOfficers } from '../../store/officers.ts'
import { requiredOption, WrongUse, type Command } from '../command.ts'
import { withDatabase } from '../with-database.ts'

export const officerLink: Command = {
  parameters: [],
  about: 'Makes an address that begins one session on the officers’ pages: alarms, and how strong the questions are. It works once, for 15 minutes;\n'
    + 'the session ends after 15 minutes without a page, and after eight hours. There is no data of a person behind it. Give it to one officer by a\n'
    + 'channel of your own, and write down whom: the number of the case stands in the events of the link, the session and each page opened. It needs\n'
    + 'DATABASE_URL and CLAVE_BASE_URL, and no keys.',
  options: { case: { type: 'string', value: 'NUMBER', about: 'The number in your own books under which it says whom the link is for, such as SEG-2026-014. Never a name or an identifier.' } },
  async run(call) {
    const number = requiredOption(call, 'case')
    if (!isCaseNumber(number)) throw new WrongUse('--case must be 1 to 40 letters, digits, dots, slashes or hyphens, with no nine digits in a row: it is written down in clear.')
    await withDatabase(call, async (db, config) => {
      const token = randomBytes(32).toString('base64url')
      const until = new Date(await makeOfficers(db).makeLink(createHash('sha256').update(token).digest(), number)).toISOString()
      const address = `${config.baseUrl}/seguridad/entrar/${token}`
      call.output.result(`${address}\n\nIt works once, until ${until}.`, { address, until })
    })
  },
}
