/**
 * Every page of the citizens' site and every state it can be in, each opened in a real browser as somebody would come to it. A walk without
 * a browser leads to the step before; the last form is sent in the browser itself.
 */
import { hour, minute } from '../../src/domain/types.ts'
import type { RegisterRecord } from '../../src/domain/person.ts'
import type { Window } from '../support/chromium.ts'
import { thinFile, worker } from '../support/people.ts'
import { answerRight, answerWrong, freshBrowser, identifyAs, mailPage, password, walkTo, walker, type Stop, type Walker } from '../web/first-key/walk.ts'
import { leaving } from './mouse-hands.ts'
import { pathOf, type ServedWorld } from './served-world.ts'

export interface State {
  readonly name: string
  /** What the heading must say, so that no state is looked at under another's name. */
  readonly heading: RegExp
  /** The page came as the answer to a form. */
  readonly answersForm: boolean
  open(world: ServedWorld): Promise<Window>
}

let people = 0

/** Somebody nobody met before. */
export async function newcomer(world: ServedWorld, record: RegisterRecord = worker(people++)): Promise<Walker> {
  await world.enrol(record)
  return walker(world, record, `persona-${people}@example.org`)
}

const page = (name: string, path: string, heading: RegExp): State => ({
  name, heading, answersForm: false,
  async open(world) {
    const window = await world.window()
    await window.page.goto(path)
    return window
  },
})

/** A walk up to `stop`, what happens then, the address, and what is pressed there. */
interface Walked {
  readonly stop?: Stop
  readonly record?: () => RegisterRecord
  readonly next?: (world: ServedWorld, who: Walker) => Promise<unknown>
  readonly path?: string
  readonly press?: string
  readonly fill?: Readonly<Record<string, string>>
}

const walked = (name: string, heading: RegExp, { stop = 'identify', record, next, path, press, fill = {} }: Walked): State => ({
  name, heading, answersForm: press !== undefined,
  async open(world) {
    const who = await newcomer(world, record?.())
    const screen = await walkTo(world, who, stop)
    const led = await next?.(world, who)
    const window = await world.window(who.browser)
    await window.page.goto(path ?? (typeof led === 'string' ? led : screen.path))
    for (const [id, text] of Object.entries(fill)) await window.page.locator(`[name="${id}"]`).fill(text)
    if (press) await leaving(window.page, () => window.page.getByRole('button', { name: press }).click())
    return window
  },
})

const fails = (times: number) => async (world: ServedWorld, who: Walker): Promise<void> => {
  for (let at = 0; at < times; at += 1) {
    const screen = await who.browser.get('/clave/preparar')
    await answerWrong(world, who, await who.browser.submit(screen, 'Ver las preguntas'))
  }
}

const spent = (inAll: number) => async (world: ServedWorld, who: Walker): Promise<void> => {
  await fails(1)(world, who)
  await world.database.sql('update clave.proofing_attempts set used_in_all = $1, used_today = 0', [inAll])
}

const mailed = async (world: ServedWorld, who: Walker): Promise<string> => {
  const { links } = await world.inbox.waitFor(who.email)
  await mailPage(who.browser)
  return pathOf(links.find((link) => link.includes('/enlace/')))
}

const elsewhere = async (world: ServedWorld, who: Walker): Promise<string> => {
  const path = await mailed(world, who)
  who.browser.cookies.clear()
  return path
}

const noticePath = async (world: ServedWorld, who: Walker): Promise<string> => {
  const { links } = await world.inbox.waitFor(who.email)
  return pathOf(links.find((link) => link.includes('/no-fui-yo/')))
}

const signedIn = async (_world: ServedWorld, { browser, record }: Walker): Promise<string> => {
  await browser.submit(await browser.get('/ingresar'), 'Ingresar', { cedula: record.id.value, clave: password })
  return '/mi-clave'
}

