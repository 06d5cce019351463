/** The signed-in home: who, since when, and everything that was done with the key. One statement feeds it; kept lean on purpose. */
import type { ActivityLine, Home } from '../../../app/session-ports.ts'
import type { Instant } from '../../../domain/types.ts'
import { readableLine, textSentence, withTheirTexts } from '../../activity.ts'
import { insetText } from '../../components/inset-text.ts'
import { notificationBanner } from '../../components/notification-banner.ts'
import { summaryList } from '../../components/summary-list.ts'
import { html, type Content, type Html } from '../../html.ts'
import { momentIn } from '../../moments.ts'
import { noticeAsked } from '../../notice.ts'
import { homePath, servicesPath, signedInFrame } from '../../session-gate.ts'
import { dayText } from '../../texts/calendar-words.ts'
import { confirmedNotice, confirmKeyLink } from '../my-key/confirm-key.ts'
import { ownMenu, ownPaths } from '../my-key/menu.ts'
import { homeWords, type HomeWords } from '../../texts/home-words.ts'
import { confirmKeyWords } from '../../texts/my-key/confirm-key-words.ts'
import type { Answer, Visit } from '../../web.ts'

/** `?aviso=limite`: the session was to be extended, and cannot be. */
export const limitNotice = 'limite'

/** `confirmable`: a contact known before could end the probation now (PROOF-10). */
export function homePage(visit: Visit, home: Home, confirmable: boolean): Answer {
  const { language, web, hidden } = visit
  const words = homeWords[language]
  const { record } = home
  const moment = (at: Instant): { day: string; time: string } => {
    const { day, time } = momentIn(web.policy.timeZone, at)
    return { day: dayText(day, language), time }
  }
  const body = html`${limit(visit, home, words, moment)}${confirmed(visit)}<h1 class="govuk-heading-l">${record ? words.hello(record.givenNames) : words.helloNobody}</h1>
${probation(home, words, moment)}${confirmable && confirmKeyLink(language)}${facts(home, words, moment)}
<h2 class="govuk-heading-m">${words.activity.title}</h2><p class="govuk-body">${words.activity.lead}</p>
<ol class="govuk-list govuk-list--spaced">${withTheirTexts(home.activity).map(({ line, text }) => activityLine(line, text, visit, words))}</ol>
<p class="govuk-body"><a class="govuk-link" href="${ownPaths.activity}">${words.activity.all}</a></p>
<p class="govuk-body">${words.activity.notYou} <a class="govuk-link" href="/ayuda#no-fui-yo">${words.activity.notYouLink}</a></p>
<h2 class="govuk-heading-m">${words.next.title}</h2><p class="govuk-body">${words.next.text} <a class="govuk-link" href="${servicesPath}">${words.next.link}</a>.</p>`
  const name = record ? `${record.givenNames} ${record.surnames}` : words.title
  return { document: visit.page({ title: words.title, body, path: homePath, navigation: ownMenu(language, homePath), ...signedInFrame(home, web.policy.session.idle, name, hidden) }) }
}

type Moment = (at: Instant) => { readonly day: string; readonly time: string }

function facts({ previousSignInAt, issuedAt }: Home, words: HomeWords, moment: Moment): Html {
  const shown = (at: Instant): string => {
    const { day, time } = moment(at)
    return words.moment(day, time)
  }
  return summaryList({
    rows: [
      previousSignInAt === null ? { key: words.previous, value: words.firstTime } : { key: words.previous, value: shown(previousSignInAt) },
      { key: words.since, value: shown(issuedAt) },
    ],
  })
}

/** PROOF-10. */
function probation({ probationUntil, now }: Home, { probation: words }: HomeWords, moment: Moment): Content {
  if (now >= probationUntil) return null
  const { day, time } = moment(probationUntil)
  return insetText({ text: html`<strong>${words.title}.</strong> ${words.text(day, time)}` })
}

function activityLine(line: ActivityLine, text: ActivityLine | null, { language, web }: Visit, words: HomeWords): Html {
  const { when, what, receipt } = readableLine(line, language, web.policy.timeZone)
  return html`<li>${what}<br><span class="govuk-hint">${when} · ${words.activity.receipt} ${receipt}</span>${textSentence(text, language, web.policy.timeZone)}</li>`
}

function limit(visit: Visit, { endsAt }: Home, { limit: words }: HomeWords, moment: Moment): Content {
  return noticeAsked(visit) === limitNotice && notificationBanner({ title: words.title, text: words.text(moment(endsAt).time) })
}

function confirmed(visit: Visit): Content {
  const { done } = confirmKeyWords[visit.language]
  return noticeAsked(visit) === confirmedNotice && notificationBanner({ title: done.title, text: done.text })
}
