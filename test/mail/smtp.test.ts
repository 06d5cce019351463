import assert from 'node:assert/strict'
import { createServer, type AddressInfo } from 'node:net'
import { test, type TestContext } from 'node:test'
import { openSmtp, type Post } from '../../src/mail/smtp.ts'
import { openInbox, type Inbox } from '../support/inbox.ts'

const letter = (to: string) => ({ to, language: 'es' as const, subject: 'Asunto', text: 'Texto\n', html: '<p>Texto</p>' })
const settings = { from: 'clave@ejemplo.ec', institution: 'Institución "de" prueba' }

async function postAndInbox(t: TestContext): Promise<{ post: Post; inbox: Inbox }> {
  const inbox = await openInbox()
  const post = openSmtp({ ...settings, url: inbox.url, deadline: 500 })
  t.after(async () => {
    post.close()
    await inbox.stop()
  })
  return { post, inbox }
}

test('a letter arrives with both parts, its language, and headers that keep robots from answering', async (t) => {
  const { post, inbox } = await postAndInbox(t)
  assert.deepEqual(await post.send(letter('ana@ejemplo.ec'), 'abc'), { is: 'accepted' })
  const mail = await inbox.waitFor('ana@ejemplo.ec')
  assert.deepEqual([mail.subject, mail.text.trim(), mail.html.trim(), mail.messageId], ['Asunto', 'Texto', '<p>Texto</p>', '<abc@ejemplo.ec>'])
  assert.equal(mail.parsed.headers.get('auto-submitted'), 'auto-generated')
  assert.equal(mail.parsed.headers.get('content-language'), 'es')
  assert.deepEqual(mail.parsed.from?.value, [{ name: 'Institución "de" prueba', address: 'clave@ejemplo.ec' }])
})

test('a sender with a name of its own is shown with that name', async (t) => {
  const { inbox } = await postAndInbox(t)
  const post = openSmtp({ url: inbox.url, from: 'Clave <clave@ejemplo.ec>', institution: 'Institución' })
  t.after(() => post.close())
  await post.send(letter('ana@ejemplo.ec'), 'abc')
  const { parsed } = await inbox.waitFor('ana@ejemplo.ec')
  assert.deepEqual([parsed.from?.value, parsed.messageId], [[{ name: 'Clave', address: 'clave@ejemplo.ec' }], '<abc@ejemplo.ec>'])
})

test('a 5xx for the recipient or for the message refuses this mail, a 4xx postpones it', async (t) => {
  const { post, inbox } = await postAndInbox(t)
  inbox.answer('ana@ejemplo.ec', 550, 451)
  inbox.answerData('luis@ejemplo.ec', 554, 452)
  assert.deepEqual(await post.send(letter('ana@ejemplo.ec'), 'a'), { is: 'refused', code: '550' })
  assert.deepEqual(await post.send(letter('ana@ejemplo.ec'), 'a'), { is: 'postponed', code: '451' })
  assert.deepEqual(await post.send(letter('luis@ejemplo.ec'), 'b'), { is: 'refused', code: '554' })
  assert.deepEqual(await post.send(letter('luis@ejemplo.ec'), 'b'), { is: 'postponed', code: '452' })
  assert.deepEqual(await post.send(letter('luis@ejemplo.ec'), 'b'), { is: 'accepted' })
})

test('a server that is not there certainly has not taken the mail; one that falls silent may have', async (t) => {
  const { post, inbox } = await postAndInbox(t)
  inbox.delay(2_000)
  assert.deepEqual(await post.send(letter('ana@ejemplo.ec'), 'a'), { is: 'failed', code: 'EABORT', maybeTaken: true })
  await inbox.stop()
  assert.deepEqual(await post.send(letter('ana@ejemplo.ec'), 'a'), { is: 'failed', code: 'ECONNREFUSED', maybeTaken: false })
  inbox.delay(0)
  await inbox.start()
  assert.deepEqual(await post.send(letter('ana@ejemplo.ec'), 'a'), { is: 'accepted' })
})

test('a connection lost while idle is replaced without a failed mail', async (t) => {
  const { post, inbox } = await postAndInbox(t)
  assert.deepEqual(await post.send(letter('ana@ejemplo.ec'), 'a'), { is: 'accepted' })
  await inbox.stop()
  await inbox.start()
  assert.deepEqual(await post.send(letter('ana@ejemplo.ec'), 'b'), { is: 'accepted' })
  assert.equal(inbox.mails.length, 2)
})

/** Answers each line of the client with the next of `answers`. */
async function badServer(t: TestContext, answers: readonly string[]): Promise<string> {
  const server = createServer((socket) => {
    const left = [...answers]
    socket.on('error', () => undefined)
    socket.write(`${left.shift()}\r\n`)
    socket.on('data', () => socket.write(`${left.shift() ?? '250 ok'}\r\n`))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  t.after(() => server.close())
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('a 5xx that is about us – greeting, password, sender – throws no mail away', async (t) => {
  const cases = [
    ['', ['554 go away'], '554'],
    ['clave:mala@', ['220 hi', '250-hi\r\n250 AUTH PLAIN', '535 no'], '535'],
    ['', ['220 hi', '250 hi', '550 sender not allowed'], '550'],
  ] as const
  for (const [user, answers, code] of cases) {
    const post = openSmtp({ ...settings, url: `smtp://${user}${await badServer(t, answers)}`, deadline: 2_000 })
    assert.deepEqual(await post.send(letter('ana@ejemplo.ec'), 'a'), { is: 'failed', code, maybeTaken: false })
    post.close()
  }
})
