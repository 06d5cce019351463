import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseFragment } from 'parse5'
import type { DefaultTreeAdapterTypes } from 'parse5'
import { attributes, classes, html, raw, type Content, type Html } from '../../src/web/html.ts'

type Element = DefaultTreeAdapterTypes.Element
type Text = DefaultTreeAdapterTypes.TextNode

/** What any HTML parser does to text before it reads markup: line ends become LF, NUL is dropped or replaced. */
const asParsed = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/[\0\uFFFD]/g, '')

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '=', '/', ' ', '`', '!', '-', 'a', '#', ';', '\n', '\r', '\0') }),
  fc.constantFrom('"><script>alert(1)</script>', '</p><!--', '&lt;', '&#34;', "' onclick='x", '<![CDATA[', '&quot;&quot'),
)

test('no text breaks out of its element', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const nodes = parseFragment(String(html`<p>${text}</p>`)).childNodes
      assert.equal(nodes.length, 1)
      const children = (nodes[0] as Element).childNodes
      assert.ok(children.every((child) => child.nodeName === '#text'))
      assert.equal(children.map((child) => asParsed((child as Text).value)).join(''), asParsed(text))
    }),
    { numRuns: 10_000 },
  )
})

test('no value breaks out of a double-quoted attribute, written in the template or by attributes()', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      for (const markup of [html`<input value="${text}" name="n">`, html`<input${attributes({ value: text, name: 'n' })}>`]) {
        const nodes = parseFragment(String(markup)).childNodes
        assert.equal(nodes.length, 1)
        const [value, name, ...more] = (nodes[0] as Element).attrs
        assert.equal(asParsed(value?.value ?? ''), asParsed(text))
        assert.deepEqual([name, more], [{ name: 'name', value: 'n' }, []])
      }
    }),
    { numRuns: 10_000 },
  )
})

test('text inside textarea and title stays text', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const nodes = parseFragment(String(html`<textarea>\n${text}</textarea><title>${text}</title>`)).childNodes
      assert.deepEqual(nodes.map((node) => node.nodeName), ['textarea', 'title'])
    }),
  )
})

test('a page is Latin-1: everything else is a reference, and reads back as it was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const markup = String(html`<p title="${text}">${text} – „fin“</p>`)
      assert.match(markup, /^[\0-\u00ff]*$/)
      const element = parseFragment(markup).childNodes[0] as Element
      assert.equal(asParsed(element.attrs[0]!.value), asParsed(text))
      assert.equal(asParsed(element.childNodes.map((child) => (child as Text).value).join('')), asParsed(`${text} – „fin“`))
    }),
    { numRuns: 2_000 },
  )
})

test('markup nests, lists join, nothing renders as nothing, numbers as digits', () => {
  const item = (text: string): Html => html`<li>${text}</li>`
  assert.equal(String(html`<ul>${['a', '<b>'].map(item)}</ul>`), '<ul><li>a</li><li>&lt;b&gt;</li></ul>')
  assert.equal(String(html`${null}${undefined}${false}${0}${[1, null, ['x']]}`), '01x')
  assert.equal(String(html`<i>${raw('<b>')}</i>`), '<i><b></i>')
})

test('an object that looks like markup is refused, not rendered', () => {
  const posing = { toString: () => '<script>' } as unknown as Content
  assert.throws(() => html`<p>${posing}</p>`, TypeError)
  assert.throws(() => html`<p>${true as unknown as Content}</p>`, TypeError)
})

test('attributes: bare names, left-out values, refused names', () => {
  assert.equal(String(attributes({ id: 'a', hidden: true, title: undefined, lang: null, open: false, rows: 2 })), ' id="a" hidden rows="2"')
  for (const name of ['onclick', 'style', 'a b', 'a"', '', '1', 'a>']) assert.throws(() => attributes({ [name]: 'x' }), TypeError)
})

test('a value in an unsafe place throws at the first render', () => {
  const x = 'x'
  const unsafe = [
    () => html`<p title=${x}></p>`,
    () => html`<p title='${x}'></p>`,
    () => html`<p ${x}></p>`,
    () => html`<${x}>`,
    () => html`<script>${x}</script>`,
    () => html`<style>${x}</style>`,
    () => html`<!-- ${x} -->`,
    () => html`<p onclick="${x}"></p>`,
    () => html`<p style="a"></p>`,
    () => html`<p title="${raw('"')}"></p>`,
    () => html`<p title="${['a']}"></p>`,
    () => html`<p title="${x}`,
    () => html`<h${x}></h${x}>`,
    () => html`<h${7}></h${7}>`,
    () => html`<p>${attributes({ id: 'a' })}</p>`,
  ]
  for (const render of unsafe) assert.throws(render, TypeError, String(render))
  assert.equal(String(html`<h${2}>a</h${2}>`), '<h2>a</h2>')
})

test('classes leaves out what is not there', () => {
  assert.equal(classes('a', false, undefined, 'b', ''), 'a b')
})
