/** Erases as `clave person erase` does and is killed at a moment: `prepared`, the new ring beside the old one; or `destroyed`, the key gone and every row there. */
import { loadPolicy } from '../../src/config/policy-file.ts'
import { parseConfig } from '../../src/config/parse.ts'
import { erasePerson } from '../../src/app/rights.ts'
import { openRights } from '../../src/rights.ts'

const [identifier, moment] = process.argv.slice(2)
const die = (at: string): void => {
  if (moment === at) process.kill(process.pid, 'SIGKILL')
}
const rights = await openRights(parseConfig(process.env, 'tool'), loadPolicy(null), () => undefined)
const { keys, erasure } = rights.eraser
await erasePerson(rights.deps, {
  erasure,
  keys: {
    async prepare(person) {
      const prepared = await keys.prepare(person)
      die('prepared')
      return { ...prepared, carryOut: () => (prepared.carryOut(), die('destroyed')) }
    },
  },
}, (await rights.find(identifier!))!, 'LOPDP-9')
throw new Error('still alive')
