import { erasePerson } from '../../app/rights.ts'
import { WrongUse, type Command } from '../command.ts'
import { caseOption, withPerson } from '../person.ts'

const word = 'ERASE'

export const personErase: Command = {
  parameters: [],
  about: 'For a request of erasure (LOPDP, article 15) by somebody whose document was checked: the key, contacts of now and before, personal questions\n'
    + 'and figure, sessions, browsers, journeys, the account for payments, certificates, the text of mails, and the places in all events. First of all\n'
    + 'the key of the person is destroyed: the file of CLAVE_KEYS is written anew without it, so that no backup of the database gives any of this back.\n'
    + 'If the file can not be written nothing is erased. It cannot be undone. What stays, and why, is in docs/rights.md: the register, the chain of\n'
    + 'events, and the counters that protect. The identifier is asked for, and then the word ERASE; both may be lines of standard input. It is an\n'
    + 'event, and the addresses on file get a last mail.',
  options: { case: caseOption },
  run: (call) => withPerson(call, async ({ rights, found, number, asker }) => {
    if ((await asker.ask(`This cannot be undone. Type ${word} to go on: `)) !== word) throw new WrongUse(`Nothing was erased: the second line must be the word ${word}.`)
    const erased = await erasePerson(rights.deps, rights.eraser, found, number)
    const frozen = erased.keyStaysFrozen ? ' The key was frozen by «No fui yo» and stays so.' : ''
    call.output.result(`Erased: ${erased.rows} rows. ${erased.notices} ${erased.notices === 1 ? 'address is' : 'addresses are'} told.${frozen} The key ring was written anew: replace every copy of it, or those still open what was erased (clave keys check).`, { ...erased })
    return 0
  }),
}
