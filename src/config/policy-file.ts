/** The policy with the numbers a file changes, checked as a whole; everything wrong is said at once. */
import { readFileSync } from 'node:fs'
import { defaultPolicy, type Policy } from '../domain/policy.ts'
import { nearest } from './nearest.ts'
import { ConfigProblems } from './parse.ts'
import { policyCatalogue, policyChecks, type PolicyEntry } from './policy-catalogue.ts'

/** The default policy when there is no file. Throws ConfigProblems. */
export function loadPolicy(file: string | null): Policy {
  if (file === null) return readPolicy({})
  try {
    return readPolicy(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if (error instanceof ConfigProblems) throw error
    throw new ConfigProblems([`CLAVE_POLICY: the file ${file} cannot be read as JSON: ${(error as Error).message}`])
  }
}

/** What the file says instead of the default; the rest stays. Throws ConfigProblems. */
export function readPolicy(file: unknown): Policy {
  const problems: string[] = []
  const policy = readGroup('', policyCatalogue as unknown as Tree, defaultPolicy as unknown as Values, file, problems) as unknown as Policy
  if (problems.length === 0) problems.push(...policyChecks.filter((check) => !check.holds(policy)).map((check) => `It does not hold that ${check.sentence}`))
  if (problems.length > 0) throw new ConfigProblems(problems.map((problem) => `CLAVE_POLICY: ${problem}`))
  return policy
}

/** Every entry with its path, for the documentation. */
export function policyEntries(): { path: string; entry: PolicyEntry<unknown>; standard: unknown }[] {
  return list('', policyCatalogue as unknown as Tree, defaultPolicy as unknown as Values)
}

type Values = Readonly<Record<string, unknown>>
type Tree = { readonly [name: string]: Tree | PolicyEntry<unknown> }

function readGroup(prefix: string, tree: Tree, standard: Values, given: unknown, problems: string[]): Values {
  if (given === undefined) return standard
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    problems.push(`${prefix.slice(0, -1) || 'the whole file'} must be an object in braces.`)
    return standard
  }
  problems.push(...Object.keys(given).filter((name) => !Object.hasOwn(tree, name)).map((name) => unknownName(prefix + name, tree)))
  const values = Object.entries(tree).map(([name, each]) => {
    const value = (given as Values)[name]
    if (isEntry(each)) return [name, value === undefined ? standard[name] : readEntry(prefix + name, each, value, problems)]
    return [name, readGroup(`${prefix}${name}.`, each, standard[name] as Values, value, problems)]
  })
  return Object.freeze(Object.fromEntries(values))
}

function readEntry(path: string, entry: PolicyEntry<unknown>, value: unknown, problems: string[]): unknown {
  const read = entry.reader.read(value)
  if (read === undefined) problems.push(`${path} must be ${entry.reader.mustBe}; it is ${JSON.stringify(value)}.`)
  return read
}

function unknownName(path: string, tree: Tree): string {
  const meant = nearest(path.split('.').at(-1) ?? '', Object.keys(tree))
  return `${path} is not a number of the policy${meant ? `; did you mean ${meant}?` : '.'}`
}

function list(prefix: string, tree: Tree, standard: Values): { path: string; entry: PolicyEntry<unknown>; standard: unknown }[] {
  return Object.entries(tree).flatMap(([name, each]) =>
    isEntry(each) ? [{ path: prefix + name, entry: each, standard: standard[name] }] : list(`${prefix}${name}.`, each, standard[name] as Values),
  )
}

function isEntry(node: Tree | PolicyEntry<unknown>): node is PolicyEntry<unknown> {
  return 'reader' in node && typeof node.about === 'string'
}
