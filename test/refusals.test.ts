import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { group, refusalCatalogue } from '../src/refusals.ts'

const refusals = refusalCatalogue.flatMap(({ prefix, codes }) => Object.entries(codes).map(([code, refusal]) => ({ code: `${prefix}.${code}`, ...refusal })))

test('no two refusals have one code, and every code can stand in a log or a question', () => {
  const codes = refusals.map(({ code }) => code)
  assert.equal(new Set(codes).size, codes.length)
  for (const code of codes) assert.match(code, /^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/)
})

test('PROOF-1: only what was compared and not right costs anything', () => {
  const dear = refusals.filter(({ costs }) => costs !== 'nothing').map(({ code }) => code)
  assert.deepEqual(dear.sort(), ['change-key.wrong', 'confirm-key.wrong-code', 'confirm.wrong-code', 'contact-change.wrong-code', 'login.wrong', 'not-me.not-theirs', 'own-questions.wrong', 'unlock.wrong-code', 'verdict.failed'])
})

test('each says what it means and what the person is told, and where it comes from', () => {
  for (const { code, means, told } of refusals) {
    assert.match(means, /^[A-Z].*\.$/, code)
    assert.doesNotMatch(told, /\.$/, code)
    assert.ok(told.length > 0, code)
  }
  for (const { source } of refusalCatalogue) assert.ok(existsSync(join(import.meta.dirname, '..', source)), source)
})

test('a code of a union without its entry does not compile', () => {
  const entry = { means: 'A.', rules: [], costs: 'nothing', told: 'b' } as const
  // @ts-expect-error 'there' is missing
  const gap = group<'here' | 'there'>('a', 'b', 'c', { here: entry })
  // @ts-expect-error 'nowhere' is no code of the union
  const excess = group<'here'>('a', 'b', 'c', { here: entry, nowhere: entry })
  assert.ok(gap && excess) // the compiler is what tests here (npm run check)
})