export const portal: readonly State[] = [
  page('first page', '/', /Qué desea hacer/), page('signed out', '/?aviso=salio', /Qué desea hacer/),
  page('services', '/afiliados/servicios-en-linea', /Servicios en línea/), page('services of pensioners', '/pensionistas/servicios-en-linea', /Servicios en línea/),
  page('services of employers', '/empleadores/servicios-en-linea', /Servicios en línea/), page('help', '/ayuda', /./), page('accessibility', '/accesibilidad', /./),
  page('privacy', '/privacidad', /./), page('free software', '/software-libre', /./), page('English', '/?idioma=en', /What do you want to do/),
  page('not found', '/no-existe', /No encontramos/), page('sign in', '/ingresar', /Ingresar/), page('sign in again', '/mi-clave', /Ingresar/),
  page('number', '/clave', /Generar o recuperar clave/), page('no journey', '/clave/preguntas', /se cerró por seguridad/),
  page('link of nobody', '/enlace', /ya no sirve/), page('notice link of nobody', '/no-fui-yo', /./),
]

/** Something of ours fails while this page is asked for. */
const broken = (name: string, heading: RegExp, path: string, fail: (world: ServedWorld) => () => void): State => ({
  name, heading, answersForm: true,
  async open(world) {
    const { browser } = await newcomer(world)
    await browser.get('/clave')
    const window = await world.window(browser)
    await window.context.addCookies([{ name: 'journey', value: 'x'.repeat(43), url: world.base }])
    await window.page.goto('/ingresar')
    const mend = fail(world)
    if (path === '/ingresar') {
      await window.page.locator('[name=cedula]').fill('1710034065')
      await window.page.locator('[name=clave]').fill('no es esta clave')
      await leaving(window.page, () => window.page.getByRole('button', { name: 'Ingresar' }).click())
    } else await window.page.goto(path)
    mend()
    window.complaints.splice(0, window.complaints.length, ...window.complaints.filter((each) => !/status of 50[03]/.test(each)))
    return window
  },
})

export const faults: readonly State[] = [
  broken('a fault of ours', /Algo falló/, '/clave', ({ deps: { store } }) => {
    const { load } = store.journeys
    Object.assign(store.journeys, { load: () => Promise.reject(new Error('as if the database were gone')) })
    return () => Object.assign(store.journeys, { load })
  }),
  broken('busy', /muchas personas/, '/ingresar', ({ deps: { hasher } }) => {
    const { reserve } = hasher
    Object.assign(hasher, { reserve: () => null })
    return () => Object.assign(hasher, { reserve })
  }),
  {
    name: 'a form of another page', heading: /No pudimos recibir/, answersForm: true,
    async open(world) {
      const window = await world.window()
      await window.page.goto('/ingresar')
      await window.context.clearCookies()
      await leaving(window.page, () => window.page.getByRole('button', { name: 'Ingresar' }).click())
      return window
    },
  },
  {
    name: 'too large', heading: /demasiado grande/, answersForm: true,
    async open(world) {
      const window = await world.window()
      await window.page.goto('/ingresar')
      await window.page.locator('[name=cedula]').fill('9'.repeat(70_000))
      await leaving(window.page, () => window.page.getByRole('button', { name: 'Ingresar' }).click())
      return window
    },
  },
  {
    name: 'number: too many from one network', heading: /Espere un poco/, answersForm: true,
    async open(world) {
      const network = '192.0.2.77'
      for (let at = 0; at < 5; at += 1) await identifyFrom(world, network)
      await world.database.sql("update clave.robot_tickets set ripe_at = clave.now() + interval '1 minute' where ripe_at > clave.now() - interval '1 minute'")
      const window = await world.window(null, { extraHTTPHeaders: { 'x-forwarded-for': network } })
      await window.page.route('**/robot/reto', (route) => route.abort())
      await window.page.goto('/clave')
      await window.page.locator('[name=cedula]').fill(worker(people++).id.value)
      await window.page.locator('[name=robot]').check()
      await leaving(window.page, () => window.page.getByRole('button', { name: 'Buscar' }).click())
      window.complaints.splice(0, window.complaints.length, ...window.complaints.filter((each) => !/ERR_FAILED/.test(each)))
      return window
    },
  },
]

