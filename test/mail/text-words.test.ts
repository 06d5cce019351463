import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TextKind, TextOrder } from '../../src/app/mail-ports.ts'
import type { Language } from '../../src/app/ports.ts'
import { textLength } from '../support/text-length.ts'
import { makeTextComposer } from '../../src/mail/text-words.ts'

const token = 'Zm9vYmFyMTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0-_Y'
const at = Date.UTC(2026, 10, 22, 19, 5, 59)
const timeZone = 'America/Guayaquil'
const withLink: readonly TextKind[] = ['key-issued', 'key-recovered', 'key-changed', 'key-confirmed', 'bank-replaced', 'contact-changed', 'money-account', 'key-unlocked', 'device-new']
const without: readonly TextKind[] = ['key-blocked', 'key-frozen']
const languages: readonly Language[] = ['es', 'en']
const order = (kind: TextKind, language: Language): TextOrder =>
  ({ channel: 'text', kind, to: '+593991234567', language, token: without.includes(kind) ? null : token, at })
const textsUnder = (baseUrl: string): readonly string[] => {
  const compose = makeTextComposer({ baseUrl, timeZone })
  return languages.flatMap((language) => [...withLink, ...without].map((kind) => compose(order(kind, language)).text))
}

test('NOTICE-1: a text says what happened, when, and where to say that it was not me', () => {
  const compose = makeTextComposer({ baseUrl: 'https://clave.ejemplo.ec', timeZone })
  assert.deepEqual(compose(order('key-issued', 'es')), {
    to: '+593991234567', text: `Se ha generado su clave (22/11 14:05, hora de Ecuador). No fui yo: https://clave.ejemplo.ec/no-fui-yo/${token}`,
  })
  assert.match(compose(order('device-new', 'en')).text, /^Sign-in from a new browser \(22\/11 14:05, Ecuador Time\)\. It was not me: https:/)
})

test('every text is one part under a short address, two under the longest a host may reasonably have; never UCS-2', () => {
  for (const text of textsUnder('https://clave.ejemplo.ec')) assert.deepEqual([textLength(text).alphabet, textLength(text).parts], ['gsm-7', 1], `${textLength(text).units}: ${text}`)
  for (const text of textsUnder(`https://${'clave.'.repeat(13)}ejemplo.ec`)) assert.ok(textLength(text).alphabet === 'gsm-7' && textLength(text).parts <= 2, text)
})

test('LINK-2, LINK-5: the one address in a text is of the configured host and can only stop a key; a block and a freeze have no token at all', () => {
  for (const text of textsUnder('https://clave.ejemplo.ec')) {
    const addresses = [...text.matchAll(/https?:\/\/\S+/g)].map(([address]) => address)
    for (const address of addresses) assert.match(address, new RegExp(`^https://clave\\.ejemplo\\.ec/(no-fui-yo/${token}|desbloquear)$`))
    assert.doesNotMatch(text.replace(token, ''), /\d{4,}/, 'no code and no number')
  }
})

test('every kind is different from the others, in each language', () => {
  assert.equal(new Set(textsUnder('https://clave.ejemplo.ec')).size, languages.length * (withLink.length + without.length))
})
