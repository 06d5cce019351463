/** The rules of ARCHITECTURE.md as functions from a source to what is wrong with it. test/architecture.test.ts runs them and tries them on bad samples. */
import { importsOf, nodesOf, type Source } from './sources.ts'

export type Check = (source: Source) => string[]

/** What each folder may import; `types` only as types. Packages are a matter of their own. */
const arrows: Readonly<Record<string, { readonly all: readonly string[]; readonly types?: readonly string[] }>> = {
  domain: { all: ['domain'] },
  questions: { all: ['questions', 'domain'] },
  app: { all: ['app', 'domain'], types: ['questions'] },
  security: { all: ['security', 'app', 'domain'] },
  store: { all: ['store', 'security', 'app', 'domain'], types: ['questions'] },
  register: { all: ['register', 'app', 'domain', 'store', 'security'] },
  mail: { all: ['mail', 'app', 'domain', 'web/html.ts'] },
  // The calendar's words are the same on paper as on a page.
  paper: { all: ['paper', 'app', 'domain', 'web/texts/calendar-words.ts'] },
  config: { all: ['config', 'domain'] },
  // What a form field may hold is looked at without asking the application: the two files that read it know nothing but text. A report of the odds is
  // counts; the file that reads it knows no question.
  web: { all: ['web', 'app', 'domain', 'mail/address.ts', 'questions/format.ts', 'questions/question.ts', 'questions/odds-report.ts'], types: ['questions', 'config'] },
  oidc: { all: ['oidc', 'app', 'domain', 'web'] },
  desk: { all: ['desk', 'app', 'domain', 'web'] },
  demo: { all: ['demo', 'app', 'domain', 'web', 'mail', 'register', 'config', 'security', 'store', 'questions/provinces.ts'] },
  cli: { all: ['cli', 'config', 'app', 'domain', 'store', 'security', 'register', 'mail', 'questions/odds-report.ts', 'wiring'] },
}

export const importsFollowTheArrows: Check = (source) => {
  const folder = source.path.split('/')[1] ?? ''
  if (!source.path.startsWith('src/') || isWiring(source.path)) return []
  const allowed = arrows[folder]
  if (allowed === undefined) return [`src/${folder} has no arrows yet: add them to test/support/house-rules.ts and to ARCHITECTURE.md`]
  const within = (target: string, list: readonly string[]): boolean =>
    list.some((each) => target === `src/${each}` || target.startsWith(`src/${each}/`) || (each === 'wiring' && isWiring(target)))
  return importsOf(source)
    .filter(({ target, typesOnly }) => target.startsWith('src/') && !within(target, allowed.all) && !(typesOnly && within(target, allowed.types ?? [])))
    .map(({ target }) => `imports ${target}`)
}

const door = /^src\/questions\/(?:engine|format|provinces|question)\.ts$/

/** Who attacks the questions, or tries them as an honest person, knows the engine by its door: never its odds nor its planner (docs/attack.md). */
export const attackersUseTheDoor: Check = (source) => {
  if (!source.path.startsWith('attack/')) return []
  const allowed = (target: string): boolean =>
    !target.startsWith('src/') || /^src\/(?:domain|register)\//.test(target) || target === 'src/cli/progress.ts' || door.test(target)
  const planning = (target: string): boolean => target === 'src/questions/engine.ts' && source.path !== 'attack/engine.ts'
  return importsOf(source).filter(({ target }) => !allowed(target) || planning(target)).map(({ target }) => `imports ${target}`)
}

/** main.ts and the files beside it put the parts together: they import everything, and only the command line imports them. */
function isWiring(path: string): boolean {
  return /^src\/[\w-]+\.ts$/.test(path)
}

const packagesAllowed: Readonly<Record<string, readonly string[]>> = { domain: [], app: [], questions: ['node:crypto'] }

export const theCoreImportsNoPackage: Check = (source) => {
  const allowed = packagesAllowed[source.path.split('/')[1] ?? '']
  return allowed === undefined ? [] : importsOf(source).filter(({ target }) => !target.startsWith('src/') && !allowed.includes(target)).map(({ target }) => `imports ${target}`)
}

const driver = /^pg(?:$|-)/

export const theDriverStaysInTheStore: Check = (source) =>
  source.path.startsWith('src/store/') ? [] : importsOf(source).filter(({ target }) => driver.test(target)).map(({ target }) => `imports ${target}`)

