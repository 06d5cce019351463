/** The new contact, and the codes that were mailed for it, typed on one page (M-11, LINK-3). */
import { askForChange, changeState, contactsClosed, finishChange, type ChangeAsked, type ChangeState, type NewValue } from '../../../app/change-contact.ts'
import type { ContactPlace } from '../../../app/contact-ports.ts'
import { clockTime } from '../../../domain/calendar.ts'
import { assertNever } from '../../../domain/types.ts'
import { parseAddress } from '../../../mail/address.ts'
import { button } from '../../components/button.ts'
import { input } from '../../components/input.ts'
import { html, type Content } from '../../html.ts'
import { parsePhone } from '../../phone.ts'
import { firstKeyWords } from '../../texts/first-key-words.ts'
import { contactsWords } from '../../texts/my-key/contacts-words.ts'
import type { Answer } from '../../web.ts'
import { withFreshKey } from './confirm.ts'
import { cancelPath, closedText, codesPath, contactNotices, contactPaths } from './contacts.ts'
import { ownPaths } from './menu.ts'
import { faultAt, form, ownPage, paragraphs, type Fault, type OwnVisit } from './own-page.ts'

export const showChange = (place: ContactPlace) => (visit: OwnVisit): Promise<Answer> => withFreshKey(visit, 'contacts', async () => changePage(visit, place, []))

export const submitChange = (place: ContactPlace) => (visit: OwnVisit): Promise<Answer> => withFreshKey(visit, 'contacts', async () => {
  const read = readValue(visit, place)
  if ('fault' in read) return changePage(visit, place, [read.fault])
  const asked = await askForChange(visit.web.deps, visit.own, read, visit.language, visit.origin)
  return asked.is === 'asked' ? { to: codesPath } : changePage(visit, place, asked.is === 'closed' ? [] : [{ field: 'nuevo', text: refusalText(visit, asked) }])
})

/** A likely slip is not asked about here: a wrong address gets no code, so it can not be taken. */
function readValue({ form: sent, language }: OwnVisit, place: ContactPlace): NewValue | { readonly fault: Fault } {
  const { contacts: words } = firstKeyWords[language].bank
  if (place === 'phone') {
    const read = parsePhone(sent.text('nuevo'))
    return read.ok ? { place, kind: read.kind, value: read.value } : { fault: { field: 'nuevo', text: words.phoneProblems[read.problem] } }
  }
  const read = parseAddress(sent.text('nuevo'))
  return read.ok ? { place, kind: 'email', value: read.address } : { fault: { field: 'nuevo', text: words.addressProblems[read.reason] } }
}

function refusalText({ language }: OwnVisit, asked: Exclude<ChangeAsked, { is: 'asked' | 'closed' }>): string {
  const { refusals: words } = contactsWords[language]
  switch (asked.is) {
    case 'same': return words.same
    case 'too-many': return words.tooMany
    case 'no-address': return words.noAddress
    default: return assertNever(asked)
  }
}

async function changePage(visit: OwnVisit, place: ContactPlace, faults: readonly Fault[]): Promise<Answer> {
  const words = contactsWords[visit.language]
  const own = words.places[place]
  const closed = await contactsClosed(visit.web.deps, visit.own)
  const field = input({
    name: 'nuevo', label: own.label, labelSize: 'm', hint: own.hint, type: place === 'phone' ? 'tel' : 'email', autocomplete: place === 'phone' ? 'tel' : 'email',
    spellcheck: false, autocapitalize: 'none', value: visit.form.text('nuevo'), error: faultAt(faults, 'nuevo'),
  })
  const body = closed
    ? closedText(visit, closed.until)
    : html`${paragraphs(...own.intro)}${form(visit, contactPaths[place], html`${field}${button({ text: words.ask.submit, preventDoubleClick: true })}`)}
<p class="govuk-body"><a class="govuk-link" href="${ownPaths.contacts}">${words.ask.cancel}</a></p>`
  return ownPage(visit, { path: contactPaths[place], title: own.title, body, faults, back: ownPaths.contacts })
}

