/** The pages of the life of a key and every state they can be in: recovery, reopening, unlocking, the portal, and what is public beside it. */
import type { RegisterRecord } from '../../src/domain/person.ts'
import { minute } from '../../src/domain/types.ts'
import type { Browser } from '../support/browser.ts'
import type { Window } from '../support/chromium.ts'
import { makeKey } from '../support/journeys.ts'
import { worker } from '../support/people.ts'
import { askToUnlock, linkIn, mailThat, stranger, wrongKeys } from '../support/unlocking.ts'
import { answerOwn, freshBrowser, identifyAs, mailPage, walker, walkTo, type Walker } from '../web/first-key/walk.ts'
import { pathOf, type ServedWorld } from './served-world.ts'
import { leaving } from './mouse-hands.ts'
import type { State } from './states.ts'

/** What is done before the page is opened, the address, and what is filled in and pressed there. */
export interface Scene {
  /** Answers the browser whose cookies the window has, and perhaps where to go. */
  readonly before?: (world: ServedWorld) => Promise<{ readonly browser?: Browser; readonly path?: string; readonly fill?: Readonly<Record<string, string>> }>
  readonly path?: string
  readonly press?: string
  readonly fill?: Readonly<Record<string, string>>
}

export const scene = (name: string, heading: RegExp, { before, path, press, fill = {} }: Scene): State => ({
  name, heading, answersForm: press !== undefined,
  async open(world: ServedWorld): Promise<Window> {
    const led = await before?.(world)
    const window = await world.window(led?.browser)
    await window.page.goto(path ?? led?.path ?? '/')
    for (const [id, text] of Object.entries({ ...fill, ...led?.fill })) await window.page.locator(`main [name="${id}"]`).fill(text)
    if (press) await leaving(window.page, () => window.page.locator('main').getByRole('button', { name: press, exact: true }).click())
    return window
  },
})

const searching = (name: string, text: string): State => scene(`search: ${name}`, /Buscar/, { path: '/buscar', press: 'Buscar servicio', fill: { buscar: text } })

/** What every page says about the site is the same for everybody: it is taken back once this page was opened. */
const told: State = {
  name: 'notice and trouble', heading: /Qué desea hacer/, answersForm: true,
  async open(world) {
    const notice = { es: 'El sábado 28 de noviembre, de 22:00 a 23:00, este sitio no funcionará por mantenimiento.', en: 'Maintenance on Saturday 28 November from 22:00 to 23:00.', setAt: 0 }
    Object.assign(world.web.site, { status: () => ({ notice, trouble: 'mail' }) })
    const window = await world.window()
    await window.page.goto('/')
    Object.assign(world.web.site, { status: undefined })
    return window
  },
}

export const publicPages: readonly State[] = [
  told, scene('search', /Buscar/, { path: '/buscar' }), searching('found', 'olvidé mi clave'), searching('nothing', 'xilófono'), searching('a number', '1710034065'), searching('empty', ' '),
  scene('receipt: check', /Comprobar una constancia/, { path: '/comprobar' }),
  scene('receipt: malformed', /Comprobar una constancia/, { path: '/comprobar', press: 'Comprobar', fill: { numero: '12' } }),
  scene('receipt: unknown', /Comprobar una constancia/, { path: '/comprobar', press: 'Comprobar', fill: { numero: '0123 4567 89ab cdef' } }),
  scene('certificate: check', /Comprobar un certificado/, { path: '/certificado' }),
  scene('certificate: malformed', /Comprobar un certificado/, { path: '/certificado', press: 'Comprobar', fill: { codigo: 'x' } }),
  scene('certificate: unknown', /Comprobar un certificado/, { path: '/certificado', press: 'Comprobar', fill: { codigo: 'ABCD-EFGH-JKMN-PQRS' } }),
]

let people = 40

/** Somebody with a key, and with a second address that the register verified. */
export async function withKey(world: ServedWorld, second = true): Promise<Walker & { readonly second: string }> {
  people += 1
  const known = `antes${people}@example.org`
  const record: RegisterRecord = { ...worker(people), contacts: second ? [{ kind: 'email', value: known, verifiedBy: 'office', since: '2023-05-01' }] : [] }
  await world.enrol(record)
  const who = walker(world, record, `ahora${people}@example.org`)
  await makeKey(world, record, who.email)
  return { ...who, second: known }
}

