/** The pages of who has signed in, and of the services, in every state. */
import { hour } from '../../src/domain/types.ts'
import type { Browser } from '../support/browser.ts'
import { key, mailTo, owner, signIn, type Owner } from '../web/my-key/signed-in.ts'
import type { ServedWorld } from './served-world.ts'
import type { State } from './states.ts'
import { scene, type Scene } from './states-of-life.ts'

interface Entered extends Owner { readonly browser: Browser }

interface Own extends Scene {
  readonly next?: (world: ServedWorld, who: Entered) => Promise<unknown>
  readonly probation?: boolean
}

let people = 0

const signedIn = (name: string, heading: RegExp, path: string, { next, probation, ...rest }: Own = {}): State =>
  scene(name, heading, {
    ...rest,
    async before(world) {
      people += 1
      const until = (await world.clock.now()) + 48 * hour
      const who = await owner(world, { secondEmail: `segunda${people}@example.org`, ...(probation && { probationUntil: until }) })
      const browser = await signIn(world, who)
      const led = await next?.(world, { ...who, browser })
      return { browser, path: typeof led === 'string' ? led : path }
    },
  })

/** The key typed at the sign-in is not fresh any more, the session still open. */
const later = async (world: ServedWorld, { browser }: Entered): Promise<void> => {
  for (let turn = 0; turn < 3; turn += 1) {
    await world.clock.advance(0.2 * hour)
    await browser.get('/mi-clave')
  }
}

const contacts = '/mi-clave/contactos'
const askedChange = async (_world: ServedWorld, { browser }: Entered): Promise<unknown> =>
  browser.submit(await browser.get(`${contacts}/correo`), 'Enviar los códigos', { nuevo: `nueva${people}@example.org` })
const sentChange = async (world: ServedWorld, who: Entered): Promise<void> => {
  await askedChange(world, who)
  await mailTo(world, `nueva${people}@example.org`, /Código para confirmar/)
  await mailTo(world, who.email, /Código para cambiar/)
}
const bank = { 'pregunta-1': 'first-teacher', 'respuesta-1': 'Marimar Andrade', 'pregunta-2': 'first-boss', 'respuesta-2': 'Don Cristóbal', 'pregunta-3': 'neighbour', 'respuesta-3': 'Los Pilamunga', figura: 'luna' }
const newBank = async (_world: ServedWorld, { browser }: Entered): Promise<void> => {
  await browser.submit(await browser.get('/mi-clave/preguntas'), 'Continuar', bank)
}

