/** The shape of the program (ARCHITECTURE.md), held on its own sources; and each rule tried on a sample that breaks it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as rules from './support/house-rules.ts'
import { importsOf, sourcesUnder, type Source } from './support/sources.ts'

const program = sourcesUnder('src', '.ts')
const tests = sourcesUnder('test', '.ts', '.html', '.json')
const attackers = sourcesUnder('attack', '.ts')
const around = [...sourcesUnder('scripts', '.ts', '.mjs'), ...sourcesUnder('docs', '.md'), ...sourcesUnder('migrations', '.sql')]

function holds(name: string, check: rules.Check, sources: readonly Source[]): void {
  test(name, () => assert.deepEqual(sources.flatMap((source) => check(source).map((fault) => `${source.path}: ${fault}`)), []))
}

holds('imports follow the arrows', rules.importsFollowTheArrows, program)
holds('attackers know the questions by their door', rules.attackersUseTheDoor, attackers)
holds('the core imports no package', rules.theCoreImportsNoPackage, program)
holds('the database driver stays in the store', rules.theDriverStaysInTheStore, program)
holds('L-04: there is no clock and no chance in the core', rules.noClockOrChanceInTheCore, program)
holds('the environment is read in main, cli and config only', rules.theEnvironmentIsReadInOnePlace, program)
holds('SQL stays in the store', rules.sqlStaysInTheStore, program)
holds('files have at most 300 lines', rules.filesAreShort, [...program, ...attackers])
holds('functions have at most 60 lines', rules.functionsAreShort, [...program, ...attackers])
holds('names say what is inside', rules.namesSayWhatIsInside, [...program, ...attackers, ...tests, ...around])
holds('nothing mentions a path of one machine', rules.noPathsOfAMachine, [...program, ...attackers, ...tests.filter(({ path }) => path !== 'test/architecture.test.ts'), ...around])

test('the sources are really there', () => {
  assert.ok(program.length > 20)
  assert.ok(program.some((source) => importsOf(source).some(({ target }) => target === 'src/domain/types.ts')))
})

function finds(check: rules.Check, path: string, text: string): void {
  test(`a planted mistake is found: ${path}: ${text.slice(0, 60).replaceAll('\n', ' ')}`, () => assert.equal(check({ path, text }).length, 1))
}

function passes(check: rules.Check, path: string, text: string): void {
  test(`what is right passes: ${path}: ${text.slice(0, 60).replaceAll('\n', ' ')}`, () => assert.deepEqual(check({ path, text }), []))
}

finds(rules.importsFollowTheArrows, 'src/domain/a.ts', "import { x } from '../app/x.ts'")
finds(rules.importsFollowTheArrows, 'src/domain/a.ts', "import type {\n  X,\n} from '../store/x.ts'")
finds(rules.importsFollowTheArrows, 'src/app/a.ts', "export * from '../questions/x.ts'")
finds(rules.importsFollowTheArrows, 'src/app/a.ts', "const x = await import('../store/x.ts')")
finds(rules.importsFollowTheArrows, 'src/web/journeys/a.ts', "import '../../store/x.ts'")
finds(rules.importsFollowTheArrows, 'src/web/a.ts', "import { main } from '../main.ts'")
finds(rules.importsFollowTheArrows, 'src/elsewhere/a.ts', '')
passes(rules.importsFollowTheArrows, 'src/app/a.ts', "import type { Deck } from '../questions/x.ts'\nimport { y } from '../domain/y.ts'")
passes(rules.importsFollowTheArrows, 'src/main.ts', "import { x } from './store/x.ts'")

finds(rules.attackersUseTheDoor, 'attack/adversary/a.ts', "import { structural } from '../../src/questions/strength.ts'")
finds(rules.attackersUseTheDoor, 'attack/a.ts', "import { planDecks } from '../src/questions/engine.ts'")
passes(rules.attackersUseTheDoor, 'attack/engine.ts', "import { planDecks } from '../src/questions/engine.ts'")

finds(rules.theCoreImportsNoPackage, 'src/domain/a.ts', "import { z } from 'zod'")
finds(rules.theCoreImportsNoPackage, 'src/app/a.ts', "import { readFileSync } from 'node:fs'")
finds(rules.theDriverStaysInTheStore, 'src/register/a.ts', "import { from } from 'pg-copy-streams'")
passes(rules.theDriverStaysInTheStore, 'src/store/a.ts', "import pg from 'pg'")

for (const clock of ['const a = Date.now()', 'const a = new Date()', 'const a = Date()', 'const a = Math.random()', "import { randomBytes } from 'node:crypto'", "const a = process['env']", 'setTimeout(() => 1, 1)']) {
  test(`a planted mistake is found: src/domain/a.ts: ${clock}`, () => assert.ok(rules.noClockOrChanceInTheCore({ path: 'src/domain/a.ts', text: clock }).length > 0))
}
passes(rules.noClockOrChanceInTheCore, 'src/domain/a.ts', 'export const day = (now: number): Date => new Date(now) // not Date.now()')
passes(rules.noClockOrChanceInTheCore, 'src/security/a.ts', 'const a = Math.random()')

finds(rules.theEnvironmentIsReadInOnePlace, 'src/store/a.ts', "const a = process.env['X']")
finds(rules.theEnvironmentIsReadInOnePlace, 'src/web/a.ts', "import { env } from 'node:process'")
passes(rules.theEnvironmentIsReadInOnePlace, 'src/cli/a.ts', 'const a = process.env')

finds(rules.sqlStaysInTheStore, 'src/app/a.ts', "const a = 'select x from clave.people'")
finds(rules.sqlStaysInTheStore, 'src/register/a.ts', 'const a = `insert into clave.people values (1)`')
finds(rules.sqlStaysInTheStore, 'src/cli/a.ts', "const a = 'update clave.people set x = 1'")
passes(rules.sqlStaysInTheStore, 'src/web/a.ts', "const a = 'Select one of the figures.'")
passes(rules.sqlStaysInTheStore, 'src/store/a.ts', "const a = 'select x from clave.people'")

finds(rules.filesAreShort, 'src/app/a.ts', '\n'.repeat(301))
finds(rules.functionsAreShort, 'src/app/a.ts', `export function f() {${'\n'.repeat(60)}}`)
passes(rules.functionsAreShort, 'src/app/a.ts', `export function f() {${'\n'.repeat(59)}}`)
finds(rules.namesSayWhatIsInside, 'src/app/helpers.ts', '')
finds(rules.namesSayWhatIsInside, 'test/utils/a.ts', '')
finds(rules.noPathsOfAMachine, 'src/app/a.ts', "const a = '/home/somebody/clave'")
passes(rules.noPathsOfAMachine, 'docs/a.md', 'See /etc/clave and https://example.org/home/page.')
