import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { figureGrid } from '../../src/web/components/figure-grid.ts'
import { figureCodes, figures, isFigureCode } from '../../src/web/figures.ts'

const folder = join(import.meta.dirname, '../../assets/figures')

test('BANK-1: 16 figures, each drawn, each with a name of its own in both languages', () => {
  assert.equal(figureCodes.length, 16)
  assert.deepEqual(readdirSync(folder).toSorted(), figureCodes.map((code) => `${code}.svg`).toSorted())
  for (const language of ['es', 'en'] as const) assert.equal(new Set(figureCodes.map((code) => figures[code][language])).size, 16)
})

test('each drawing is small, of one size, and holds shapes only', () => {
  for (const code of figureCodes) {
    const drawing = readFileSync(join(folder, `${code}.svg`), 'utf8')
    assert.ok(drawing.length <= 1200, `${code}: ${drawing.length}`)
    assert.match(drawing, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 96 96">/)
    const elements = new Set(drawing.match(/<[a-z]+/g))
    assert.deepEqual([...elements].filter((name) => !['<svg', '<rect', '<g', '<path', '<circle', '<ellipse'].includes(name)), [], code)
    assert.doesNotMatch(drawing, / (id|style|on[a-z]+)=/, code)
  }
})

test('the grid is a group of radios in the order given, with the chosen one checked', () => {
  const order = figureCodes.toReversed()
  const markup = String(figureGrid({ name: 'figura', legend: 'Su figura', language: 'es', order, chosen: 'gato', sheetUrl: '/assets/figures.svg' }))
  assert.deepEqual([...markup.matchAll(/type="radio" id="[^"]*" name="figura" value="([a-z]+)"/g)].map((match) => match[1]), order)
  assert.deepEqual([...markup.matchAll(/value="([a-z]+)" checked/g)].map((match) => match[1]), ['gato'])
  for (const code of order) assert.ok(markup.includes(`${figures[code].es}</label>`))
})

test('only the codes of the catalogue are figures', () => {
  for (const value of ['llave', 'constructor', '', undefined, 3]) assert.equal(isFigureCode(value), false)
  assert.equal(isFigureCode('gato'), true)
})
