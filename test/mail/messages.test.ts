import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import type { MailOrder } from '../../src/app/mail-ports.ts'
import type { Language } from '../../src/app/ports.ts'
import { makeComposer } from '../../src/mail/messages.ts'

const token = 'Zm9vYmFyMTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY'
const settings = { baseUrl: 'https://clave.ejemplo.ec', institution: 'Institución de prueba', timeZone: 'America/Guayaquil', code: () => '12345678' }
const compose = makeComposer(settings)
const at = Date.UTC(2026, 10, 22, 19, 5, 59)
const until = Date.UTC(2026, 10, 22, 19, 20, 59)
const tenDays = Date.UTC(2026, 11, 2, 19, 5, 59)
const to = 'ana@ejemplo.ec'
const orders = (language: Language): readonly (readonly [MailOrder, number | null])[] => [
  [{ kind: 'confirm-address', to, language, token }, until],
  [{ kind: 'key-issued', to, language, token, at, newAddress: true }, tenDays],
  [{ kind: 'key-issued', to, language, token, at, newAddress: false }, tenDays],
  [{ kind: 'key-frozen', to, language, at }, null],
  ...(['email', 'phone', 'second-email'] as const).map((place) => [{ kind: 'change-current', place, to, language, token }, until] as const),
  [{ kind: 'change-new', place: 'email', to, language, token }, until],
  [{ kind: 'money-account', to, language, token, at }, tenDays],
  [{ kind: 'data-copied', to, language, token, at }, tenDays],
  [{ kind: 'data-corrected', to, language, token, at }, tenDays],
  [{ kind: 'data-erased', to, language, at }, null],
  [{ kind: 'key-changed', to, language, token, at }, tenDays],
  [{ kind: 'confirm-key', to, language, token }, until],
  [{ kind: 'key-confirmed', to, language, token, at }, tenDays],
  [{ kind: 'bank-replaced', to, language, token, at }, tenDays],
  [{ kind: 'reopened', to, language, token, at }, tenDays],
  ...(['email', 'phone', 'second-email-added', 'second-email-removed'] as const).map((what) => [{ kind: 'contact-changed', what, to, language, token, at }, tenDays] as const),
  [{ kind: 'recover', to, language, token }, until],
  [{ kind: 'vouch', to, language, token }, until],
  [{ kind: 'reopen', to, language, token }, until],
  [{ kind: 'reopen', to, language, token, contactFirst: true }, until],
  [{ kind: 'key-recovered', to, language, token, at }, tenDays],
  [{ kind: 'key-blocked', to, language, token, at, ownLane: false }, until],
  [{ kind: 'key-blocked', to, language, token, at, ownLane: true }, until],
  [{ kind: 'key-blocked', to, language, token: null, at, ownLane: false }, null],
  [{ kind: 'key-blocked-elsewhere', to, language, at, ownLane: false }, null],
  [{ kind: 'unlock', to, language, token, blocked: true }, until],
  [{ kind: 'unlock', to, language, token, blocked: false }, until],
  [{ kind: 'unlock-instead', to, language, why: 'frozen' }, null],
  [{ kind: 'unlock-instead', to, language, why: 'disabled' }, null],
  [{ kind: 'key-unlocked', to, language, token, at, browser: 'Firefox, Windows' }, tenDays],
  [{ kind: 'device-new', to, language, token, at, browser: '', network: '203.0.113.0/24', remembered: true }, tenDays],
  [{ kind: 'device-new', to, language, token, at, browser: 'Chrome, Android', network: '203.0.113.0/24', remembered: false }, tenDays],
]
const everyLetter = (['es', 'en'] as const).flatMap((language) => orders(language).map(([order, end]) => compose(order, end)))

type Node = DefaultTreeAdapterTypes.Node
function* nodes(node: Node): Generator<Node> {
  yield node
  for (const child of 'childNodes' in node ? node.childNodes : []) yield* nodes(child)
}
const all = (html: string): Node[] => [...nodes(parse(html))]
const words = (text: string): string => text.replace(/\s+/g, ' ').trim()

test('the confirmation shows link, code in two groups and the clock time of both (LINK-1)', () => {
  const letter = compose({ kind: 'confirm-address', to, language: 'es', token }, until)
  for (const part of [letter.text, letter.html]) {
    assert.match(part, /Clic para continuar/)
    assert.ok(part.includes(`https://clave.ejemplo.ec/enlace/${token}`))
    assert.match(part, /1234 5678/)
    assert.match(part, /hasta las 14:20 \(hora de Ecuador\)/)
    assert.match(part, /en el navegador donde usted empezó/)
    assert.match(part, /¿No fue usted\? No tiene que hacer nada/)
  }
})

test('the notice of a new key says when, has the No fui yo link with date and time, and no key (NOTICE-1)', () => {
  const letter = compose({ kind: 'key-issued', to, language: 'es', token, at, newAddress: true }, tenDays)
  for (const part of [letter.text, letter.html]) {
    assert.match(part, /El 22 de noviembre de 2026 a las 14:05/)
    assert.match(part, /No fui yo/)
    assert.ok(part.includes(`https://clave.ejemplo.ec/no-fui-yo/${token}`))
    assert.match(part, /hasta el 2 de diciembre de 2026 a las 14:05/)
  }
})

