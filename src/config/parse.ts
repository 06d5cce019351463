/** Reads the environment once into one frozen object, or says everything that is wrong with it at once. */
import { resolve } from 'node:path'
import { catalogue, otherVariables, type Purpose, type Setting } from './catalogue.ts'
import { nearest } from './nearest.ts'

type Catalogue = typeof catalogue
type Value<S> = S extends Setting<infer T> ? T : never
type Given = { readonly [Field in keyof Catalogue]: Value<Catalogue[Field]> | (Catalogue[Field]['default'] extends string ? never : null) }

/**
 * What the environment says. null is only what docs/configuration.md says of the demo, or a tool that does not need it: serving always has
 * `baseUrl`, `mailFrom`, `databaseUrl`, `smtpUrl` and `keysFile`.
 */
export interface Config extends Omit<Given, 'baseUrl' | 'mailFrom' | 'databaseUrl'> {
  readonly purpose: Purpose
  readonly baseUrl: string
  readonly mailFrom: string
  /** null: the embedded database in `home`. */
  readonly databaseUrl: string | null
}

/** Everything that is wrong, one sentence each; `message` lists them. */
export class ConfigProblems extends Error {
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(`The configuration is not right:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
    this.problems = problems
  }
}

/** `environment` is process.env; an empty value counts as not given. Throws ConfigProblems. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>, purpose: Purpose): Config {
  const problems = unknownNames(environment)
  const values: Record<string, unknown> = {}
  for (const [field, setting] of Object.entries<Setting<unknown>>(catalogue)) values[field] = readSetting(setting, environment[setting.name] || null, purpose, problems)
  problems.push(...incompleteGateway(values))
  if (problems.length > 0) throw new ConfigProblems(problems)
  return complete(values as unknown as Given, purpose, environment[catalogue.home.name] ? process.cwd() : programFolder)
}

function readSetting(setting: Setting<unknown>, given: string | null, purpose: Purpose, problems: string[]): unknown {
  const text = given ?? setting.default
  if (text === null) {
    if (setting.neededFor.includes(purpose)) problems.push(`${setting.name} is needed: ${setting.reader.mustBe}.`)
    return null
  }
  const value = setting.reader.read(text)
  if (value !== undefined) return value
  // A secret, or an address that may hold one, is not repeated on a screen that others may see.
  problems.push(`${setting.name} must be ${setting.reader.mustBe}${setting.secret ? '' : `; it is "${text}"`}.`)
  return null
}

/** A gateway is set up whole or not at all. A value that was given and is wrong has its sentence already. */
function incompleteGateway({ textUrl, textAuthorization, textSender }: Readonly<Record<string, unknown>>): string[] {
  const parts = [[catalogue.textUrl, textUrl], [catalogue.textAuthorization, textAuthorization], [catalogue.textSender, textSender]] as const
  if (parts.every(([, value]) => value === null)) return []
  return parts.filter(([, value]) => value === null).map(([{ name, reader }]) => `${name} is needed for text messages: ${reader.mustBe}.`)
}

/** A mistyped name would otherwise be passed over, and the default taken in silence. */
function unknownNames(environment: Readonly<Record<string, string | undefined>>): string[] {
  const names = Object.values<Setting<unknown>>(catalogue).map((setting) => setting.name)
  const unknown = Object.keys(environment).filter((name) => name.startsWith('CLAVE_') && !names.includes(name) && !otherVariables.test(name))
  return unknown.map((name) => {
    const meant = nearest(name, names)
    return `${name} is not a variable of this program${meant ? `; did you mean ${meant}?` : '.'}`
  })
}

/** An operator calls the program from anywhere; without CLAVE_HOME it must find the same data each time. */
const programFolder = resolve(import.meta.dirname, '..', '..')

function complete(given: Given, purpose: Purpose, folder: string): Config {
  return Object.freeze({
    ...given,
    purpose,
    home: resolve(folder, given.home),
    baseUrl: given.baseUrl ?? `http://localhost:${given.port}`,
    mailFrom: given.mailFrom ?? 'clave@localhost',
    databaseUrl: given.databaseUrl === 'embedded' ? null : given.databaseUrl,
  })
}
