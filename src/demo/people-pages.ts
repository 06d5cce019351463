/** /demo/personas: who there is to be, what each will meet, and their papers. An address holds a place in the list, never a number (ID-3). */
import { localDay } from '../domain/calendar.ts'
import type { RegisterRecord } from '../domain/person.ts'
import type { Day } from '../domain/types.ts'
import { button } from '../web/components/button.ts'
import { insetText } from '../web/components/inset-text.ts'
import { faultPage } from '../web/faults.ts'
import { html, type Html } from '../web/html.ts'
import { demoWords, type DemoWords } from '../web/texts/demo-words.ts'
import type { Answer, Visit, Web } from '../web/web.ts'
import { papers } from './papers.ts'

export const peoplePath = '/demo/personas'

export async function peoplePage(visit: Visit, personas: readonly RegisterRecord[]): Promise<Answer> {
  const words = demoWords[visit.language]
  const today = await todayOf(visit.web)
  const items = personas.map((record, index) => {
    const name = `${record.givenNames} ${record.surnames}`
    return html`<li class="clave-card"><p class="govuk-body"><a class="govuk-link clave-card__link" href="${peoplePath}/${index + 1}">${name}</a></p>
<p class="govuk-body">${portrait(record, words.portrait).join('. ')}.</p><p class="govuk-hint">${words.ways[wayOf(visit.web, record, today)]}</p></li>`
  })
  const body = html`<h1 class="govuk-heading-l">${words.people.title}</h1><p class="govuk-body-l">${words.people.lead}</p><ul class="clave-cards">${items}</ul>`
  return { document: visit.page({ title: words.people.title, body }) }
}

/** `place` counts from 1, as the address does. */
export async function papersPage(visit: Visit, personas: readonly RegisterRecord[], place: string): Promise<Answer> {
  const record = /^[1-9]\d{0,3}$/.test(place) ? personas[Number(place) - 1] : undefined
  if (!record) return faultPage(visit, 'not-found')
  const words = demoWords[visit.language]
  const title = `${words.papers.title} ${record.givenNames} ${record.surnames}`
  const way = words.ways[wayOf(visit.web, record, await todayOf(visit.web))]
  const body = html`<h1 class="govuk-heading-l">${title}</h1>${insetText({ text: way })}${startButton(words)}${papers(record, visit.language)}`
  return { document: visit.page({ title, body, back: peoplePath }) }
}

/** In another tab: the papers must stay in sight while the questions are answered. */
function startButton({ papers: words }: DemoWords): Html {
  return button({ text: words.start, href: '/clave', attributes: { target: '_blank', rel: 'noopener' } })
}

async function todayOf({ deps, policy }: Web): Promise<Day> {
  return localDay(await deps.store.now(), policy.timeZone)
}

/** What the planner says, so that nobody tries in vain to be asked. */
function wayOf({ deps }: Web, record: RegisterRecord, today: Day): keyof DemoWords['ways'] {
  if (record.status !== 'active') return record.status
  return deps.questions.plan(deps.register.personKey(record.id), record, today).length > 0 ? 'questions' : 'none'
}

function portrait({ jobs = [], pension, loans = [], represents = [], contacts = [] }: RegisterRecord, words: DemoWords['portrait']): readonly string[] {
  const employers = new Set(jobs.map(({ ruc }) => ruc)).size
  const work = employers === 0 ? words.noWork : jobs.some(({ to }) => to === null) ? words.works(employers) : words.worked
  return [
    work,
    ...(pension ? [words.pension(pension.kind)] : []),
    ...new Set(loans.map(({ kind }) => words.loan(kind))),
    ...(represents.length > 0 ? [words.represents] : []),
    ...(contacts.some(({ kind, verifiedBy }) => kind === 'email' && verifiedBy !== 'none') ? [words.contact] : []),
  ]
}
