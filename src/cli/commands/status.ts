import { noticeFault, type NoticeFault } from '../../domain/site-status.ts'
import { makeSiteStatus, type SiteStatusStore } from '../../store/site-status.ts'
import { requiredOption, WrongUse, type Call, type Command } from '../command.ts'
import { withDatabase } from '../with-database.ts'

const faults: Readonly<Record<NoticeFault, string>> = {
  empty: 'is empty', 'too-long': 'has more than 300 characters', 'line-break': 'has a line break or another control character', number: 'has a number of nine digits or more, which may be somebody’s; a telephone goes in groups',
}

export const statusSet: Command = {
  parameters: [],
  about: 'Shows a sentence at the top of every page, in both languages, until `clave status clear`. Servers that run show it within about five\n'
    + 'seconds. There is one such sentence; a new one takes the place of the old. It needs DATABASE_URL and no keys.',
  options: {
    spanish: { type: 'string', value: 'TEXT', about: 'What the pages in Spanish say; 300 characters at most.' },
    english: { type: 'string', value: 'TEXT', about: 'What the pages in English say.' },
  },
  async run(call) {
    const [es, en] = [textOf(call, 'spanish'), textOf(call, 'english')]
    await withStatus(call, (status) => status.set(es, en))
    call.output.result('Every page will say so within about five seconds.', { es, en })
  },
}

export const statusClear: Command = {
  parameters: [],
  about: 'Takes the sentence away that `clave status set` put on every page. It needs DATABASE_URL and no keys.',
  options: {},
  async run(call) {
    const cleared = await withStatus(call, (status) => status.clear())
    call.output.result(cleared ? 'The sentence is taken away.' : 'There was none.', { cleared })
  },
}

export const statusShow: Command = {
  parameters: [],
  about: 'Says what stands on every page, and whether mail is late: some has waited for five minutes and none went out meanwhile. It needs\n'
    + 'DATABASE_URL and no keys.',
  options: {},
  async run(call) {
    const { notice, mailLate } = await withStatus(call, (status) => status.read())
    const said = notice === null ? 'Pages say nothing.' : `Since ${new Date(notice.setAt).toISOString()} pages say:\n  ${notice.es}\n  ${notice.en}`
    call.output.result(`${said}${mailLate ? '\nMail is late, and pages say that too.' : ''}`, { notice, mailLate })
  },
}

function textOf(call: Call, option: 'spanish' | 'english'): string {
  const text = requiredOption(call, option).trim()
  const fault = noticeFault(text)
  if (fault !== null) throw new WrongUse(`The text of --${option} ${faults[fault]}.`)
  return text
}

function withStatus<T>(call: Call, work: (status: SiteStatusStore) => Promise<T>): Promise<T> {
  return withDatabase(call, (db) => work(makeSiteStatus(db)))
}
