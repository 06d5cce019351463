/** What the officers' pages have around them: the session, which writes down each page opened, the menu, the way out. */
import { clockTime } from '../../../domain/calendar.ts'
import { officerLongest, type OfficerPage, type OfficerSession } from '../../../domain/officer.ts'
import { button } from '../../components/button.ts'
import { html, type Content } from '../../html.ts'
import { doorWords } from '../../texts/security/door-words.ts'
import { handling } from '../../visit.ts'
import type { Answer, Visit, Web } from '../../web.ts'
import { doorNotices } from './door.ts'
import { enterPath, leavePath, officerPaths } from './paths.ts'

export interface OfficerVisit extends Visit { readonly officer: OfficerSession }

export function forOfficers(web: Web, name: OfficerPage, show: (visit: OfficerVisit) => Promise<Answer>): ReturnType<typeof handling> {
  return handling(web, async (visit) => {
    const { store, secrets } = web.deps
    const id = web.cookies.read(visit.request, 'officer')
    const officer = id === undefined ? null : await store.officers.open(secrets.tokenHash(id), name)
    if (officer) return show(Object.defineProperties({ officer } as OfficerVisit, Object.getOwnPropertyDescriptors(visit)))
    if (id !== undefined) web.cookies.erase(visit.reply, 'officer')
    return { to: id === undefined ? enterPath : `${enterPath}?aviso=${doorNotices.over}` }
  })
}

export function officerPage(visit: OfficerVisit, name: OfficerPage, title: string, content: Content): Answer {
  const { menu, session } = doorWords[visit.language]
  const { caseNumber, startedAt } = visit.officer
  const until = clockTime(startedAt + officerLongest, visit.web.policy.timeZone)
  const body = html`<h1 class="govuk-heading-l">${title}</h1>${content}
<p class="govuk-hint clave-no-print">${session.text(caseNumber, until)}</p>
<form class="clave-no-print" method="post" action="${leavePath}" novalidate>${visit.hidden}${button({ text: session.leave, kind: 'secondary' })}</form>`
  const navigation = (['alarms', 'odds'] as const).map((each) => ({ text: menu[each], href: officerPaths[each], current: each === name }))
  return { document: visit.page({ title, body, path: officerPaths[name], navigation }) }
}