const clockAndChance = new Set([
  ...['Date.now', 'performance.now', 'process.hrtime', 'process.env', 'Math.random', 'Temporal.Now', 'crypto.getRandomValues', 'crypto.randomUUID'],
])
const clockAndChanceNames = new Set(['setTimeout', 'setInterval', 'setImmediate', 'randomBytes', 'randomUUID', 'randomInt', 'randomFillSync', 'getRandomValues', 'performance'])

/** Time and chance are arguments (L-04); held for the folders in which everything must be repeatable. */
export const noClockOrChanceInTheCore: Check = (source) => {
  if (!/^src\/(domain|questions|app)\//.test(source.path)) return []
  return nodesOf(source).flatMap(({ node, line }) => {
    if (node.type === 'MemberExpression' && clockAndChance.has(dotted(node))) return [`line ${line}: ${dotted(node)}`]
    if (node.type === 'Identifier' && clockAndChanceNames.has(String(node['name']))) return [`line ${line}: ${String(node['name'])}`]
    const isDate = (node['callee'] as { name?: string } | undefined)?.name === 'Date'
    if (node.type === 'NewExpression' && isDate && (node['arguments'] as unknown[]).length === 0) return [`line ${line}: new Date()`]
    return node.type === 'CallExpression' && isDate ? [`line ${line}: Date()`] : []
  })
}

export const theEnvironmentIsReadInOnePlace: Check = (source) => {
  if (/^src\/(main\.ts$|cli\/|config\/)/.test(source.path)) return []
  const named = importsOf(source).filter(({ target }) => target === 'node:process').map(() => 'imports node:process')
  return [...named, ...nodesOf(source).filter(({ node }) => node.type === 'MemberExpression' && dotted(node) === 'process.env').map(({ line }) => `line ${line}: process.env`)]
}

const sql = /\b(?:select\s[\s\S]*\sfrom\s|insert\s+into\s|update\s+[\w.]+\s+set\s|delete\s+from\s|(?:create|alter|drop|truncate)\s+(?:or\s+replace\s+)?(?:table|function|index|schema|database)\s)/i

/** A heuristic over strings and templates: sentences that begin like statements are rare, statements that do not are rarer. */
export const sqlStaysInTheStore: Check = (source) => {
  if (source.path.startsWith('src/store/')) return []
  return nodesOf(source).flatMap(({ node, line }) => {
    const text = node.type === 'Literal' ? node['value'] : node.type === 'TemplateElement' ? (node['value'] as { raw: string }).raw : ''
    return typeof text === 'string' && sql.test(text) && !/<select/i.test(text) ? [`line ${line}: looks like SQL`] : []
  })
}

/** Texts and catalogues: long lists of alike things, better read in one piece. */
const longByNature = /^src\/(?:web\/texts\/|mail\/messages\/|domain\/events\.ts$|config\/(?:policy-)?catalogue\.ts$|app\/ports\.ts$|register\/invented-)/

export const filesAreShort: Check = (source) => {
  const lines = source.text.split('\n').length - 1
  return lines > 300 && !longByNature.test(source.path) ? [`${lines} lines; 300 at most`] : []
}

export const functionsAreShort: Check = (source) =>
  nodesOf(source)
    .filter(({ node, line, endLine }) => /^(?:Function|ArrowFunction)/.test(node.type) && endLine - line + 1 > 60)
    .map(({ line, endLine }) => `line ${line}: a function of ${endLine - line + 1} lines; 60 at most`)

export const namesSayWhatIsInside: Check = (source) =>
  source.path.split('/').map((part) => part.replace(/\..*$/, '')).filter((part) => /^(?:utils?|helpers?|common|shared|misc|lib)$/.test(part)).map((part) => `"${part}" says nothing about what is inside`)

/** Whoever wrote it has such folders; nobody else does. */
export const noPathsOfAMachine: Check = (source) =>
  [...source.text.matchAll(/(?<![\w.-])\/(?:home|Users|root|work)\/[\w.-]+/g)].map(([path]) => `mentions ${path}`)

function dotted(node: Record<string, unknown>): string {
  const object = node['object'] as Record<string, unknown>
  const property = node['property'] as Record<string, unknown>
  const last = node['computed'] ? property['value'] : property['name']
  return `${object['type'] === 'MemberExpression' ? dotted(object) : String(object['name'])}.${String(last)}`
}
