/** /desbloquear/correo: the same page for every number (UNLOCK-2), with the code and another mail; and the page at the end. */
import { askUnlockMail, unlockByCode, type Unlocked } from '../../../app/unlock.ts'
import { clockTime } from '../../../domain/calendar.ts'
import { assertNever } from '../../../domain/types.ts'
import { button } from '../../components/button.ts'
import { input } from '../../components/input.ts'
import { insetText } from '../../components/inset-text.ts'
import { panel } from '../../components/panel.ts'
import { html, type Content } from '../../html.ts'
import { noticeAsked } from '../../notice.ts'
import { signInPath } from '../../session-gate.ts'
import { unlockWords } from '../../texts/unlock-words.ts'
import type { Answer } from '../../web.ts'
import { bullets, faultAt, form, paragraphs, type Fault } from '../first-key/frame.ts'
import { keepDevice, unlockBrowser } from '../../device.ts'
import { paths, unlockPage, unlockPath, type UnlockVisit } from './frame.ts'
import { hasGoodLink } from './landing.ts'

const notices = { resent: 'enviado', limit: 'limite' } as const

export async function showMail(visit: UnlockVisit): Promise<Answer> {
  return (await hasGoodLink(visit)) ? { to: paths.link } : page(visit, [])
}

export async function submitCode(visit: UnlockVisit): Promise<Answer> {
  const { code: words } = unlockWords[visit.language].mail
  const typed = visit.form.text('codigo').replace(/[\s\u00ad\u200b\u2010-\u2015.-]+/g, '')
  // Anything but eight digits is a slip, and costs none of the five tries (LINK-3).
  if (!/^\d{8}$/.test(typed)) return page(visit, [{ field: 'codigo', text: words.malformed }])
  return answerTo(visit, await unlockByCode(visit.web.deps, visit.unlocking, typed, unlockBrowser(visit)))
}

function answerTo(visit: UnlockVisit, unlocked: Unlocked): Answer {
  const { code: words } = unlockWords[visit.language].mail
  switch (unlocked.is) {
    case 'unlocked':
      keepDevice(visit, unlocked.device)
      return { to: paths.done }
    case 'wrong-code':
      return page(visit, [{ field: 'codigo', text: unlocked.triesLeft > 0 ? words.wrong(unlocked.triesLeft) : words.usedUp }])
    case 'not-good': // somebody used it a moment ago
      return { to: paths.mail }
    default:
      return assertNever(unlocked)
  }
}

/** POST /desbloquear/correo/otra-vez */
export async function resend(visit: UnlockVisit): Promise<Answer> {
  const asked = await askUnlockMail(visit.web.deps, visit.unlocking)
  return { to: `${paths.mail}?aviso=${asked.is === 'asked' ? notices.resent : notices.limit}` }
}

function page(visit: UnlockVisit, faults: readonly Fault[]): Answer {
  const { mail: words } = unlockWords[visit.language]
  const { policy, site } = visit.web
  const field = input({
    name: 'codigo', label: words.code.label, labelSize: 'm', hint: words.code.hint, autocomplete: 'one-time-code', inputmode: 'numeric', width: 10,
    spellcheck: false, value: visit.form.text('codigo'), error: faultAt(faults, 'codigo'),
  })
  const until = clockTime((visit.unlocking.facts.asked?.at ?? visit.unlocking.now) + policy.link.lifetime, policy.timeZone)
  const body = html`${faults.length === 0 && notice(visit)}${paragraphs(...words.text, words.until(until))}
${site.demo && paragraphs(html`${words.demo} <a class="govuk-link" href="/demo/correo">/demo/correo</a>`)}
${form(visit, paths.mail, html`${field}${button({ text: words.code.submit, preventDoubleClick: true })}`)}
<h2 class="govuk-heading-m">${words.resend.title}</h2>${paragraphs(words.resend.text)}
${form(visit, paths.resend, button({ text: words.resend.submit, preventDoubleClick: true, kind: 'secondary' }))}
<h2 class="govuk-heading-m">${words.nothing.title}</h2>${bullets(words.nothing.items)}
<p class="govuk-body"><a class="govuk-link" href="/clave">${words.nothing.recover}</a></p>
<p class="govuk-body"><a class="govuk-link" href="${unlockPath}">${words.again}</a></p>`
  return unlockPage(visit, { path: paths.mail, title: words.title, body, faults })
}

function notice(visit: UnlockVisit): Content {
  const { mail: words } = unlockWords[visit.language]
  const { asked } = visit.unlocking.facts
  switch (noticeAsked(visit)) {
    case notices.resent:
      return insetText({ text: words.resent })
    case notices.limit:
      return insetText({ text: words.limit(clockTime((asked?.at ?? visit.unlocking.now) + 60 * 60 * 1000, visit.web.policy.timeZone)) })
    default:
      return null
  }
}

/** GET /desbloquear/listo */
export function showDone(visit: UnlockVisit): Answer {
  const { done: words } = unlockWords[visit.language]
  const { facts, now } = visit.unlocking
  const until = facts.done?.until ?? now
  const body = html`${panel({ title: words.title, body: words.text })}
${paragraphs(now < until && words.until(clockTime(until, visit.web.policy.timeZone)), words.tries)}${button({ text: words.action, href: signInPath })}
<p class="govuk-body">${words.forgot} <a class="govuk-link" href="/clave">${words.forgotLink}</a></p>`
  return unlockPage(visit, { path: paths.done, title: words.title, body, ownHeading: true })
}
