/** The states of the breaker for who comes while it stands, and of the officers' pages. */
import { alarmCodes } from '../../src/domain/alarms.ts'
import { minute } from '../../src/domain/types.ts'
import { madeUp } from '../questions/odds-reports.ts'
import type { Browser } from '../support/browser.ts'
import { identifyAs } from '../web/first-key/walk.ts'
import { leaving } from './mouse-hands.ts'
import type { ServedWorld } from './served-world.ts'
import { newcomer, type State } from './states.ts'

async function trip(world: ServedWorld, failures: number): Promise<void> {
  await world.database.sql('delete from clave.proofing_failures')
  if (failures > 0) await world.database.sql("insert into clave.proofing_failures values (date_trunc('minute', clave.now()), 0, $1)", [failures])
  await world.watch.look()
}

/** Somebody identified while it stands; it stands for the look only. */
const diverted = (name: string, heading: RegExp, next: (browser: Browser) => Promise<string>, press?: string): State => ({
  name, heading, answersForm: press !== undefined,
  async open(world) {
    await trip(world, 50_000)
    const { browser, record } = await newcomer(world)
    await identifyAs(world, browser, record.id.value)
    const path = await next(browser)
    const window = await world.window(browser)
    await window.page.goto(path)
    if (press) await leaving(window.page, () => window.page.getByRole('button', { name: press }).click())
    return window
  },
})

const asked = async (browser: Browser): Promise<string> => (await browser.submit(await browser.get('/clave/reabrir'), 'Pedir el correo')).path

export const breaker: readonly State[] = [
  diverted('breaker: diverted', /primero un código/, async () => '/clave/preparar'),
  diverted('breaker: answers were not looked at', /primero un código/, async () => '/clave/preparar?aviso=sin-revisar'),
  diverted('breaker: a code first', /Seguir con un código/, async () => '/clave/reabrir'), diverted('breaker: code asked for', /Seguir con un código/, asked),
  diverted('breaker: malformed code', /Seguir con un código/, asked, 'Confirmar'),
]

async function link(world: ServedWorld): Promise<string> {
  const token = world.deps.secrets.token()
  await world.deps.store.officers.makeLink(world.deps.secrets.tokenHash(token), 'SEG-2026-014')
  return `/seguridad/entrar/${token}`
}

const door = (name: string, heading: RegExp, path: (world: ServedWorld) => Promise<string>): State => ({
  name, heading, answersForm: false,
  async open(world) {
    const window = await world.window()
    await window.page.goto(await path(world))
    return window
  },
})

const inside = (name: string, heading: RegExp, path: string, before: (world: ServedWorld) => Promise<unknown>): State => ({
  name, heading, answersForm: false,
  async open(world) {
    await before(world)
    const browser = world.browser()
    await browser.submit(await browser.get(await link(world)), 'Comenzar la sesión')
    const window = await world.window(browser)
    await window.page.goto(path)
    return window
  },
})

export const officers: readonly State[] = [
  door('officers: door', /Páginas de seguridad/, link), door('officers: no link', /se abren con un enlace/, async () => '/seguridad'),
  door('officers: link of nobody', /se abren con un enlace/, async () => `/seguridad/entrar/${'x'.repeat(43)}`), door('officers: over', /se abren con un enlace/, async () => '/seguridad/entrar?aviso=sesion'),
  inside('officers: no alarm', /Alarmas/, '/seguridad/alarmas', (world) => trip(world, 1_234)),
  inside('officers: every alarm', /Alarmas/, '/seguridad/alarmas', async (world) => {
    await trip(world, 50_000)
    for (const code of alarmCodes) if (code !== 'breaker') await world.deps.store.alarms.raise(code, 1_234)
  }),
  inside('officers: alarms that ended', /Alarmas/, '/seguridad/alarmas', async (world) => {
    await world.clock.advance(90 * minute)
    await trip(world, 0)
    await world.deps.store.alarms.endQuiet()
  }),
  inside('officers: odds not computed', /Fuerza de las preguntas/, '/seguridad/preguntas', async () => undefined),
  inside('officers: odds', /Fuerza de las preguntas/, '/seguridad/preguntas', (world) => world.deps.store.odds.keep(madeUp)),
]
