/**
 * Where the link of a mail about a block lands. The token leaves the address at once (M-08); showing changes nothing, and only the button in a
 * browser that gave the number unlocks (LINK-2). Any other browser may give the number, or carry the code to the one that did.
 */
import { openUnlockLink, unlockByLink, type UnlockJourney, type UnlockLinkOpened } from '../../../app/unlock.ts'
import { clockTime } from '../../../domain/calendar.ts'
import type { LinkState } from '../../../domain/link.ts'
import { minute } from '../../../domain/types.ts'
import { button } from '../../components/button.ts'
import { html, type Content } from '../../html.ts'
import { unlockWords } from '../../texts/unlock-words.ts'
import type { Answer, Visit } from '../../web.ts'
import { form, paragraphs } from '../first-key/frame.ts'
import { keepDevice, unlockBrowser } from '../../device.ts'
import { journeyHere, paths, unlockPage, unlockPath } from './frame.ts'

const cookieSeconds = (15 * minute) / 1000

/** GET /desbloquear/enlace/:token */
export function receiveUnlockLink({ web, reply, request }: Visit): Answer {
  const { token } = request.params as { readonly token: string }
  if (/^[\w-]{43}$/.test(token)) web.cookies.write(reply, 'link', token, cookieSeconds)
  else web.cookies.erase(reply, 'link')
  return { to: paths.link }
}

/** GET /desbloquear/enlace */
export async function showUnlockLink(visit: Visit): Promise<Answer> {
  return landing(visit, (await open(visit)).opened)
}

/** POST /desbloquear/enlace: anywhere but in a browser that gave the number it is the same page again. */
export async function submitUnlockLink(visit: Visit): Promise<Answer> {
  const { journey, opened, token } = await open(visit)
  if (opened.is !== 'here' || opened.state.is !== 'good' || token === undefined || !journey) return landing(visit, opened)
  const unlocked = await unlockByLink(visit.web.deps, token, journey, unlockBrowser(visit))
  if (unlocked.is !== 'unlocked') return showUnlockLink(visit)
  visit.web.cookies.erase(visit.reply, 'link')
  keepDevice(visit, unlocked.device)
  return { to: paths.done }
}

/** The mail was opened in this browser before the number was given: the button is next. */
export async function hasGoodLink(visit: Visit): Promise<boolean> {
  const { opened } = await open(visit)
  return opened.is === 'here' && opened.state.is === 'good'
}

async function open(visit: Visit): Promise<{ journey: UnlockJourney | null; opened: UnlockLinkOpened; token: string | undefined }> {
  const { web, request } = visit
  const token = web.cookies.read(request, 'link')
  const journey = await journeyHere(visit)
  return { journey, token, opened: token === undefined ? { is: 'unknown' } : await openUnlockLink(web.deps, token, journey) }
}

function landing(visit: Visit, opened: UnlockLinkOpened): Answer {
  const { landing: words } = unlockWords[visit.language]
  if (opened.is === 'unknown') return gone(visit, words.gone.unknown)
  if (opened.state.is !== 'good') return gone(visit, whyGone(visit, opened.state))
  if (opened.is === 'elsewhere') return elsewhere(visit, opened.code, opened.state.until)
  const { confirm } = words
  return page(visit, confirm.title, html`${paragraphs(confirm.text)}${form(visit, paths.link, button({ text: confirm.submit, preventDoubleClick: true }))}`)
}

function elsewhere(visit: Visit, digits: string, until: number): Answer {
  const { elsewhere: words } = unlockWords[visit.language].landing
  const body = html`${paragraphs(words.here)}${button({ text: words.begin, href: unlockPath })}
${paragraphs(words.there)}<p class="clave-code"><span class="govuk-visually-hidden">${words.codeLabel}: </span>${digits.slice(0, 4)} ${digits.slice(4)}</p>
${paragraphs(words.until(clockTime(until, visit.web.policy.timeZone)), words.nobody)}`
  return page(visit, words.title, body)
}

function gone(visit: Visit, why: string): Answer {
  const { gone: words } = unlockWords[visit.language].landing
  return page(visit, words.title, html`${paragraphs(why, words.next)}${button({ text: words.action, href: unlockPath })}`)
}

function whyGone({ language, web }: Visit, state: Exclude<LinkState, { is: 'good' }>): string {
  const { gone: words } = unlockWords[language].landing
  switch (state.is) {
    case 'expired':
      return words.expired(clockTime(state.at, web.policy.timeZone))
    case 'used':
      return words.used
    case 'superseded':
    case 'on-its-way': // the mail is out and its date was taken back: another is under way
    case 'undeliverable':
    case 'tries-used-up':
      return words.superseded
  }
}

function page(visit: Visit, title: string, body: Content): Answer {
  return unlockPage(visit, { path: paths.link, title, body })
}
