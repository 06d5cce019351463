// Runs the tests of a file once for each mutant, all in one process, and stops at the first test that fails. Child of scripts/mutate.ts.
//
// Each mutant has its own copy of src/questions and of the tests, by a query behind the address of every module; `node:test` becomes a list
// of what there is to run, so that a hundred mutants cost little more than their tests.
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

const own = /\/(?:src|test)\/questions\//
const collector = 'data:text/javascript,export const test = (name, run) => globalThis.collected.push(run)'
/** Properties are tried on fewer cases than by the tests: a mistake that only the ten-thousandth case shows counts as not found. */
const mostCases = 500
const fewerCases = `import fc from ${JSON.stringify(import.meta.resolve('fast-check'))}
const assert = (property, options) => fc.assert(property, { ...options, numRuns: Math.min(options?.numRuns ?? 100, ${mostCases}) })
export default { ...fc, assert }`
let order = { file: '', tests: [], mutants: [] }

registerHooks({
  resolve(specifier, context, next) {
    const mutant = context.parentURL?.split('?mutant=')[1]
    if (mutant === undefined) return next(specifier, context)
    if (specifier === 'node:test') return { url: collector, shortCircuit: true }
    if (specifier === 'fast-check') return { url: `data:text/javascript,${encodeURIComponent(fewerCases)}`, shortCircuit: true }
    const found = next(specifier, context)
    return own.test(found.url) ? { ...found, url: `${found.url.split('?')[0]}?mutant=${mutant}` } : found
  },
  load(url, context, next) {
    const [path, mutant] = url.split('?mutant=')
    if (mutant === undefined || path !== pathToFileURL(order.file).href) return next(url, context)
    return { format: 'module-typescript', source: order.mutants[Number(mutant)], shortCircuit: true }
  },
})

process.on('message', async (sent) => {
  order = sent
  for (const mutant of order.mutants.keys()) process.send(await found(mutant))
  process.disconnect()
})

async function found(mutant) {
  try {
    for (const file of order.tests) {
      globalThis.collected = []
      await import(`${pathToFileURL(file).href}?mutant=${mutant}`)
      for (const run of globalThis.collected) await run({ diagnostic: () => undefined })
    }
    return false
  } catch {
    return true
  }
}
