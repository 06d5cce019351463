/** The pages of the gallery: real screens where there is one, and the components that no screen has together. */
import { button, buttonGroup } from '../src/web/components/button.ts'
import { checkboxes } from '../src/web/components/checkboxes.ts'
import { dateInput } from '../src/web/components/date-input.ts'
import { details } from '../src/web/components/details.ts'
import { errorSummary } from '../src/web/components/error-summary.ts'
import { figureGrid } from '../src/web/components/figure-grid.ts'
import { input } from '../src/web/components/input.ts'
import { insetText } from '../src/web/components/inset-text.ts'
import { notificationBanner } from '../src/web/components/notification-banner.ts'
import { panel } from '../src/web/components/panel.ts'
import { passwordInput } from '../src/web/components/password-input.ts'
import { progress } from '../src/web/components/progress.ts'
import { radios } from '../src/web/components/radios.ts'
import { robotCheck } from '../src/web/components/robot-check.ts'
import { select } from '../src/web/components/select.ts'
import { summaryList } from '../src/web/components/summary-list.ts'
import { table } from '../src/web/components/table.ts'
import { tag, type TagColour } from '../src/web/components/tag.ts'
import { warningText } from '../src/web/components/warning-text.ts'
import { figureCodes } from '../src/web/figures.ts'
import { html, type Content, type Html } from '../src/web/html.ts'
import type { AssetName } from '../src/web/assets.ts'
import type { PageOptions } from '../src/web/layout.ts'
import { layoutWords } from '../src/web/texts/layout-words.ts'

export type GalleryTools = { asset: (name: AssetName) => string }
type GalleryPage = PageOptions & { demo?: boolean }

const words = layoutWords.es
const dateWords = { day: 'Día', month: 'Mes', year: 'Año' }
const form = (...body: readonly Content[]): Html => html`<form method="post" action="/eco" novalidate>${body}</form>`
const step = (n: number) => progress({ step: n, of: 6, text: `Paso ${n} de 6` })

export function galleryPages(tools: GalleryTools): Record<string, GalleryPage> {
  return {
    '/cedula': identifierPage(tools),
    '/nacimiento': datePage(),
    '/banco': bankPage(),
    '/figura': figurePage(tools),
    '/clave': passwordPage(),
    '/recibo': receiptPage(),
    '/componentes': componentsPage(),
    '/sesion-por-terminar': { ...receiptPage(), path: '/sesion-por-terminar', session: { endsIn: 100, extendPath: '/sesion', extendsBy: 900 } },
  }
}

function identifierPage({ asset }: GalleryTools): GalleryPage {
  return {
    title: 'Generar o recuperar clave', language: 'es', path: '/cedula', back: '/', demo: false, scripts: ['robot.js', 'submit-once.js'],
    body: html`${step(1)}<h1 class="govuk-heading-l">Generar o recuperar clave</h1>
<p class="govuk-body">Con su número de cédula empezamos. Tenga a la mano su rol de pagos: le haremos unas preguntas sobre su trabajo.</p>
${form(
  input({ name: 'cedula', label: 'Número de cédula', labelSize: 'm', hint: 'Diez dígitos, o su código si es persona extranjera', inputmode: 'numeric', autocomplete: 'off', width: 10 }),
  robotCheck({ label: 'No soy un robot', challengePath: '/robot/reto', workerUrl: asset('robot-worker.js'), words: words.robot }),
  button({ text: 'Buscar' }),
)}
${details({ summary: 'No tengo cédula ecuatoriana', body: 'Escriba el código que le dio el Instituto cuando se registró.' })}`,
  }
}

function datePage(): GalleryPage {
  const errors = [
    { text: 'Escriba el año con cuatro cifras, por ejemplo 1985', href: '#nacimiento-year' },
    { text: 'Elija una respuesta', href: '#empleador' },
  ]
  return {
    title: 'Sus datos', language: 'es', path: '/nacimiento', back: '/cedula', error: true,
    body: html`${errorSummary({ title: 'Hay un problema', errors })}${step(2)}<h1 class="govuk-heading-l">Sus datos</h1>
${form(
  dateInput({ id: 'nacimiento', namePrefix: 'nacimiento', legend: 'Fecha de nacimiento', legendSize: 'm', hint: 'Por ejemplo, 27 3 1985', error: 'Escriba el año con cuatro cifras, por ejemplo 1985', errorIn: ['year'], values: { day: '27', month: '3', year: '85' }, words: dateWords, birthDate: true }),
  radios({ name: 'empleador', legend: '¿En cuál de estos lugares trabajó en 2019?', legendSize: 'm', error: 'Elija una respuesta', items: [
    { value: '1', text: 'Florícola El Rosal S.A.' }, { value: '2', text: 'Comercial Andina Cía. Ltda.' }, { value: '3', text: 'Ferretería Ñandú', hint: 'También llamada «La Ñandú»' },
    { divider: 'o' }, { value: '0', text: 'Ninguna de las anteriores' },
  ] }),
  button({ text: 'Continuar' }),
)}`,
  }
}