export async function showCodes(visit: OwnVisit): Promise<Answer> {
  const state = await changeState(visit.web.deps, visit.own)
  return state ? codesPage(visit, state, []) : { to: `${ownPaths.contacts}?aviso=${contactNotices.none}` }
}

export async function submitCodes(visit: OwnVisit): Promise<Answer> {
  const { deps } = visit.web
  const state = await changeState(deps, visit.own)
  if (!state) return showCodes(visit)
  const words = contactsWords[visit.language]
  const typed = { current: digits(visit, 'codigo-actual'), fresh: digits(visit, 'codigo-nuevo'), language: visit.language }
  const slips = [...(isCode(typed.current) ? [] : ['codigo-actual']), ...(state.fresh === null || isCode(typed.fresh) ? [] : ['codigo-nuevo'])]
  // Anything but eight digits is a slip, and costs no try (LINK-3).
  if (slips.length > 0) return codesPage(visit, state, slips.map((field) => ({ field, text: words.codes.malformed })))
  const done = await finishChange(deps, visit.own, typed, visit.origin)
  switch (done.is) {
    case 'changed':
      return { to: `${ownPaths.contacts}?aviso=${contactNotices.changed}` }
    case 'wrong-code': {
      const again = await changeState(deps, visit.own)
      const faults = [...(done.current ? [{ field: 'codigo-actual', text: words.codes.current.wrong }] : []), ...(done.fresh ? [{ field: 'codigo-nuevo', text: words.codes.fresh.wrong }] : [])]
      return again ? codesPage(visit, again, faults) : showCodes(visit)
    }
    case 'not-usable':
      return codesPage(visit, state, [{ field: 'codigo-actual', text: words.refusals.notUsable }])
    case 'not-good':
      return { to: codesPath } // the page itself says what became of the codes
    case 'closed':
      return { to: ownPaths.contacts }
    default:
      return assertNever(done)
  }
}

const digits = ({ form: sent }: OwnVisit, field: string): string => sent.text(field).replace(/[\s\u00ad\u200b\u2010-\u2015.-]+/g, '')
const isCode = (text: string): boolean => /^\d{8}$/.test(text)

async function codesPage(visit: OwnVisit, { change, current, fresh }: ChangeState, faults: readonly Fault[]): Promise<Answer> {
  const { codes: words } = contactsWords[visit.language]
  const address = (await visit.web.deps.store.own.contacts.list(visit.own.person)).find(({ kind, verifiedBy }) => kind === 'email' && verifiedBy !== 'none')?.value ?? ''
  const states = [current, ...(fresh === null ? [] : [fresh])]
  const sent = paragraphs(words.sent(address, fresh === null ? null : change.value))
  const cancel = form(visit, cancelPath, button({ text: words.cancel, kind: 'secondary' }))
  const show = (body: Content, some: readonly Fault[]): Answer => ownPage(visit, { path: codesPath, title: words.title, body: html`${body}${cancel}`, faults: some })
  if (states.some(({ is }) => is !== 'good' && is !== 'on-its-way')) return show(html`${paragraphs(words.notGood)}<p class="govuk-body"><a class="govuk-link" href="${contactPaths[change.place]}">${contactsWords[visit.language].places[change.place].title}</a></p>`, [])
  if (states.some(({ is }) => is === 'on-its-way')) return show(html`${sent}${paragraphs(words.onItsWay)}${button({ text: words.look, href: codesPath })}`, [])
  const until = Math.min(...states.map((state) => (state.is === 'good' ? state.until : Infinity)))
  const field = (name: string, label: string): Content => input({
    name, label, autocomplete: 'one-time-code', inputmode: 'numeric', width: 10, spellcheck: false, value: visit.form.text(name), error: faultAt(faults, name),
  })
  const fields = html`${field('codigo-actual', words.current.label(address))}${fresh !== null && field('codigo-nuevo', words.fresh.label(change.value))}${button({ text: words.submit, preventDoubleClick: true })}`
  return show(html`${sent}${paragraphs(html`<strong>${words.until(clockTime(until, visit.web.policy.timeZone))}</strong>`)}${form(visit, codesPath, fields)}${paragraphs(words.lost)}`, faults)
}
