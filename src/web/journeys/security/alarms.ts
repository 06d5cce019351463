/** /seguridad/alarmas: how the breaker stands and what is or was wrong for all together. The numbers are those of this moment. */
import type { Alarm } from '../../../domain/alarms.ts'
import { breakerStands, reopensAt } from '../../../domain/breaker.ts'
import type { Instant } from '../../../domain/types.ts'
import { insetText } from '../../components/inset-text.ts'
import { summaryList } from '../../components/summary-list.ts'
import { table } from '../../components/table.ts'
import { tag } from '../../components/tag.ts'
import { html, type Content } from '../../html.ts'
import { momentIn } from '../../moments.ts'
import { countText } from '../../texts/amount-words.ts'
import { dayText } from '../../texts/calendar-words.ts'
import { alarmWords } from '../../texts/security/alarm-words.ts'
import type { Answer } from '../../web.ts'
import { officerPage, type OfficerVisit } from './frame.ts'

const shown = 50

export async function alarmsPage(visit: OfficerVisit): Promise<Answer> {
  const { store, policy } = visit.web.deps
  const limit = policy.proofing.failuresPerDay
  const reading = await store.failures.look(limit)
  const alarms = await store.alarms.list(shown)
  const standing = alarms.filter(({ until }) => until === null)
  const words = alarmWords[visit.language]
  const body = html`<p class="govuk-body-l">${words.lead(standing.length)}</p>${breaker(visit, reading.failures, breakerStands(reading, limit), limit)}
<h2 class="govuk-heading-m">${words.standing.title}</h2>${standing.length === 0 ? html`<p class="govuk-body">${words.standing.none}</p>` : standing.map((each) => standingAlarm(visit, each))}
${past(visit, alarms.filter(({ until }) => until !== null))}<p class="govuk-hint">${words.note}</p>`
  return officerPage(visit, 'alarms', words.title, body)
}

function breaker({ language }: OfficerVisit, failures: number, stands: boolean, limit: number): Content {
  const { breaker: words } = alarmWords[language]
  const rows = [
    { key: words.state, value: tag(stands ? { text: words.stands, colour: 'red' } : { text: words.open, colour: 'green' }) },
    { key: words.failures, value: countText(failures, language) },
    { key: words.limit, value: countText(limit, language) },
    { key: words.reopens, value: countText(reopensAt(limit), language) },
  ]
  return html`<h2 class="govuk-heading-m">${words.title}</h2>${summaryList({ rows })}<p class="govuk-body">${stands ? words.meansStands : words.meansOpen}</p>`
}

function standingAlarm(visit: OfficerVisit, { code, since, most }: Alarm): Content {
  const { names, looks, counts, standing } = alarmWords[visit.language]
  return insetText({ text: html`<h3 class="govuk-heading-s">${names[code]}</h3><p class="govuk-body">${standing.since(moment(visit, since), `${countText(most, visit.language)} ${counts[code]}`)}</p><p class="govuk-body">${looks[code]}</p>` })
}

/** The last column under the first: a fourth does not fit a small screen. */
function past(visit: OfficerVisit, alarms: readonly Alarm[]): Content {
  const { past: words, names, counts } = alarmWords[visit.language]
  if (alarms.length === 0) return null
  return table({
    caption: words.title, captionSize: 'm', head: [{ text: words.alarm }, { text: words.most, format: 'numeric' }],
    rows: alarms.map(({ code, since, until, most }) => [
      { text: html`${names[code]}<br><span class="govuk-hint">${words.time(moment(visit, since), moment(visit, until ?? since))}<br>${counts[code]}</span>` },
      { text: countText(most, visit.language), format: 'numeric' },
    ]),
  })
}

function moment({ web, language }: OfficerVisit, at: Instant): string {
  const { day, time } = momentIn(web.policy.timeZone, at)
  return `${dayText(day, language)}, ${time}`
}
