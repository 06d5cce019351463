import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test, type TestContext } from 'node:test'
import { openTextGateway, readRetryAfter } from '../../src/mail/text-gateway.ts'
import type { Handover } from '../../src/mail/smtp.ts'
import { openTextBox, type TextBox, type Told } from '../support/text-box.ts'

const to = '+593991234567'
const message = { to, text: 'Se ha cambiado su clave. ¿ñé_-?' }

async function boxOf(t: TestContext): Promise<TextBox> {
  const box = await openTextBox()
  t.after(() => box.close())
  return box
}

test('a text is one POST of the OneAPI SMS interface: number, sender, words and a correlator that is the same at every try', async (t) => {
  const box = await boxOf(t)
  const gateway = openTextGateway({ ...box.settings, senderName: 'CLAVE' })
  assert.deepEqual(await gateway.send(message, 'abc1'), { is: 'accepted' })
  const [text] = box.texts
  assert.equal(text?.path, '/smsmessaging/v1/outbound/tel%3A7550/requests')
  assert.equal(text.authorization, 'Bearer de-prueba')
  assert.deepEqual(JSON.parse(text.body), {
    outboundSMSMessageRequest: {
      address: ['tel:+593991234567'], senderAddress: 'tel:7550', outboundSMSTextMessage: { message: message.text }, clientCorrelator: 'abc1', senderName: 'CLAVE',
    },
  })
})

test('what a gateway answers, in one word: the text, the hour or the operator', async (t) => {
  const box = await boxOf(t)
  const gateway = openTextGateway(box.settings)
  const answers: readonly (readonly [Told, Handover])[] = [
    [200, { is: 'accepted' }], [201, { is: 'accepted' }], [202, { is: 'accepted' }],
    [400, { is: 'refused', code: '400' }], [410, { is: 'refused', code: '410' }], [422, { is: 'refused', code: '422' }],
    [403, { is: 'postponed', code: '403' }], [408, { is: 'postponed', code: '408' }],
    [401, { is: 'failed', code: '401', maybeTaken: false }], [404, { is: 'failed', code: '404', maybeTaken: false }],
    [{ status: 429, headers: { 'retry-after': '7' } }, { is: 'failed', code: '429', maybeTaken: false, after: 7_000 }],
    [503, { is: 'failed', code: '503', maybeTaken: false }], [500, { is: 'failed', code: '500', maybeTaken: true }],
  ]
  for (const [told, expected] of answers) {
    box.answer(to, told)
    assert.deepEqual(await gateway.send(message, 'abc1'), expected, JSON.stringify(told))
  }
})

test('a gateway that moved is not followed: credentials and numbers go to the configured host alone', async (t) => {
  const elsewhere = await boxOf(t)
  const box = await boxOf(t)
  box.answer(to, { status: 307, headers: { location: `${elsewhere.settings.url}/outbound/tel%3A7550/requests` } })
  assert.deepEqual(await openTextGateway(box.settings).send(message, 'abc1'), { is: 'failed', code: '307', maybeTaken: false })
  assert.equal(elsewhere.asked, 0)
})

test('a gateway that is away had nothing; one that falls silent or hangs up may have had it all', async (t) => {
  const box = await boxOf(t)
  const gateway = openTextGateway({ ...box.settings, deadline: 200 })
  box.answer(to, 'lost')
  const lost = await gateway.send(message, 'abc1')
  assert.ok(lost.is === 'failed' && lost.maybeTaken, JSON.stringify(lost))
  box.delay(600)
  assert.deepEqual(await gateway.send(message, 'abc1'), { is: 'failed', code: 'TimeoutError', maybeTaken: true })
  await box.stop()
  assert.deepEqual(await gateway.send(message, 'abc1'), { is: 'failed', code: 'ECONNREFUSED', maybeTaken: false })
})

test('plain HTTP where TLS was asked for is a failure before any text', async (t) => {
  const server = createServer((_request, response) => response.end())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  t.after(() => { server.closeAllConnections(); server.close() })
  const { port } = server.address() as AddressInfo
  const answer = await openTextGateway({ url: `https://127.0.0.1:${port}`, authorization: 'Bearer x', sender: '7550' }).send(message, 'abc1')
  assert.ok(answer.is === 'failed' && !answer.maybeTaken, JSON.stringify(answer))
})

test('Retry-After is seconds or a date; nonsense is nothing', () => {
  const now = Date.parse('2026-11-22T19:05:00Z')
  assert.deepEqual(
    ['120', 'Sun, 22 Nov 2026 19:06:30 GMT', 'Sun, 22 Nov 2026 19:00:00 GMT', 'pronto', null].map((value) => readRetryAfter(value, now)),
    [120_000, 90_000, 0, null, null],
  )
})
