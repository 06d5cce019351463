/** Small mistakes in a source, each as the text it would become: other operators, moved boundaries, turned booleans, statements and parts left out. */
import { stripTypeScriptTypes } from 'node:module'
import { parse, type Node } from 'acorn'

export interface Mutant {
  readonly line: number
  /** What was done, for the report. */
  readonly what: string
  readonly text: string
}

type Tree = Node & Record<string, unknown>

interface Change {
  readonly from: number
  readonly to: number
  readonly by: string
}

const operators: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='], '<=': ['<', '>'], '>': ['>=', '<='], '>=': ['>', '<'], '===': ['!=='], '!==': ['==='],
  '+': ['-'], '-': ['+'], '*': ['/'], '/': ['*'], '%': ['*'], '&&': ['||'], '||': ['&&'], '??': ['&&'],
}

/** Types stay where they are: mutants are cut from the text as written, found in it without its types. */
export function mutantsOf(text: string): readonly Mutant[] {
  const tree = parse(stripTypeScriptTypes(text), { ecmaVersion: 'latest', sourceType: 'module', locations: true }) as unknown as Tree
  const found: Mutant[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit)
    if (typeof value !== 'object' || value === null || !('type' in value)) return
    const node = value as Tree
    if (node.type === 'ImportDeclaration') return
    for (const change of changesOf(node, text)) found.push({ line: node.loc!.start.line, what: told(text, change), text: text.slice(0, change.from) + change.by + text.slice(change.to) })
    for (const [name, child] of Object.entries(node)) if (name !== 'loc') visit(child)
  }
  visit(tree)
  return found
}

function changesOf(node: Tree, text: string): readonly Change[] {
  const whole = { from: node.start, to: node.end }
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
      return operatorChanges(node, text)
    case 'Literal':
      return literalChanges(node)
    case 'UnaryExpression':
      return node['operator'] === '!' ? [{ from: node.start, to: (node['argument'] as Tree).start, by: '' }] : []
    case 'IfStatement':
    case 'ConditionalExpression': {
      const test = node['test'] as Tree
      return ['true', 'false'].map((by) => ({ from: test.start, to: test.end, by }))
    }
    case 'ExpressionStatement':
      return [{ ...whole, by: ';' }]
    case 'CallExpression':
      return callChanges(node)
    default:
      return []
  }
}

function operatorChanges(node: Tree, text: string): readonly Change[] {
  const [left, right] = [node['left'] as Tree, node['right'] as Tree]
  const operator = String(node['operator'])
  const at = text.indexOf(operator, left.end)
  if (at < 0 || at >= right.start) return []
  return (operators[operator] ?? []).map((by) => ({ from: at, to: at + operator.length, by }))
}

/** Numbers one more, words empty, booleans turned, patterns without an anchor or a flag, or taking one sign more. */
function literalChanges(node: Tree): readonly Change[] {
  if (node['regex'] !== undefined) return patternChanges(node)
  const { start: from, end: to, value } = node as Tree & { value: unknown }
  if (typeof value === 'number') return [{ from, to, by: String(value + 1) }]
  if (typeof value === 'boolean') return [{ from, to, by: String(!value) }]
  return typeof value === 'string' && value !== '' ? [{ from, to, by: "''" }] : []
}

function patternChanges(node: Tree): readonly Change[] {
  const { pattern, flags } = node['regex'] as { readonly pattern: string; readonly flags: string }
  const others = [
    ...(pattern.startsWith('^') ? [`/${pattern.slice(1)}/${flags}`] : []), ...(pattern.endsWith('$') ? [`/${pattern.slice(0, -1)}/${flags}`] : []),
    ...[...flags].filter((flag) => flag !== 'u').map((flag) => `/${pattern}/${flags.replace(flag, '')}`),
    ...[...pattern.matchAll(/\{(\d)(?:,(\d))?\}/g)].map(({ 0: count, 1: least, 2: most, index }) =>
      `/${pattern.slice(0, index)}{${most === undefined ? Number(least) + 1 : `${least},${Number(most) + 1}`}}${pattern.slice(index + count.length)}/${flags}`),
  ]
  return others.map((by) => ({ from: node.start, to: node.end, by }))
}

const droppable = new Set(['trim', 'toLowerCase', 'normalize', 'sort', 'filter', 'slice', 'replace', 'reverse'])

/** A step of a chain left out: x.trim() becomes x. */
function callChanges(node: Tree): readonly Change[] {
  const callee = node['callee'] as Tree
  if (callee.type !== 'MemberExpression' || !droppable.has(String((callee['property'] as Tree)['name']))) return []
  return [{ from: (callee['object'] as Tree).end, to: node.end, by: '' }]
}

function told(text: string, { from, to, by }: Change): string {
  const line = text.slice(text.lastIndexOf('\n', from) + 1, text.indexOf('\n', to)).trim()
  return `«${text.slice(from, to).replaceAll('\n', ' ').slice(0, 40)}» as «${by}» in: ${line.slice(0, 110)}`
}
