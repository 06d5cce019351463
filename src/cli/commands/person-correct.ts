import { correctable, takeAway, type Correctable } from '../../app/rights.ts'
import { requiredOption, WrongUse, type Command } from '../command.ts'
import { caseOption, withPerson } from '../person.ts'

export const personCorrect: Command = {
  parameters: [],
  about: 'For a request of rectification (LOPDP, article 14): takes away something that is not the person’s. What is right the person gives alone, in\n'
    + 'Mis datos de contacto or Registro de cuenta bancaria. Not corrected here: what the register says (names, dates, work, wages), which is\n'
    + 'corrected at the register and comes with the next import; and the first address, which recovers the key: whoever could set it from a\n'
    + 'console could take any key. The person changes it with the codes, or the key is erased and made anew.\n'
    + 'The identifier is asked for, or is the first line of standard input. It is an event, and every verified address is told.',
  options: { case: caseOption, remove: { type: 'string', value: correctable.join('|'), about: 'What is taken away.' } },
  run(call) {
    const what = requiredOption(call, 'remove')
    if (!isCorrectable(what)) throw new WrongUse(`--remove must be one of ${correctable.join(', ')}.`)
    return withPerson(call, async ({ rights, found, number }) => {
      const done = await takeAway(rights.deps, rights.eraser.erasure, found, what, number)
      call.output.result(done ? 'Taken away. The addresses on file are told.' : 'There is nothing of the kind on file; nothing was changed.', { removed: done, what })
      return done ? 0 : 1
    })
  },
}

function isCorrectable(text: string): text is Correctable {
  return (correctable as readonly string[]).includes(text)
}