async function identifyFrom(world: ServedWorld, from: string): Promise<void> {
  const browser = world.browser({ from })
  await browser.submit(await browser.get('/clave'), 'Buscar', { cedula: worker(people++).id.value, robot: 'no' })
}

export const identifying: readonly State[] = [
  walked('number: faults', /Generar/, { path: '/clave', press: 'Buscar', fill: { cedula: '1710034066' } }),
  walked('number: a journey is open', /Generar/, { path: '/clave' }),
  {
    name: 'waiting', heading: /Espere un momento/, answersForm: false,
    async open(world) {
      const { browser, record } = await newcomer(world)
      await browser.submit(await browser.get('/clave'), 'Buscar', { cedula: record.id.value, robot: 'no' })
      const window = await world.window(browser)
      await window.page.goto('/clave/espera')
      return window
    },
  },
]

export const proofing: readonly State[] = [
  walked('prepare', /Prepárese/, {}), walked('prepare: led here', /Prepárese/, { path: '/clave/contactos' }),
  walked('prepare: after a failure', /Prepárese/, { next: fails(1), path: '/clave/preparar?aviso=respuestas' }),
  walked('prepare: one left in all', /Prepárese/, { next: spent(8), path: '/clave/preparar' }),
  walked('prepare: deck open', /Prepárese/, { stop: 'prepare', path: '/clave/preparar' }),
  walked('questions', /Fecha de nacimiento/, { stop: 'prepare' }),
  walked('questions: faults', /Fecha de nacimiento/, { stop: 'prepare', press: 'Enviar mis respuestas', fill: { 'nacimiento-day': '31', 'nacimiento-month': '2', 'nacimiento-year': '1980' } }),
  walked('closed today', /Por hoy no quedan/, { next: fails(3), path: '/clave/preparar?aviso=respuestas' }),
  walked('closed', /está cerrado/, { next: spent(9), path: '/clave/preparar' }),
  walked('not askable', /no podemos hacer preguntas/, { record: () => thinFile(people++) }),
  {
    name: 'has a key: recovery', heading: /Sus preguntas personales y su figura/, answersForm: false,
    async open(world) {
      const who = await newcomer(world)
      await walkTo(world, who, 'password')
      const again = { ...who, browser: freshBrowser(world) }
      const ready = await identifyAs(world, again.browser, who.record.id.value)
      const { path } = await answerRight(world, again, await again.browser.submit(ready, 'Ver las preguntas'))
      const window = await world.window(again.browser)
      await window.page.goto(path)
      return window
    },
  },
]

export const bank: readonly State[] = [
  walked('contacts', /datos de contacto/, { stop: 'questions' }), walked('contacts: faults', /datos de contacto/, { stop: 'questions', press: 'Continuar' }),
  walked('contacts: a likely slip', /datos de contacto/, { stop: 'questions', press: 'Continuar', fill: { correo: 'ana@gmial.com', telefono: '0991234567' } }),
  walked('contacts: again', /datos de contacto/, { stop: 'figure-again', path: '/clave/contactos' }),
  walked('personal questions', /Preguntas personales/, { stop: 'contacts' }), walked('personal questions: faults', /Preguntas personales/, { stop: 'contacts', press: 'Continuar' }),
  walked('figure', /Elija su figura/, { stop: 'personal-questions' }), walked('figure: faults', /Elija su figura/, { stop: 'personal-questions', press: 'Elegir' }),
  walked('figure again', /Encuentre su figura/, { stop: 'figure' }), walked('figure again: faults', /Encuentre su figura/, { stop: 'figure', press: 'Es esta' }),
]

