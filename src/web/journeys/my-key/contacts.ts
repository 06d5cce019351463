/** /mi-clave/contactos: what is on file, and the ways to change it (M-11). */
import { canConfirm } from '../../../app/confirm-key.ts'
import { changeState, contactsClosed, dropChange, removeSecondAddress } from '../../../app/change-contact.ts'
import { noticesGoTo } from '../../../app/where-notices-go.ts'
import type { ContactPlace, OwnContact } from '../../../app/contact-ports.ts'
import { contactStepPath } from '../../../domain/contact-change.ts'
import { button } from '../../components/button.ts'
import { insetText } from '../../components/inset-text.ts'
import { summaryList, type SummaryRow } from '../../components/summary-list.ts'
import { html, type Content } from '../../html.ts'
import { momentIn } from '../../moments.ts'
import { noticeAsked } from '../../notice.ts'
import { writePhone } from '../../phone.ts'
import { dayText } from '../../texts/calendar-words.ts'
import { contactsWords } from '../../texts/my-key/contacts-words.ts'
import { ownPagesWords } from '../../texts/my-key/own-pages-words.ts'
import type { Answer } from '../../web.ts'
import { keyGivenNotice, withFreshKey } from './confirm.ts'
import { confirmKeyLink } from './confirm-key.ts'
import { ownPaths } from './menu.ts'
import { form, ownPage, paragraphs, type OwnVisit } from './own-page.ts'

export const contactPaths: Readonly<Record<ContactPlace, string>> = {
  email: contactStepPath('email'), 'second-email': contactStepPath('second-email'), phone: contactStepPath('phone'),
}
export const codesPath = contactStepPath('codes')
export const cancelPath = `${ownPaths.contacts}/cancelar`
export const removePath = `${ownPaths.contacts}/quitar-segundo`

/** `?aviso=` values of this page. */
export const contactNotices = { changed: 'cambiado', removed: 'quitado', cancelled: 'igual', none: 'nada' } as const

export async function showContacts(visit: OwnVisit): Promise<Answer> {
  const words = contactsWords[visit.language]
  const { deps } = visit.web
  const found = await deps.store.own.contacts.list(visit.own.person)
  const closed = await contactsClosed(deps, visit.own)
  const places: readonly ContactPlace[] = ['email', 'second-email', 'phone']
  const rows = places.map((place) => row(visit, place, found.find((each) => each.place === place), closed === null))
  const second = found.some(({ place }) => place === 'second-email') && closed === null
  const pending = await changeState(deps, visit.own)
  const body = html`${notice(visit)}${paragraphs(words.lead)}${closed && closedText(visit, closed.until)}${closed !== null && (await canConfirm(deps, visit.own)) && confirmKeyLink(visit.language)}${summaryList({ rows })}
${await whereNoticesGo(visit, found)}
${pending && html`<p class="govuk-body"><a class="govuk-link" href="${codesPath}">${words.codes.title}</a></p>`}
${second && html`<h2 class="govuk-heading-m">${words.remove.submit}</h2>${paragraphs(words.remove.text)}${form(visit, removePath, button({ text: words.remove.submit, kind: 'secondary', preventDoubleClick: true }))}`}`
  return ownPage(visit, { path: ownPaths.contacts, title: words.title, body })
}

/** NOTICE-1, as it is: no digit of a mobile that the register knows, since whoever made this key may not (E-05). */
async function whereNoticesGo(visit: OwnVisit, found: readonly OwnContact[]): Promise<Content> {
  const { notified: words } = contactsWords[visit.language]
  const { mails, mobiles } = await noticesGoTo(visit.web.deps, visit.own)
  const typed = found.some(({ kind, verifiedBy }) => kind === 'mobile' && verifiedBy === 'none')
  return html`<h2 class="govuk-heading-m">${words.title}</h2>${paragraphs(words.mails(mails))}${mobiles > 0 && paragraphs(words.mobiles(mobiles))}${typed && paragraphs(words.typed)}`
}

export function submitRemove(visit: OwnVisit): Promise<Answer> {
  return withFreshKey(visit, 'contacts', async () => {
    const removed = await removeSecondAddress(visit.web.deps, visit.own, visit.language, visit.origin)
    return { to: ownPaths.contacts + (removed.is === 'removed' ? `?aviso=${contactNotices.removed}` : '') }
  })
}

export async function submitCancel(visit: OwnVisit): Promise<Answer> {
  await dropChange(visit.web.deps, visit.own)
  return { to: `${ownPaths.contacts}?aviso=${contactNotices.cancelled}` }
}

/** PROOF-10: why, until when, and the way that is open. */
export function closedText(visit: OwnVisit, until: number | null): Content {
  const { closed: words } = contactsWords[visit.language]
  return insetText({ text: html`<strong>${words.title}.</strong> ${until === null ? words.frozen : words.until(momentText(visit, until))}` })
}

export function momentText({ web, language }: OwnVisit, at: number): string {
  const { day, time } = momentIn(web.policy.timeZone, at)
  return `${dayText(day, language)}, ${time}`
}

function row(visit: OwnVisit, place: ContactPlace, contact: OwnContact | undefined, open: boolean): SummaryRow {
  const words = contactsWords[visit.language]
  const { name, change } = words.places[place]
  const value = contact === undefined ? words.none : html`${place === 'phone' ? writePhone(contact.value) : contact.value}${contact.verifiedBy === 'none' && html` (${words.unverified})`}${contact.moneyFrom !== null && html`<br><span class="govuk-hint">${words.moneyFrom(momentText(visit, contact.moneyFrom))}</span>`}`
  const actions = open ? [{ href: contactPaths[place], text: contact === undefined ? words.add : change, hiddenText: name.toLowerCase() }] : []
  return { key: name, value, ...(actions.length > 0 && { actions }) }
}

function notice(visit: OwnVisit): Content {
  const { notices: words } = contactsWords[visit.language]
  switch (noticeAsked(visit)) {
    case contactNotices.changed: return insetText({ text: words.changed })
    case contactNotices.removed: return insetText({ text: words.removed })
    case contactNotices.cancelled: return insetText({ text: words.cancelled })
    case contactNotices.none: return insetText({ text: words.none })
    case keyGivenNotice: return insetText({ text: ownPagesWords[visit.language].confirm.given })
    default: return null
  }
}
