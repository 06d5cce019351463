/** /mi-clave/sesiones: where the key is in use, and ending it there (SESSION-1, S-07). */
import { endOneSession, endOtherSessions, forgetDevice, listDevices, listSessions } from '../../../app/own-sessions.ts'
import type { ListedDevice, ListedSession } from '../../../app/own-ports.ts'
import type { Instant } from '../../../domain/types.ts'
import { button } from '../../components/button.ts'
import { insetText } from '../../components/inset-text.ts'
import { summaryList } from '../../components/summary-list.ts'
import { html, type Content, type Html } from '../../html.ts'
import { momentIn } from '../../moments.ts'
import { noticeAsked } from '../../notice.ts'
import { placeText } from '../../place.ts'
import { dayText } from '../../texts/calendar-words.ts'
import { ownPagesWords } from '../../texts/my-key/own-pages-words.ts'
import { sessionsWords } from '../../texts/my-key/sessions-words.ts'
import type { Answer } from '../../web.ts'
import { keyGivenNotice, withFreshKey } from './confirm.ts'
import { ownPaths } from './menu.ts'
import { form, ownPage, paragraphs, type OwnVisit } from './own-page.ts'

export const endOnePath = `${ownPaths.sessions}/cerrar`
export const endOthersPath = `${ownPaths.sessions}/cerrar-las-demas`

export const forgetPath = `${ownPaths.sessions}/olvidar`

const notices = { forgotten: 'olvidado', ended: 'cerrada', gone: 'ya-cerrada', allEnded: 'cerradas' } as const

export async function showSessions(visit: OwnVisit): Promise<Answer> {
  const words = sessionsWords[visit.language]
  const found = await listSessions(visit.web.deps, visit.own)
  const others = found.filter(({ thisOne }) => !thisOne)
  const all = others.length === 0
    ? paragraphs(words.others.none)
    : html`<h2 class="govuk-heading-m">${words.others.title}</h2>${paragraphs(words.others.text)}${form(visit, endOthersPath, button({ text: words.others.submit, preventDoubleClick: true }))}`
  const body = html`${notice(visit)}${paragraphs(words.lead)}${[...found].sort((a, b) => Number(b.thisOne) - Number(a.thisOne)).map((session) => entry(visit, session))}${all}${devicesPart(visit, await listDevices(visit.web.deps, visit.own))}
<p class="govuk-body">${words.notYou.text} <a class="govuk-link" href="${ownPaths.change}">${words.notYou.link}</a>.</p>`
  return ownPage(visit, { path: ownPaths.sessions, title: words.title, body })
}

export function submitEndOne(visit: OwnVisit): Promise<Answer> {
  return withFreshKey(visit, 'sessions', async () => {
    const ended = await endOneSession(visit.web.deps, visit.own, visit.form.text('sesion'))
    return { to: `${ownPaths.sessions}?aviso=${ended ? notices.ended : notices.gone}` }
  })
}

export function submitEndOthers(visit: OwnVisit): Promise<Answer> {
  return withFreshKey(visit, 'sessions', async () => {
    await endOtherSessions(visit.web.deps, visit.own)
    return { to: `${ownPaths.sessions}?aviso=${notices.allEnded}` }
  })
}

export function submitForget(visit: OwnVisit): Promise<Answer> {
  return withFreshKey(visit, 'sessions', async () => {
    const forgotten = await forgetDevice(visit.web.deps, visit.own, visit.form.text('navegador'))
    return { to: `${ownPaths.sessions}${forgotten ? `?aviso=${notices.forgotten}` : ''}` }
  })
}

function devicesPart(visit: OwnVisit, devices: readonly ListedDevice[]): Content {
  if (devices.length === 0) return null
  const { devices: words } = sessionsWords[visit.language]
  return html`<h2 class="govuk-heading-m">${words.title}</h2>${paragraphs(words.text)}${devices.map((device) => {
    const name = device.browser === '' ? words.unknown : device.browser
    const rows = [{ key: words.first, value: moment(visit, device.firstUsedAt) }, { key: words.last, value: moment(visit, device.lastUsedAt) }]
    const forget = button({ text: html`${words.forget}<span class="govuk-visually-hidden"> ${name}</span>`, kind: 'secondary', preventDoubleClick: true })
    return html`<h3 class="govuk-heading-s">${name}</h3>${summaryList({ rows })}${form(visit, forgetPath, html`<input type="hidden" name="navegador" value="${device.handle}">${forget}`)}`
  })}`
}

function entry(visit: OwnVisit, session: ListedSession): Html {
  const words = sessionsWords[visit.language]
  const began = moment(visit, session.startedAt)
  const place = placeText(session.network, visit.language) ?? words.unknownPlace
  const rows = [{ key: words.began, value: began }, { key: words.seen, value: moment(visit, session.seenAt) }, { key: words.place, value: sentence(place) }]
  const end = session.thisOne ? null : form(visit, endOnePath, html`<input type="hidden" name="sesion" value="${session.handle}">${button({
    text: html`${words.end}<span class="govuk-visually-hidden"> ${words.endWhich(began)}</span>`, kind: 'secondary', preventDoubleClick: true,
  })}`)
  return html`<h2 class="govuk-heading-s">${session.thisOne ? words.thisOne : words.other}${session.browser !== null && html` · ${session.browser}`}</h2>${summaryList({ rows })}${end}`
}

function moment({ web, language }: OwnVisit, at: Instant): string {
  const { day, time } = momentIn(web.policy.timeZone, at)
  return `${dayText(day, language)}, ${time}`
}

const sentence = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

function notice(visit: OwnVisit): Content {
  const { notices: words } = sessionsWords[visit.language]
  switch (noticeAsked(visit)) {
    case notices.forgotten: return insetText({ text: words.forgotten })
    case notices.ended: return insetText({ text: words.ended })
    case notices.gone: return insetText({ text: words.gone })
    case notices.allEnded: return insetText({ text: words.allEnded })
    case keyGivenNotice: return insetText({ text: ownPagesWords[visit.language].confirm.given })
    default: return null
  }
}
