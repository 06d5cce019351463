/** /clave/contactos: where the person is reached (BANK-1). A likely slip in the address is asked about, never put right unasked. */
import { keepContacts, type Contacts } from '../../../app/personal-bank.ts'
import { stepNamed } from '../../../domain/journey.ts'
import { parseAddress, type ParsedAddress } from '../../../mail/address.ts'
import { button } from '../../components/button.ts'
import { input, type InputOptions } from '../../components/input.ts'
import { radios } from '../../components/radios.ts'
import { html, type Content } from '../../html.ts'
import { parsePhone, writePhone } from '../../phone.ts'
import type { StepPage, StepVisit } from '../../step-routes.ts'
import { firstKeyWords } from '../../texts/first-key-words.ts'
import type { Answer } from '../../web.ts'
import { faultAt, form, paragraphs, stepPage, type Fault } from './frame.ts'
import { onwardToMail } from './mail-asked.ts'

type AddressField = 'correo' | 'correo2'

/** What became of one address field. `ask`: it looks like a slip and the person has not said which one is meant. */
type ReadAddress = { readonly address?: string; readonly fault?: Fault; readonly ask?: Extract<ParsedAddress, { ok: true }> }

export const contacts: StepPage = {
  name: 'contacts',
  show: (visit) => page(visit, keptValues(visit), []),
  async submit(visit) {
    const read = readContacts(visit)
    if (!read.contacts) return page(visit, visit.form, read.faults, read.asks)
    return onwardToMail(visit, await keepContacts(visit.web.deps, visit.journey, read.contacts))
  },
}

type Values = Pick<StepVisit['form'], 'text'>
type Asks = Readonly<Partial<Record<AddressField, Extract<ParsedAddress, { ok: true }>>>>

function keptValues({ journey }: StepVisit): Values {
  const kept = journey.facts.contacts
  const values: Readonly<Record<string, string>> = kept
    ? { correo: kept.email, correo2: kept.secondEmail ?? '', telefono: writePhone(kept.phone.value) }
    : {}
  return { text: (name) => values[name] ?? '' }
}

function readContacts(visit: StepVisit): { contacts?: Contacts; faults: readonly Fault[]; asks: Asks } {
  const { contacts: words } = firstKeyWords[visit.language].bank
  const email = readAddress(visit, 'correo')
  const second: ReadAddress = visit.form.text('correo2').trim() === '' ? {} : readAddress(visit, 'correo2')
  const same = second.address !== undefined && second.address === email.address
  const phone = parsePhone(visit.form.text('telefono'))
  const faults = [
    email.fault,
    same ? { field: 'correo2', text: words.sameAddress } : second.fault,
    phone.ok ? undefined : { field: 'telefono', text: words.phoneProblems[phone.problem] },
  ].filter((fault) => fault !== undefined)
  const asks = { ...(email.ask && { correo: email.ask }), ...(second.ask && { correo2: second.ask }) }
  if (faults.length > 0 || email.address === undefined || !phone.ok) return { faults, asks }
  const secondEmail = second.address === undefined ? {} : { secondEmail: second.address }
  return { contacts: { email: email.address, ...secondEmail, phone: { value: phone.value, kind: phone.kind } }, faults, asks }
}

function readAddress({ form: sent, language }: StepVisit, field: AddressField): ReadAddress {
  const { contacts: words } = firstKeyWords[language].bank
  const read = parseAddress(sent.text(field))
  if (!read.ok) return { fault: { field, text: words.addressProblems[read.reason] } }
  if (read.suggestion === undefined) return { address: read.address }
  const chosen = sent.text(`${field}-elegido`)
  // An answer counts only for the address it was given about: who typed another one meanwhile is asked again.
  if (chosen === read.address || chosen === read.suggestion) return { address: chosen }
  return { ask: read, fault: { field: `${field}-elegido`, text: words.meant.error(read.suggestion) } }
}

function page(visit: StepVisit, values: Values, faults: readonly Fault[], asks: Asks = {}): Answer {
  const { contacts: words } = firstKeyWords[visit.language].bank
  const address = (name: AddressField, own: Pick<InputOptions, 'label' | 'hint'>, autocomplete: string): Content => html`${input({
    name, ...own, autocomplete, type: 'email', spellcheck: false, autocapitalize: 'none', value: values.text(name), error: faultAt(faults, name),
  })}${meant(visit, name, asks[name], faults)}`
  const fields = html`${address('correo', words.email, 'email')}${input({
    name: 'telefono', ...words.phone, type: 'tel', autocomplete: 'tel', value: values.text('telefono'), error: faultAt(faults, 'telefono'), width: 20,
  })}${address('correo2', words.secondEmail, 'off')}${button({ text: words.submit, preventDoubleClick: true })}`
  const again = visit.journey.facts.figureHash !== undefined
  const body = html`${paragraphs(again ? words.again : words.intro)}${form(visit, stepNamed('contacts').path, fields)}`
  return stepPage(visit, 'contacts', { title: words.title, body, faults })
}

function meant(visit: StepVisit, field: AddressField, ask: Asks[AddressField], faults: readonly Fault[]): Content {
  if (ask?.suggestion === undefined) return null
  const { meant: words } = firstKeyWords[visit.language].bank.contacts
  const name = `${field}-elegido`
  const items = [{ value: ask.suggestion, text: words.yes(ask.suggestion) }, { value: ask.address, text: words.no(ask.address) }]
  return radios({ name, legend: words.legend, items, error: faultAt(faults, name) })
}