test('UNLOCK-2: the mail says what the page does not: blocked or not, frozen, or that only a new key helps', () => {
  const text = (order: MailOrder, end: number | null): string => compose(order, end).text
  assert.match(text({ kind: 'unlock', to, language: 'es', token, blocked: true }, until), /está bloqueada[^]*desbloquear\/enlace\/Zm9v[^]*1234 5678[^]*14:20/)
  assert.match(text({ kind: 'unlock', to, language: 'es', token, blocked: false }, until), /no está bloqueada/)
  assert.match(text({ kind: 'unlock-instead', to, language: 'es', why: 'frozen' }, null), /congelada[^]*oficina/)
  assert.match(text({ kind: 'unlock-instead', to, language: 'es', why: 'disabled' }, null), /Genere una nueva[^]*\/clave/)
})

test('NOTICE-1: a block, an unlock and a new browser are told with the moment; the last two with «No fui yo»', () => {
  const blocked = compose({ kind: 'key-blocked', to, language: 'es', token, at, ownLane: false }, until).text
  assert.match(blocked, /22 de noviembre de 2026 a las 14:05[^]*desbloquear\/enlace/)
  for (const order of [{ kind: 'key-unlocked', to, language: 'es', token, at, browser: 'Firefox, Windows' }, { kind: 'device-new', to, language: 'es', token, at, browser: 'Firefox, Windows', network: '203.0.113.0/24', remembered: true }] as const) {
    assert.match(compose(order, tenDays).text, /a las 14:05[^]*Firefox, Windows[^]*No fui yo[^]*no-fui-yo\/Zm9v[^]*2 de diciembre/)
  }
})

test('NOTICE-1, UNLOCK-1: a block told to an address that is not the key\'s has no link and no code', () => {
  const { text, html } = compose({ kind: 'key-blocked-elsewhere', to, language: 'es', at, ownLane: false }, null)
  assert.match(text, /22 de noviembre de 2026 a las 14:05[^]*solo a los correos registrados con su clave/)
  assert.doesNotMatch(text + html, /href|https?:|código|desbloquear\//)
})

test('the notice of a frozen key sends to an office and has no link', () => {
  const letter = compose({ kind: 'key-frozen', to, language: 'es', at }, null)
  assert.match(letter.text, /congelamos su clave y cerramos todas las sesiones/)
  assert.match(letter.text, /oficina con su cédula/)
  assert.doesNotMatch(letter.html, /href/)
})

test('the notice of a recovered key says what ended and has its own No fui yo link (NOTICE-1)', () => {
  const letter = compose({ kind: 'key-recovered', to, language: 'es', token, at }, tenDays)
  for (const part of [letter.text, letter.html]) {
    assert.match(part, /La clave anterior ya no sirve. Se cerraron todas las sesiones/)
    assert.ok(part.includes(`https://clave.ejemplo.ec/no-fui-yo/${token}`))
    assert.match(part, /hasta el 2 de diciembre de 2026 a las 14:05/)
  }
})

test('text and HTML say the same in every message and language', () => {
  for (const letter of everyLetter) {
    const body = all(letter.html).find((node) => node.nodeName === 'body')
    assert.ok(body)
    const shown = [...nodes(body)].map((node) => ('value' in node ? node.value : '')).join('')
    const hrefs = [...nodes(body)].flatMap((node) => ('attrs' in node ? node.attrs : [])).filter(({ name }) => name === 'href').map(({ value }) => value)
    const text = hrefs.reduce((rest, href) => rest.replace(`:\n${href}`, ''), letter.text)
    assert.equal(words(shown), words(text))
  }
})

test('M-08, LINK-5: nothing is loaded from outside, and every link begins with the configured address', () => {
  for (const letter of everyLetter) {
    for (const node of all(letter.html)) {
      assert.ok(!['img', 'link', 'script', 'iframe', 'object', 'video', 'form'].includes(node.nodeName), node.nodeName)
      for (const { name, value } of 'attrs' in node ? node.attrs : []) {
        assert.ok(!['src', 'background', 'srcset'].includes(name) && !name.startsWith('on'))
        if (name === 'href') assert.ok(value.startsWith('https://clave.ejemplo.ec/'))
      }
    }
    assert.doesNotMatch(letter.html, /url\(|@import/)
    for (const [address] of letter.text.matchAll(/\w+:\/\/\S+/g)) assert.ok(address.startsWith('https://clave.ejemplo.ec/'))
  }
})

test('the language of the page is the language of the words, and English differs from Spanish', () => {
  const [spanish, english] = (['es', 'en'] as const).map((language) => compose({ kind: 'confirm-address', to, language, token }, until))
  assert.match(spanish?.html ?? '', /<html lang="es">/)
  assert.match(english?.html ?? '', /<html lang="en">/)
  assert.match(english?.text ?? '', /until 14:20 \(Ecuador Time\)/)
})

test('M-08: the subject holds neither token nor code', () => {
  for (const letter of everyLetter) assert.doesNotMatch(letter.subject, new RegExp(`${token}|1234`))
})

test('a mail whose link is missing is a fault, not a mail with a wrong time', () => {
  assert.throws(() => compose({ kind: 'confirm-address', to, language: 'es', token }, null), /without its link/)
})
