// Gives the program another text for one of its files: CLAVE_MUTANT_FILE is read as CLAVE_MUTANT_TEXT. Used by scripts/mutate.ts.
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

const url = pathToFileURL(process.env.CLAVE_MUTANT_FILE).href
registerHooks({
  load: (asked, context, next) => (asked === url ? { format: 'module-typescript', source: readFileSync(process.env.CLAVE_MUTANT_TEXT, 'utf8'), shortCircuit: true } : next(asked, context)),
})
