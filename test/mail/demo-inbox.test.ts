import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDemoInbox } from '../../src/demo/inbox.ts'
import { openDemoTextBox } from '../../src/demo/text-box.ts'
import { openSmtp } from '../../src/mail/smtp.ts'
import { openTextGateway } from '../../src/mail/text-gateway.ts'

const letter = (to: string, subject: string) => ({ to, language: 'es' as const, subject, text: 'Hola\n', html: '<p>Hola, señora Ñ</p>' })

test('the demo inbox shows what arrived, newest first, and keeps no more than told', async (t) => {
  const inbox = await openDemoInbox({ keep: 2, now: () => 42 })
  t.after(() => inbox.close())
  const post = openSmtp({ url: inbox.url, from: 'clave@ejemplo.ec', institution: 'Institución' })
  t.after(() => post.close())
  for (const subject of ['uno', 'dos', 'tres']) assert.deepEqual(await post.send(letter('ana@ejemplo.ec', subject), subject), { is: 'accepted' })
  assert.deepEqual(inbox.list().map((mail) => mail.subject), ['tres', 'dos'])
  const newest = inbox.list()[0]
  assert.ok(newest)
  assert.deepEqual(inbox.get(newest.id), newest)
  assert.deepEqual([newest.to, newest.receivedAt], [['ana@ejemplo.ec'], 42])
  assert.match(newest.html, /señora Ñ/)
  assert.equal(inbox.get('1'), null)
})

test('the demo inbox listens on the loopback interface only', async () => {
  for (const host of ['0.0.0.0', '::', '192.168.1.10', 'ejemplo.ec']) {
    await assert.rejects(openDemoInbox({ host }), /loopback address only/)
  }
})

test('a port that is taken is an error, not a crash', async (t) => {
  const first = await openDemoInbox()
  t.after(() => first.close())
  await assert.rejects(openDemoInbox({ port: Number(new URL(first.url).port) }), /EADDRINUSE/)
})

test('the demo’s telephones: what the real adapter sends is kept, newest first, once; without its credentials or beside its path nothing is', async (t) => {
  const box = await openDemoTextBox({ keep: 2, now: () => 42 })
  t.after(() => box.close())
  const gateway = openTextGateway(box.settings)
  for (const text of ['uno', 'dos', 'tres']) assert.deepEqual(await gateway.send({ to: '+593991234567', text }, text), { is: 'accepted' })
  assert.deepEqual(await gateway.send({ to: '+593991234567', text: 'tres' }, 'tres'), { is: 'accepted' })
  assert.deepEqual(box.list(), [{ receivedAt: 42, to: '+593991234567', text: 'tres' }, { receivedAt: 42, to: '+593991234567', text: 'dos' }])
  const stranger = openTextGateway({ ...box.settings, authorization: 'Bearer otra' })
  assert.deepEqual(await stranger.send({ to: '+593991234567', text: 'cuatro' }, 'cuatro'), { is: 'failed', code: '401', maybeTaken: false })
  assert.deepEqual(await openTextGateway({ ...box.settings, sender: '1' }).send({ to: '+593991234567', text: 'x' }, 'x'), { is: 'failed', code: '404', maybeTaken: false })
  assert.equal(box.list().length, 2)
})
