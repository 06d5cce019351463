/**
 * Where the mailed link lands. The token leaves the address at once (M-08); showing changes nothing, whoever asks and however often;
 * only the button, in the browser that began, does (LINK-2). Every other browser is shown the code to type there.
 */
import { openLink, useLink, type JourneyMail, type LinkOpened } from '../../../app/confirm-address.ts'
import { openJourney, type OpenJourney } from '../../../app/journey.ts'
import { clockTime } from '../../../domain/calendar.ts'
import { currentStep, stepNamed } from '../../../domain/journey.ts'
import type { LinkState } from '../../../domain/link.ts'
import { minute } from '../../../domain/types.ts'
import { button } from '../../components/button.ts'
import { html, type Content } from '../../html.ts'
import { firstKeyWords } from '../../texts/first-key-words.ts'
import type { Answer, Visit } from '../../web.ts'
import { form, paragraphs } from './frame.ts'
import { mailNotices } from './mail-asked.ts'

export const landingPath = '/enlace'
const cookieSeconds = (15 * minute) / 1000

/** GET /enlace/:token */
export function receiveLink({ web, reply, request }: Visit): Answer {
  const { token } = request.params as { readonly token: string }
  if (/^[\w-]{43}$/.test(token)) web.cookies.write(reply, 'link', token, cookieSeconds)
  else web.cookies.erase(reply, 'link')
  return { to: landingPath }
}

/** GET /enlace */
export async function showLanding(visit: Visit): Promise<Answer> {
  const { journey, opened } = await open(visit)
  return landing(visit, opened, journey)
}

/** POST /enlace: anywhere but in the browser that began it is the same page again. */
export async function submitLanding(visit: Visit): Promise<Answer> {
  const { web, request, reply } = visit
  const { journey, opened } = await open(visit)
  const token = web.cookies.read(request, 'link')
  if (opened.is !== 'here' || opened.state.is !== 'good' || token === undefined || !journey) return landing(visit, opened, journey)
  const used = await useLink(web.deps, token, journey)
  if (used.is === 'not-usable') return { to: `${stepNamed('mail').path}?aviso=${mailNotices.notUsable}` }
  if (used.is !== 'confirmed') return showLanding(visit)
  web.cookies.erase(reply, 'link')
  const after = await openJourney(web.deps, visit.journeyId ?? '')
  return { to: after ? currentStep(after.facts).path : stepNamed('identify').path }
}

async function open({ web, request, journeyId }: Visit): Promise<{ journey: OpenJourney | null; opened: LinkOpened }> {
  const token = web.cookies.read(request, 'link')
  const journey = journeyId === undefined ? null : await openJourney(web.deps, journeyId)
  return { journey, opened: token === undefined ? { is: 'unknown' } : await openLink(web.deps, token, journey) }
}

function landing(visit: Visit, opened: LinkOpened, journey: OpenJourney | null): Answer {
  const { landing: words } = firstKeyWords[visit.language].mail
  if (opened.is === 'unknown') return gone(visit, words.gone.unknown, journey)
  const { state } = opened
  if (state.is === 'used') return opened.is === 'here' && journey ? usedHere(visit, journey) : page(visit, words.used.title, paragraphs(words.used.text))
  if (state.is !== 'good') return gone(visit, whyGone(visit, state), opened.is === 'here' ? journey : null)
  return opened.is === 'here' ? confirm(visit, opened.kind, journey) : code(visit, opened.code, state.until)
}

function confirm(visit: Visit, kind: JourneyMail | 'reopen', journey: OpenJourney | null): Answer {
  const { mail: { landing: { confirm: words } }, recovery: { onFile } } = firstKeyWords[visit.language]
  const facts = journey?.facts
  const address = kind === 'vouch' ? onFile.second : kind === 'confirm-address' ? (facts?.contacts?.email ?? '') : onFile[facts?.mailTo ?? 'first']
  const body = html`${paragraphs(words.text(address))}${form(visit, landingPath, button({ text: words.submit, preventDoubleClick: true }))}`
  return page(visit, words.title, body)
}

function code(visit: Visit, digits: string, until: number): Answer {
  const { elsewhere: words } = firstKeyWords[visit.language].mail.landing
  const body = html`${paragraphs(...words.text)}<p class="clave-code"><span class="govuk-visually-hidden">${words.codeLabel}: </span>${digits.slice(0, 4)} ${digits.slice(4)}</p>
${paragraphs(words.until(clockTime(until, visit.web.policy.timeZone)), words.nobody)}`
  return page(visit, words.title, body)
}

function usedHere(visit: Visit, journey: OpenJourney): Answer {
  const { usedHere: words } = firstKeyWords[visit.language].mail.landing
  return page(visit, words.title, html`${paragraphs(words.text)}${button({ text: words.action, href: currentStep(journey.facts).path })}`)
}

/** `journey`: the one of this browser, if there is one to go back to. */
function gone(visit: Visit, why: string, journey: OpenJourney | null): Answer {
  const { gone: words } = firstKeyWords[visit.language].mail.landing
  const way = journey
    ? button({ text: words.action, href: currentStep(journey.facts).path })
    : html`<p class="govuk-body"><a class="govuk-link" href="${stepNamed('identify').path}">${words.begin}</a></p>`
  return page(visit, words.title, html`${paragraphs(why, ...words.next)}${way}`)
}

function whyGone({ language, web }: Visit, state: Exclude<LinkState, { is: 'good' | 'used' }>): string {
  const { mail: words } = firstKeyWords[language]
  switch (state.is) {
    case 'expired':
      return words.landing.gone.expired(clockTime(state.at, web.policy.timeZone))
    case 'superseded':
      return words.landing.gone.superseded
    case 'tries-used-up':
      return words.triesUsedUp.text
    case 'on-its-way': // the mail is out and its date was taken back: another is under way
    case 'undeliverable':
      return words.landing.gone.superseded
  }
}

function page(visit: Visit, title: string, content: Content): Answer {
  const body = html`<h1 class="govuk-heading-l">${title}</h1>${content}`
  return { document: visit.page({ title, body, path: landingPath, scripts: ['submit-once.js'] }) }
}
