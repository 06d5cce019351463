/** Our own sources as text and as syntax trees, for test/architecture.test.ts. */
import { readFileSync, readdirSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join, relative, sep } from 'node:path'
import { parse, type Node } from 'acorn'

export interface Source {
  /** From the folder of the project, with slashes: src/domain/link.ts. */
  readonly path: string
  readonly text: string
}

export interface Import {
  /** As a path of ours (src/domain/link.ts), or as written for a package. */
  readonly target: string
  readonly typesOnly: boolean
}

const root = join(import.meta.dirname, '..', '..')

export function sourcesUnder(folder: string, ...endings: readonly string[]): Source[] {
  const files = readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name))
  return files.map((file) => ({ path: relative(root, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }))
}

const statements = /^\s*(?:import|export)\s+(type\s)?[^'"`;=]*?from\s+'([^']+)'|^\s*import\s+()'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm

/** Type-only imports are stripped before the syntax tree exists, so these are found in the text. */
export function importsOf(source: Source): Import[] {
  return [...source.text.matchAll(statements)].map(([, types, from, , alone, called]) => {
    const specifier = from ?? alone ?? called ?? ''
    const target = specifier.startsWith('.') ? join(source.path, '..', specifier).split(sep).join('/') : specifier
    return { target, typesOnly: types !== undefined }
  })
}

/** Every node of the tree with its line. */
export function nodesOf(source: Source): { node: Node & Record<string, unknown>; line: number; endLine: number }[] {
  const tree = parse(plainScript(source.text), { ecmaVersion: 'latest', sourceType: 'module', locations: true })
  const found: { node: Node & Record<string, unknown>; line: number; endLine: number }[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit)
    if (typeof value !== 'object' || value === null || !('type' in value)) return
    const node = value as Node & Record<string, unknown>
    found.push({ node, line: node.loc?.start.line ?? 0, endLine: node.loc?.end.line ?? 0 })
    for (const [name, child] of Object.entries(node)) if (name !== 'loc') visit(child)
  }
  visit(tree)
  return found
}

/** Types become spaces, so that lines and columns stay. Node calls this experimental, which is no news in every test run. */
function plainScript(text: string): string {
  const { emitWarning } = process
  process.emitWarning = () => undefined
  try {
    return stripTypeScriptTypes(text)
  } finally {
    process.emitWarning = emitWarning
  }
}