function bankPage(): GalleryPage {
  const questions = ['Elija una pregunta', '¿Cómo se llamaba su primera mascota?', '¿En qué calle vivía cuando era niño o niña?'].map((text, i) => ({ value: String(i), text }))
  return {
    title: 'Banco de información personal', language: 'es', path: '/banco', back: '/nacimiento',
    signedIn: { name: 'María José Ñacato', signOutPath: '/salir' },
    navigation: [{ text: 'Mi clave', href: '/mi-clave', current: true }, { text: 'Mis datos de contacto', href: '/contacto' }, { text: 'Servicios en línea', href: '/servicios' }],
    body: html`${step(3)}<h1 class="govuk-heading-l">Banco de información personal</h1>
${form(
  input({ name: 'correo', label: 'Correo electrónico', type: 'email', autocomplete: 'email', spellcheck: false, hint: 'Aquí le enviaremos un código' }),
  input({ name: 'telefono', label: 'Teléfono', type: 'tel', autocomplete: 'tel', width: 20, prefix: '+593' }),
  select({ name: 'pregunta', label: 'Primera pregunta', items: questions }),
  checkboxes({ name: 'avisos', legend: '¿Cómo quiere recibir los avisos?', legendSize: 's', hint: 'Puede elegir varios', items: [{ value: 'correo', text: 'Por correo' }, { value: 'sms', text: 'Por mensaje al teléfono' }], values: ['correo'] }),
  buttonGroup(button({ text: 'Continuar' }), button({ text: 'Guardar y salir', kind: 'secondary' }), html`<a class="govuk-link" href="/">Cancelar</a>`),
)}`,
  }
}

function figurePage({ asset }: GalleryTools): GalleryPage {
  return {
    title: 'Su figura de seguridad', language: 'es', path: '/figura', back: '/banco',
    body: html`${step(3)}${form(
      figureGrid({ name: 'figura', legend: 'Elija su figura de seguridad', legendSize: 'l', isPageHeading: true, hint: 'Se la pediremos cuando recupere su clave. No la diga a nadie.', language: 'es', order: figureCodes, chosen: 'gato', sheetUrl: asset('figures.svg') }),
      button({ text: 'Continuar' }),
    )}`,
  }
}

function passwordPage(): GalleryPage {
  return {
    title: 'Su nueva clave', language: 'es', path: '/clave', back: '/figura', scripts: ['password.js', 'submit-once.js'],
    body: html`${step(6)}<h1 class="govuk-heading-l">Su nueva clave</h1>
${insetText({ text: html`<p class="govuk-body">Una clave larga es más segura y más fácil de recordar. Por ejemplo:</p><p class="clave-code">mango tejado luna río</p>` })}
${form(
  passwordInput({ name: 'clave', label: 'Clave nueva', hint: 'Quince letras o más. Puede usar espacios.', autocomplete: 'new-password', words: words.password }),
  passwordInput({ name: 'repetida', label: 'Escriba la clave otra vez', error: 'Las dos claves no son iguales', autocomplete: 'new-password', words: words.password }),
  warningText({ iconText: 'Atención', text: 'Nadie del Instituto le pedirá esta clave.' }),
  button({ text: 'Generar la clave', preventDoubleClick: true }),
)}`,
  }
}

function receiptPage(): GalleryPage {
  return {
    title: 'Su clave está lista', language: 'es', path: '/recibo', demo: false,
    body: html`${panel({ title: 'Su clave está lista', body: 'Comprobante C-2026-11-22-0417' })}
${summaryList({ rows: [
  { key: 'Qué se hizo', value: 'Clave generada' }, { key: 'Cuándo', value: '22 de noviembre de 2026, 10:15' },
  { key: 'Avisos enviados', value: html`ma•••@correo.ec<br>Teléfono que termina en 67`, actions: [{ href: '/contacto', text: 'Cambiar', hiddenText: 'los datos de contacto' }] },
] })}
<h2 class="govuk-heading-m">¿No fue usted?</h2><p class="govuk-body">En el aviso que recibió, presione <a class="govuk-link" href="/no-fui-yo">No fui yo</a>. Su clave se detiene en un minuto.</p>
${button({ text: 'Ingresar', kind: 'start', href: '/ingresar' })}`,
  }
}

function componentsPage(): GalleryPage {
  const colours: readonly TagColour[] = ['grey', 'green', 'teal', 'red', 'orange', 'yellow', 'blue', 'purple', 'magenta']
  const amount = (text: string) => ({ text, format: 'numeric' as const })
  return {
    title: 'Componentes', language: 'es', path: '/componentes', back: '/',
    body: html`<h1 class="govuk-heading-xl">Componentes</h1>
${notificationBanner({ title: 'Importante', text: 'Hay un mantenimiento el domingo.' })}
${notificationBanner({ title: 'Listo', titleId: 'listo', success: true, role: 'region', text: 'Guardamos sus datos de contacto.' })}
<p class="govuk-body-l">Un párrafo que introduce la página, más grande que los demás.</p>
<p class="govuk-body">Un párrafo con <a class="govuk-link" href="/otra">un enlace</a> y <strong>algo importante</strong>. ${colours.map((colour) => html`${tag({ text: colour, colour })} `)}</p>
<ul class="govuk-list govuk-list--bullet"><li>Su rol de pagos</li><li>Su tabla de amortización</li></ul>
${table({ caption: 'Sus aportes', captionSize: 'm', firstCellIsHeader: true, head: [{ text: 'Mes' }, { text: 'Empleador' }, amount('Sueldo')], rows: [
  [{ text: 'Enero 2026' }, { text: 'Florícola El Rosal S.A.' }, amount('612,50')], [{ text: 'Febrero 2026' }, { text: 'Florícola El Rosal S.A.' }, amount('620,00')],
] })}
${radios({ name: 'si', legend: '¿Es correcto?', legendSize: 's', inline: true, items: [{ value: 's', text: 'Sí' }, { value: 'n', text: 'No' }], value: 's' })}
${details({ summary: 'Detalles abiertos', body: html`<p class="govuk-body">Lo que solo algunas personas necesitan.</p>`, open: true })}
${buttonGroup(button({ text: 'Principal' }), button({ text: 'Otra', kind: 'secondary' }), button({ text: 'Detener mi clave', kind: 'warning' }), button({ text: 'Sin efecto', disabled: true }))}`,
  }
}
