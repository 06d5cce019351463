/** Compares our components with the fixtures that govuk-frontend ships: same options in, same DOM out. */
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { parseFragment } from 'parse5'
import type { DefaultTreeAdapterTypes } from 'parse5'
import { raw, type Content, type Html } from '../../src/web/html.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
/** Options of the macros as the package writes them: any JSON. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Given = { readonly [option: string]: Given & any }
type Fixture = { name: string; options: Given; html: string }

const require = createRequire(import.meta.url)

/** The DOM as indented text: attributes and classes in order, white space as a browser would show it. */
export function domOf(markup: string): string {
  return parseFragment(markup).childNodes.map((node) => lines(node, '')).join('')
}

function lines(node: Node, indent: string): string {
  if (node.nodeName === '#text' && 'value' in node) {
    const text = node.value.replace(/\s+/g, ' ').trim()
    return text === '' ? '' : `${indent}${text}\n`
  }
  if (!('attrs' in node)) return ''
  const attributes = node.attrs.map(({ name, value }) => ` ${name}="${name === 'class' ? ordered(value) : value}"`).toSorted().join('')
  return `${indent}<${node.nodeName}${attributes}>\n${node.childNodes.map((child) => lines(child, `${indent}  `)).join('')}`
}

function ordered(classNames: string): string {
  return classNames.split(/\s+/).filter(Boolean).toSorted().join(' ')
}

/** GOV.UK's macros take `text` or `html`; our components take one Content. */
export function content(given: Given | undefined): Content {
  if (given === undefined) return undefined
  return typeof given.html !== 'string' || given.html === '' ? given.text : raw(given.html.trim())
}

/**
 * One test per fixture of a component. `without` lists by name the fixtures whose options we do not offer, with the
 * reason; `ignoring` what differs everywhere on purpose. A name that the package no longer ships, or that we render after all, fails, so the list cannot rot.
 */
export function matchesFixtures(
  component: string,
  render: (given: Given) => Html,
  without: Readonly<Record<string, readonly string[]>>,
  ignoring: RegExp = /(?!)/g,
): void {
  const dom = (markup: Html | string) => domOf(String(markup)).replace(ignoring, '')
  const path = `govuk-frontend/dist/govuk/components/${component}/fixtures.json`
  const fixtures = (require(path) as { fixtures: Fixture[] }).fixtures
  const skipped = new Map(Object.entries(without).flatMap(([reason, names]) => names.map((name) => [name, reason] as const)))
  test(`${component}: every fixture left out exists and is indeed different`, () => {
    assert.deepEqual([...skipped.keys()].filter((name) => !fixtures.some((fixture) => fixture.name === name)), [])
    const same = fixtures.filter(({ name, options, html }) => skipped.has(name) && attempt(() => dom(render(options))) === dom(html))
    assert.deepEqual(same.map(({ name }) => name), [])
  })
  for (const fixture of fixtures) {
    if (skipped.has(fixture.name)) continue
    test(`${component}: ${fixture.name}`, () => {
      assert.equal(dom(render(fixture.options)), dom(fixture.html))
    })
  }
}

function attempt(render: () => string): string | undefined {
  try {
    return render()
  } catch {
    return undefined
  }
}
