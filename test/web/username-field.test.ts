import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import { usernameField } from '../../src/web/components/username-field.ts'

const field = String(usernameField({ label: 'Número de cédula', value: '1710034065' }))

test('password managers find the name; people with a graphical browser do not see it', () => {
  assert.match(field, /^<p [^>]*hidden>/)
  assert.match(field, /autocomplete="username" value="1710034065" readonly/)
})

test('a text browser, which shows it all the same, shows what it is', () => {
  const seen = execFileSync('w3m', ['-dump', '-T', 'text/html', '-I', 'UTF-8', '-O', 'UTF-8', '-cols', '80'], { input: `<form>${field}</form>`, encoding: 'utf8' })
  assert.match(seen, /Número de cédula \[1710034065/)
})
