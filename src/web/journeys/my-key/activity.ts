/** /mi-clave/actividad: every event of the person in plain words, narrowed and paged without scripts, and as a copy (NOTICE-1, A-06, D-08). */
import { activityPage, type ActivityPage } from '../../../app/own-activity.ts'
import type { PlacedLine } from '../../../app/own-ports.ts'
import { activityKinds, isActivityKind, type ActivityKind } from '../../../domain/activity-kinds.ts'
import { readableLine, textSentence, withTheirTexts } from '../../activity.ts'
import { button, buttonGroup } from '../../components/button.ts'
import { select } from '../../components/select.ts'
import { html, type Content, type Html } from '../../html.ts'
import { placeText } from '../../place.ts'
import { checkPath } from '../check-receipt/path.ts'
import { activityPageWords } from '../../texts/my-key/activity-page-words.ts'
import type { Answer } from '../../web.ts'
import { csvPath, pdfPath } from './activity-copies.ts'
import { ownPaths } from './menu.ts'
import { form, ownPage, paragraphs, type OwnVisit } from './own-page.ts'

export async function showActivity(visit: OwnVisit): Promise<Answer> {
  const query = visit.request.query as Readonly<Record<string, unknown>>
  const kind = kindIn(String(query['tipo'] ?? ''))
  const before = /^\d{1,15}$/.test(String(query['antes'] ?? '')) ? Number(query['antes']) : null
  const found = await activityPage(visit.web.deps, visit.own, kind, before)
  const words = activityPageWords[visit.language]
  const body = html`<p class="govuk-body-l">${words.lead}</p>${paragraphs(words.place)}${filter(visit, kind)}
${found.lines.length === 0 ? paragraphs(words.none) : html`<ol class="govuk-list govuk-list--spaced">${withTheirTexts(found.lines).map(({ line, text }) => item(visit, line, text))}</ol>`}
${pages(visit, found, kind, before)}
<p class="govuk-body">${words.notYou.text} <a class="govuk-link" href="/ayuda#no-fui-yo">${words.notYou.link}</a></p>
<h2 class="govuk-heading-m">${words.check.title}</h2><p class="govuk-body">${words.check.text} <a class="govuk-link" href="${checkPath}">${words.check.link}</a></p>
<h2 class="govuk-heading-m">${words.copy.title}</h2>${paragraphs(words.copy.text)}
${buttonGroup(copyButton(visit, pdfPath, kind, words.copy.pdf), copyButton(visit, csvPath, kind, words.copy.csv))}`
  return ownPage(visit, { path: ownPaths.activity, query: addressOf(kind, before), title: words.title, body, scripts: [] })
}

const copyButton = (visit: OwnVisit, path: string, kind: ActivityKind | null, text: string): Html =>
  form(visit, path, html`<input type="hidden" name="tipo" value="${kind ?? ''}">${button({ text, kind: 'secondary' })}`)

const kindIn = (text: string): ActivityKind | null => (isActivityKind(text) ? text : null)

function addressOf(kind: ActivityKind | null, before: number | null): string {
  const query = new URLSearchParams({ ...(kind && { tipo: kind }), ...(before !== null && { antes: String(before) }) }).toString()
  return query === '' ? '' : `?${query}`
}

function filter({ language }: OwnVisit, kind: ActivityKind | null): Html {
  const { filter: words } = activityPageWords[language]
  const items = [{ value: '', text: words.all }, ...activityKinds.map((each) => ({ value: each, text: words.kinds[each] }))]
  return html`<form method="get" action="${ownPaths.activity}" class="clave-no-print">${select({ name: 'tipo', label: words.label, items, value: kind ?? '' })}${button({ text: words.submit, kind: 'secondary' })}</form>`
}

function item({ language, web }: OwnVisit, line: PlacedLine, text: PlacedLine | null): Html {
  const { when, what, receipt } = readableLine(line, language, web.policy.timeZone)
  const place = placeText(line.network, language)
  return html`<li>${what}<br><span class="govuk-hint">${when}${place !== null && html`, ${place}`} · ${activityPageWords[language].receipt} ${receipt}</span>${textSentence(text, language, web.policy.timeZone)}</li>`
}

function pages({ language }: OwnVisit, { older }: ActivityPage, kind: ActivityKind | null, before: number | null): Content {
  if (older === null && before === null) return null
  const words = activityPageWords[language]
  const link = (query: string, text: string): Html => html`<li><a class="govuk-link" href="${ownPaths.activity}${query}">${text}</a></li>`
  return html`<nav aria-label="${words.pages}"><ul class="govuk-list">${older !== null && link(addressOf(kind, older), words.older)}${before !== null && link(addressOf(kind, null), words.newest)}</ul></nav>`
}
