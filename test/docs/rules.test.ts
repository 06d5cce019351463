/** docs/rules.md, docs/requirements.md and docs/peers.md explain every id that is cited, and name only files that exist. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { refusalCatalogue } from '../../src/refusals.ts'

const root = join(import.meta.dirname, '..', '..')
const ruleIds = /\b(?:ID|PROOF|BANK|LINK|PASS|LOGIN|UNLOCK|SESSION|NOTICE|AUDIT|DESK)-\d+\b/g
const requirementIds = /(?<![-\w])[A-Z]-\d{2}\b/g

const read = (path: string): string => readFileSync(join(root, path), 'utf8')

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|js|mjs|sql|md|scss|sh|yml|yaml)$/.test(file)).map((file) => join(folder, file))
}

const cited = ['src', 'test', 'migrations', 'docs', 'scripts', 'assets', 'bench', 'deploy'].filter((folder) => existsSync(join(root, folder))).flatMap(filesUnder)
const pages = readdirSync(root).filter((file) => file.endsWith('.md'))
const everything = [...cited, ...pages]

/** The headings that explain an id: `### ID-1 The number`, or the first cell of a row. */
function explained(page: string, pattern: RegExp): Set<string> {
  const starts = read(page).split('\n').filter((line) => /^(?:### |\| )/.test(line)).map((line) => line.replace(/^(?:### |\| )/, '').split(' ')[0] ?? '')
  return new Set(starts.filter((id) => id.replace(pattern, '') === ''))
}

function unexplained(page: string, pattern: RegExp): string[] {
  const known = explained(page, pattern)
  return everything.flatMap((file) => [...new Set(read(file).match(pattern) ?? [])].filter((id) => !known.has(id)).map((id) => `${file}: ${id}`))
}

test('every rule that is cited stands in docs/rules.md', () => {
  assert.ok(explained('docs/rules.md', ruleIds).size >= 40)
  assert.deepEqual(unexplained('docs/rules.md', ruleIds), [])
})

test('every requirement that is cited stands in docs/requirements.md', () => {
  assert.ok(explained('docs/requirements.md', requirementIds).size >= 20)
  assert.deepEqual(unexplained('docs/requirements.md', requirementIds), [])
})

test('every mistake of others that is cited stands in docs/peers.md', () => {
  const known = new Set([...read('docs/peers.md').matchAll(/^\| (\d+) \|/gm)].map(([, number]) => number))
  const numbers = cited.flatMap((file) => [...read(file).matchAll(/\bpeers (\d+)/g)].map(([, number]) => number))
  assert.ok(numbers.length > 0)
  assert.deepEqual(numbers.filter((number) => !known.has(number)), [])
})

test('the catalogue of refusals cites rules that exist', () => {
  const known = explained('docs/rules.md', ruleIds)
  for (const { codes } of refusalCatalogue) for (const { rules } of Object.values(codes)) for (const rule of rules) assert.ok(known.has(rule), rule)
})

test('every rule says how it stands, and a rule that is held names the tests that hold it', () => {
  const sections = read('docs/rules.md').split(/^### /m).slice(1).map((section) => section.split(/^## /m)[0] ?? '')
  for (const section of sections) {
    const title = section.split('\n')[0] ?? ''
    assert.equal(section.match(/\*\*(?:Held|In part|Not yet)\b/g)?.length, 1, title)
    if (section.includes('**Held')) assert.match(section, /`test\/[\w/.-]+\.test\.ts`/, title)
  }
})

test('the files that documents name exist', () => {
  const named = [...pages, ...cited.filter((file) => /^docs\/.*\.md$/.test(file))].flatMap((page) =>
    [...read(page).matchAll(/`((?:src|test|migrations|docs|scripts|assets|bench|deploy|bin)\/[\w./-]*[\w/])`/g)].map(([, path = '']) => ({ page, path })))
  assert.ok(named.length > 50)
  assert.deepEqual(named.filter(({ path }) => !existsSync(join(root, path))), [])
})

test('the links between documents lead somewhere', () => {
  const broken = [...pages, ...cited.filter((file) => /^docs\/.*\.md$/.test(file))].flatMap((page) =>
    [...read(page).matchAll(/(?<!!)\[[^\]]*\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => ({ page, target }))
      .filter(({ target }) => !existsSync(join(root, page, '..', target))))
  assert.deepEqual(broken, [])
})
