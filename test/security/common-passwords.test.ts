import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadCommonPasswords } from '../../src/security/common-passwords.ts'

test('peers 20: common passwords are known without any network, and without the list nothing starts', () => {
  const isCommon = loadCommonPasswords()
  assert.deepEqual(['password', '1234567890', 'qwertyuiop'].map(isCommon), [true, true, true])
  assert.equal(isCommon('tres tristes tigres comen trigo'), false)
  assert.throws(() => loadCommonPasswords('/nowhere/common-passwords.bin'), /ENOENT/)
})
