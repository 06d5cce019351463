/** /mi-clave/contacto-conocido: a young key is confirmed by a code to an address the register knew before it (PROOF-10). */
import { askToConfirm, confirmationState, confirmByCode, wayToConfirm } from '../../../app/confirm-key.ts'
import { clockTime } from '../../../domain/calendar.ts'
import { assertNever } from '../../../domain/types.ts'
import { button } from '../../components/button.ts'
import { input } from '../../components/input.ts'
import { html, type Content, type Html } from '../../html.ts'
import { homePath } from '../../session-gate.ts'
import { confirmKeyWords } from '../../texts/my-key/confirm-key-words.ts'
import type { Language } from '../../language.ts'
import type { Answer } from '../../web.ts'
import { faultAt, form, ownPage, paragraphs, type Fault, type OwnVisit } from './own-page.ts'

export const confirmKeyPath = `${homePath}/contacto-conocido`
export const sendConfirmationPath = `${confirmKeyPath}/enviar`
/** `?aviso=` of the home. */
export const confirmedNotice = 'confirmada'

const field = 'codigo'

export const showConfirmKey = (visit: OwnVisit): Promise<Answer> => page(visit, [])

export async function submitSend(visit: OwnVisit): Promise<Answer> {
  const asked = await askToConfirm(visit.web.deps, visit.own, visit.language)
  return asked === 'too-many' ? page(visit, [{ field: 'enviar', text: confirmKeyWords[visit.language].tooMany }]) : { to: confirmKeyPath }
}

export async function submitCode(visit: OwnVisit): Promise<Answer> {
  const words = confirmKeyWords[visit.language]
  const typed = visit.form.text(field).replace(/[\s\u00ad\u200b\u2010-\u2015.-]+/g, '')
  // Anything but eight digits is a slip, and costs no try (LINK-3).
  if (!/^\d{8}$/.test(typed)) return page(visit, [{ field, text: words.malformed }])
  const done = await confirmByCode(visit.web.deps, visit.own, typed, visit.language, visit.origin)
  switch (done.is) {
    case 'confirmed': return { to: `${homePath}?aviso=${confirmedNotice}` }
    case 'wrong-code': return page(visit, [{ field: done.triesLeft === 0 ? 'enviar' : field, text: words.wrong(done.triesLeft) }])
    case 'not-good': return { to: confirmKeyPath } // the page itself says what became of the code
    default: return assertNever(done)
  }
}

/** Where somebody is told to wait: the way out, for who has it. */
export function confirmKeyLink(language: Language): Html {
  return html`<p class="govuk-body"><a class="govuk-link" href="${confirmKeyPath}">${confirmKeyWords[language].title}</a></p>`
}

async function page(visit: OwnVisit, faults: readonly Fault[]): Promise<Answer> {
  const words = confirmKeyWords[visit.language]
  const { deps } = visit.web
  const way = await wayToConfirm(deps, visit.own)
  if (way === 'settled') return { to: homePath }
  const body = way === 'contact' ? await wayOut(visit, faults) : html`${paragraphs(...words.none)}${button({ text: words.back, href: homePath })}`
  return ownPage(visit, { path: confirmKeyPath, title: words.title, body, faults, back: homePath })
}

async function wayOut(visit: OwnVisit, faults: readonly Fault[]): Promise<Content> {
  const words = confirmKeyWords[visit.language]
  const state = await confirmationState(visit.web.deps, visit.own)
  const send = (text: string): Html => form(visit, sendConfirmationPath, html`<div id="enviar">${button({ text, ...(state !== null && { kind: 'secondary' as const }), preventDoubleClick: true })}</div>`)
  if (state === null) return html`${paragraphs(...words.lead, words.where)}${send(words.send)}`
  switch (state.is) {
    case 'on-its-way': return html`${paragraphs(words.sent, words.onItsWay)}${button({ text: words.look, href: confirmKeyPath })}`
    case 'good': {
      const code = input({
        name: field, label: words.label, labelSize: 'm', autocomplete: 'one-time-code', inputmode: 'numeric', width: 10, spellcheck: false,
        value: visit.form.text(field), error: faultAt(faults, field),
      })
      return html`${paragraphs(words.sent, words.where, html`<strong>${words.until(clockTime(state.until, visit.web.policy.timeZone))}</strong>`)}
${form(visit, confirmKeyPath, html`${code}${button({ text: words.submit, preventDoubleClick: true })}`)}${send(words.sendAgain)}`
    }
    case 'undeliverable': return html`${paragraphs(words.undeliverable)}${send(words.sendAgain)}`
    case 'used':
    case 'superseded':
    case 'expired':
    case 'tries-used-up': return html`${paragraphs(words.notGood)}${send(words.sendAgain)}`
    default: return assertNever(state)
  }
}