type Recovered = Awaited<ReturnType<typeof withKey>>

const recovering = (name: string, heading: RegExp, path: string, next?: (world: ServedWorld, who: Recovered) => Promise<unknown>, rest: Scene & { readonly second?: boolean } = {}): State =>
  scene(`recovery: ${name}`, heading, {
    ...rest,
    async before(world) {
      const who = await withKey(world, rest.second ?? true)
      await walkTo(world, who, 'questions')
      const led = await next?.(world, who)
      return { browser: who.browser, path: typeof led === 'string' ? led : path }
    },
  })

const own = '/clave/mis-preguntas'
const asked = async (_world: ServedWorld, { browser }: Recovered): Promise<unknown> => browser.submit(await browser.get(own), 'Ver mis preguntas')
const failed = (times: number) => async (world: ServedWorld, who: Recovered): Promise<void> => {
  for (let turn = 0; turn < times; turn += 1) {
    await asked(world, who)
    await answerOwn(who.browser, await who.browser.get(own), 'gato')
  }
}
const vouched = async (world: ServedWorld, who: Recovered): Promise<void> => {
  await asked(world, who)
  await answerOwn(who.browser, await who.browser.get(own))
  await mailPage(who.browser)
}
export const codeOf = async (world: ServedWorld, email: string): Promise<{ code: string; path: string }> => {
  for (;;) {
    const { code, links } = await world.inbox.waitFor(email)
    const link = links.find((each) => each.includes('/enlace/'))
    if (code !== null && link) return { code, path: pathOf(link) }
  }
}
/** The mails of the first key lie before that of the recovery. */
const newestCode = async (world: ServedWorld, who: Recovered): Promise<{ code: string; path: string }> => codeOf(world, who.email)
const atPassword = async (world: ServedWorld, who: Recovered): Promise<void> => {
  await vouched(world, who)
  await who.browser.submit(await mailPage(who.browser), 'Confirmar', { codigo: (await newestCode(world, who)).code })
}
const newKey = 'cuatro gatos miran la luna llena'

export const recovery: readonly State[] = [
  recovering('own questions', /Sus preguntas personales/, own), recovering('own questions: asked', /Sus preguntas personales/, own, asked),
  recovering('own questions: faults', /Sus preguntas personales/, own, asked, { press: 'Enviar mis respuestas' }),
  recovering('own questions: wrong', /Sus preguntas personales/, `${own}?aviso=respuestas`, failed(1)),
  recovering('own questions: closed today', /Por hoy no quedan/, `${own}?aviso=respuestas`, failed(3)),
  recovering('second contact', /./, '/clave/segundo-contacto'), recovering('second contact: none', /Sin sus preguntas/, '/clave/segundo-contacto', undefined, { second: false }),
  recovering('mail', /Confirme su correo/, '/clave/correo', vouched),
  recovering('mail: wrong code', /Confirme su correo/, '/clave/correo', vouched, { press: 'Confirmar', fill: { codigo: '00000000' } }),
  recovering('link: in this browser', /Confirme su correo/, '', async (world, who) => { await vouched(world, who); return (await newestCode(world, who)).path }),
  recovering('link: elsewhere', /Su código/, '', async (world, who) => { await vouched(world, who); who.browser.cookies.clear(); return (await newestCode(world, who)).path }),
  recovering('lost mailbox', /Si no puede abrir/, '/clave/sin-correo', vouched), recovering('lost mailbox: office only', /Si no puede abrir/, '/clave/sin-correo', vouched, { second: false }),
  recovering('new key', /Su nueva clave/, '/clave/nueva-clave', atPassword),
  recovering('new key: refused', /Su nueva clave/, '/clave/nueva-clave', atPassword, { press: 'Generar la clave', fill: { clave: 'corta' } }),
  recovering('receipt', /Su clave está lista/, '/clave/listo', async (world, who) => {
    await atPassword(world, who)
    await who.browser.submit(await who.browser.get('/clave/nueva-clave'), 'Generar la clave', { clave: newKey, repetida: newKey })
  }),
]

