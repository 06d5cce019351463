import assert from 'node:assert/strict'
import { test } from 'node:test'
import { generatedPages, outOfDate } from '../scripts/docs.ts'
import { catalogue } from '../src/config/catalogue.ts'

test('the generated pages of docs/ are what the code would write now (npm run docs)', () => {
  assert.deepEqual(outOfDate().map((page) => page.path), [])
})

test('the page of the configuration names every variable', () => {
  const page = generatedPages.find((each) => each.path === 'docs/configuration.md')?.write() ?? ''
  for (const setting of Object.values(catalogue)) assert.ok(page.includes(`### \`${setting.name}\``), setting.name)
})