export const ownPages: readonly State[] = [
  signedIn('own home', /Hola/, '/mi-clave'), signedIn('own home: probation', /Hola/, '/mi-clave', { probation: true }),
  signedIn('activity', /Actividad/, '/mi-clave/actividad'), signedIn('activity: nothing of a kind', /Actividad/, '/mi-clave/actividad?tipo=attempts'),
  signedIn('change key', /Cambiar clave/, '/mi-clave/cambiar'), signedIn('change key: faults', /Cambiar clave/, '/mi-clave/cambiar', { press: 'Cambiar la clave' }),
  signedIn('change key: wrong and short', /Cambiar clave/, '/mi-clave/cambiar', { press: 'Cambiar la clave', fill: { 'clave-actual': key, clave: 'corta' } }),
  signedIn('change key: done', /Su clave cambió/, '/mi-clave/cambiar', { press: 'Cambiar la clave', fill: { 'clave-actual': key, clave: 'una frase larga y nueva' } }),
  signedIn('sessions', /Mis sesiones/, '/mi-clave/sesiones'), signedIn('sessions: two', /Mis sesiones/, '/mi-clave/sesiones', { next: async (world, who) => void (await signIn(world, who)) }),
  signedIn('key again', /Escriba su clave otra vez/, '/mi-clave/contactos/correo', { next: later }),
  signedIn('key again: wrong', /Escriba su clave otra vez/, '/mi-clave/contactos/correo', { next: later, press: 'Continuar', fill: { 'clave-actual': 'no es esta' } }),
  signedIn('own contacts', /Mis datos de contacto/, contacts), signedIn('own contacts: probation', /Mis datos de contacto/, contacts, { probation: true }),
  signedIn('own contacts: a change waits', /Mis datos de contacto/, contacts, { next: sentChange }),
  signedIn('own contacts: email', /Cambiar el correo/, `${contacts}/correo`), signedIn('own contacts: email: faults', /Cambiar el correo/, `${contacts}/correo`, { press: 'Enviar los códigos', fill: { nuevo: 'ana@' } }),
  signedIn('own contacts: phone', /Cambiar el teléfono/, `${contacts}/telefono`), signedIn('own contacts: second', /Segundo correo/, `${contacts}/segundo-correo`),
  signedIn('own contacts: codes', /Escriba los códigos/, `${contacts}/codigos`, { next: sentChange }),
  signedIn('own contacts: codes: wrong', /Escriba los códigos/, `${contacts}/codigos`, { next: sentChange, press: 'Confirmar el cambio', fill: { 'codigo-actual': '11111111', 'codigo-nuevo': '1' } }),
  signedIn('own questions', /Mis preguntas y figura/, '/mi-clave/preguntas'), signedIn('own questions: faults', /Mis preguntas y figura/, '/mi-clave/preguntas', { press: 'Continuar' }),
  signedIn('own questions: figure again', /Encuentre su nueva figura/, '/mi-clave/preguntas/figura', { next: newBank }),
  signedIn('own questions: done', /Mis preguntas y figura/, '/mi-clave/preguntas?aviso=cambiadas'), signedIn('my data', /Mis datos/, '/mi-clave/mis-datos'),
]

const account = '/servicios/cuenta-bancaria'
const issued = async (_world: ServedWorld, { browser }: Entered): Promise<void> => {
  await browser.submit(await browser.get('/servicios/certificado'), 'Emitir un certificado')
}
const registered = async (_world: ServedWorld, { browser }: Entered): Promise<void> => {
  await browser.submit(await browser.get(account), 'Registrar la cuenta', { banco: 'pichincha', tipo: 'savings', cuenta: '2204567891', 'cuenta-otra-vez': '2204567891' })
}

export const services: readonly State[] = [
  signedIn('list of services', /Servicios en línea/, '/servicios'), signedIn('list of services: probation', /Servicios en línea/, '/servicios', { probation: true }),
  signedIn('labour history', /Historia laboral/, '/servicios/historia-laboral'),
  signedIn('certificates', /Certificado de afiliación/, '/servicios/certificado'), signedIn('certificates: issued', /Certificado de afiliación/, '/servicios/certificado?aviso=emitido', { next: issued }),
  signedIn('certificate: true', /Certificado de afiliación/, '', {
    async next(world, who) {
      await issued(world, who)
      const [certificate] = await world.deps.store.certificates.list(who.person)
      return `/certificado/${certificate?.code}`
    },
  }),
  scene('receipt: found', /Comprobar una constancia/, {
    path: '/comprobar', press: 'Comprobar',
    async before(world) {
      const page = await (await signIn(world, await owner(world))).get('/mi-clave/actividad')
      return { fill: { numero: /Constancia ((?:[0-9A-F]{4}\s?){4})/.exec(page.text)?.[1] ?? '' } }
    },
  }),
  signedIn('account', /Registro de cuenta bancaria/, account), signedIn('account: faults', /Registro de cuenta bancaria/, account, { press: 'Registrar la cuenta' }),
  signedIn('account: key again', /./, account, { next: later }), signedIn('account: probation', /todavía no se puede abrir/, account, { probation: true }),
  signedIn('account: registered', /Su cuenta quedó registrada/, `${account}/lista`, { next: registered }), signedIn('account: another', /Registro de cuenta bancaria/, account, { next: registered }),
]