const reopening = (name: string, path: string, ask: boolean, rest: Scene = {}): State =>
  scene(`reopen: ${name}`, /Abrir otra vez/, {
    ...rest, path,
    async before(world) {
      const who = await withKey(world)
      await identifyAs(world, freshBrowser(world), who.record.id.value)
      const key = Buffer.from(world.personKey(who.record.id), 'hex')
      const ready = await identifyAs(world, who.browser, who.record.id.value)
      await who.browser.submit(ready, 'Ver las preguntas')
      await world.database.sql('update clave.proofing_attempts set open_attempt = null, open_deck = null, used_in_all = 9 where person_key = $1', [key])
      const page = await who.browser.get('/clave/reabrir')
      if (ask) await who.browser.submit(page, 'Pedir el correo')
      return { browser: who.browser }
    },
  })

export const reopen: readonly State[] = [
  reopening('before', '/clave/reabrir', false), reopening('asked', '/clave/reabrir', true),
  reopening('wrong code', '/clave/reabrir', true, { press: 'Confirmar', fill: { codigo: '11111111' } }), reopening('malformed code', '/clave/reabrir', true, { press: 'Confirmar', fill: { codigo: '1' } }),
]

const unlocking = (name: string, heading: RegExp, path: string, next?: (world: ServedWorld, who: Walker) => Promise<unknown>, rest: Scene = {}): State =>
  scene(`unlock: ${name}`, heading, {
    ...rest,
    async before(world) {
      const who = await withKey(world)
      await wrongKeys(world, stranger(world), who.record.id.value)
      await askToUnlock(world, who.browser, who.record.id.value)
      const led = await next?.(world, who)
      return { browser: who.browser, path: typeof led === 'string' ? led : path }
    },
  })

const mail = '/desbloquear/correo'
const linkOf = async (world: ServedWorld, { email }: Walker): Promise<string> => linkIn(await mailThat(world, email, /bloque/i))

export const unlock: readonly State[] = [
  scene('unlock: number', /Desbloquear clave/, { path: '/desbloquear' }),
  scene('unlock: faults', /Desbloquear clave/, { path: '/desbloquear', press: 'Continuar', fill: { cedula: '1710034066' } }),
  scene('unlock: ended', /Este trámite terminó/, { path: mail }),
  scene('unlock: waiting', /Espere un momento/, {
    path: '/desbloquear/espera',
    async before(world) {
      const browser = freshBrowser(world)
      await browser.submit(await browser.get('/desbloquear'), 'Continuar', { cedula: worker(people).id.value, robot: 'no' })
      return { browser }
    },
  }),
  unlocking('mail', /Revise su correo/, mail), unlocking('mail: malformed', /Revise su correo/, mail, undefined, { press: 'Desbloquear', fill: { codigo: '1' } }),
  unlocking('mail: wrong', /Revise su correo/, mail, undefined, { press: 'Desbloquear', fill: { codigo: '11111111' } }), unlocking('mail: again', /Revise su correo/, mail, undefined, { press: 'Enviar otro correo' }),
  unlocking('link: here', /Desbloquear clave/, '', linkOf),
  unlocking('link: elsewhere', /Desbloquear clave/, '', async (world, who) => { who.browser.cookies.clear(); return linkOf(world, who) }),
  unlocking('link: expired', /ya no sirve/, '', async (world, who) => { const path = await linkOf(world, who); await world.clock.advance(16 * minute); return path }),
  unlocking('done', /Su clave está desbloqueada/, '/desbloquear/listo', async (world, who) => {
    const page = await who.browser.get(await linkOf(world, who))
    await who.browser.submit(page, 'Desbloquear clave')
  }),
  scene('sign in: wait', /Ingresar/, {
    path: '/ingresar', press: 'Ingresar', fill: { clave: 'otra clave equivocada' },
    async before(world) {
      const who = await withKey(world)
      await wrongKeys(world, who.browser, who.record.id.value, 4)
      return { browser: who.browser, fill: { cedula: who.record.id.value } }
    },
  }),
]
