import { finishErasure } from '../../app/rights.ts'
import { loadPolicy } from '../../config/policy-file.ts'
import { parseConfig } from '../../config/parse.ts'
import { erasedPersons } from '../../security/person-tree.ts'
import { openRights } from '../../rights.ts'
import { caseNumber, caseOption } from '../person.ts'
import type { Command } from '../command.ts'

export const erasuresFinish: Command = {
  parameters: [],
  about: 'Erases again everybody whose key the key ring destroyed and whose rows this database still has, after an older copy of it was brought back or\n'
    + 'an erasing was interrupted. Nobody has to remember who that was: the key ring knows. Their addresses given here can not be read any more, so\n'
    + 'the last mail goes to those of the register. Run it before the servers start again. It needs DATABASE_URL and CLAVE_KEYS.',
  options: { case: caseOption },
  async run(call) {
    const config = parseConfig(call.environment, 'tool')
    const policy = loadPolicy(config.policyFile)
    const number = caseNumber(call, policy)
    const rights = await openRights(config, policy, call.output.note)
    try {
      const people = await rights.erasures.unfinished(erasedPersons(rights.keyring.personal.tree()))
      let rows = 0
      for (const { person, generation } of people) rows += (await finishErasure(rights.deps, rights.eraser.erasure, await rights.deps.register.findByKey(person), generation, number)).rows
      call.output.result(people.length === 0 ? 'Nothing to finish: nobody whose key is destroyed has anything here.' : `Erased again: ${people.length === 1 ? '1 person' : `${people.length} people`}, ${rows} rows.`, { people: people.length, rows })
      return 0
    } finally {
      await rights.close()
    }
  },
}