export const mailing: readonly State[] = [
  walked('mail: sent', /Confirme su correo/, { stop: 'figure-again', next: mailed, path: '/clave/correo' }),
  walked('mail: sent again', /Confirme su correo/, { stop: 'figure-again', next: mailed, path: '/clave/correo', press: 'Enviar otro correo' }),
  walked('mail: malformed code', /Confirme su correo/, { stop: 'figure-again', next: mailed, path: '/clave/correo', press: 'Confirmar', fill: { codigo: '123' } }),
  walked('mail: wrong code', /Confirme su correo/, { stop: 'figure-again', next: mailed, path: '/clave/correo', press: 'Confirmar', fill: { codigo: '00000000' } }),
  walked('mail: too many in an hour', /Confirme su correo/, { stop: 'figure-again', next: mailed, path: '/clave/correo?aviso=limite-hora' }),
  walked('mail: expired', /El código venció/, { stop: 'figure-again', next: async (world, who) => { await mailed(world, who); await world.clock.advance(16 * minute) }, path: '/clave/correo' }),
  walked('mail: tries used up', /ya no sirve/, {
    stop: 'figure-again', path: '/clave/correo',
    next: async (world, who) => { await mailed(world, who); await world.database.sql('update clave.links set tries_left = 0') },
  }),
  walked('link: in this browser', /Confirme su correo/, { stop: 'figure-again', next: mailed }), walked('link: elsewhere', /Su código/, { stop: 'figure-again', next: elsewhere }),
  walked('link: expired', /ya no sirve/, { stop: 'figure-again', next: async (world, who) => { const path = await mailed(world, who); await world.clock.advance(16 * minute); return path } }),
  walked('link: used', /ya está confirmado/, {
    stop: 'figure-again',
    next: async (world, who) => { const path = await mailed(world, who); await who.browser.submit(await who.browser.get(path), 'Clic para continuar'); return path },
  }),
  walked('link: used elsewhere', /ya se usó/, {
    stop: 'figure-again',
    next: async (world, who) => {
      const path = await mailed(world, who)
      await who.browser.submit(await who.browser.get(path), 'Clic para continuar')
      who.browser.cookies.clear()
      return path
    },
  }),
  walked('mail: undeliverable', /No pudimos entregar/, {
    stop: 'figure', path: '/clave/correo',
    next: async (world, who) => {
      world.inbox.answer(who.email, 550)
      await who.browser.submit(await who.browser.get('/clave/figura-otra-vez'), 'Es esta', { figura: 'sol' })
      for (let turn = 0; turn < 100 && !/No pudimos/.test((await who.browser.get('/clave/correo')).heading); turn += 1) await new Promise((resolve) => setTimeout(resolve, 30))
    },
  }),
]

export const finishing: readonly State[] = [
  walked('terms', /Términos/, { stop: 'mail' }), walked('terms: faults', /Términos/, { stop: 'mail', press: 'Continuar' }),
  walked('new key', /Su nueva clave/, { stop: 'terms' }), walked('new key: refused', /Su nueva clave/, { stop: 'terms', press: 'Generar la clave', fill: { clave: 'corta' } }),
  walked('receipt', /Su clave está lista/, { stop: 'password' }),
  walked('home', /Hola/, { stop: 'password', next: signedIn }),
  walked('sign in: wrong', /Ingresar/, { path: '/ingresar', press: 'Ingresar', fill: { cedula: '1710034065', clave: 'no es esta clave' } }),
  walked('sign in: faults', /Ingresar/, { path: '/ingresar', press: 'Ingresar' }),
  walked('not me', /./, { stop: 'password', next: noticePath }), walked('not me: faults', /./, { stop: 'password', next: noticePath, press: 'No fui yo', fill: { cedula: '12' } }),
  walked('not me: expired', /./, { stop: 'password', next: async (world, who) => { const path = await noticePath(world, who); await world.clock.advance(241 * hour); return path } }),
  walked('not me: frozen', /./, {
    stop: 'password',
    next: async (world, { browser, email, record }) => {
      const path = pathOf((await world.inbox.waitFor(email)).links.find((link) => link.includes('/no-fui-yo/')))
      const asked = await browser.get(path)
      await browser.submit(asked, asked.forms.at(-1)?.buttons[0] ?? '', { cedula: record.id.value })
      return path
    },
  }),
]

export const states: readonly State[] = [...portal, ...identifying, ...proofing, ...bank, ...mailing, ...finishing]