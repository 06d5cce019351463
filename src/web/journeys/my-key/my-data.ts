/** /mi-clave/mis-datos: what the copy holds, and the copy (D-08). After the key was typed lately: it is everything at once. */
import { Readable } from 'node:stream'
import { copyMyData } from '../../../app/my-data.ts'
import { button } from '../../components/button.ts'
import { insetText } from '../../components/inset-text.ts'
import { html, type Html } from '../../html.ts'
import { noticeAsked } from '../../notice.ts'
import { myDataFile } from '../../my-data-file.ts'
import { myDataWords } from '../../texts/my-key/my-data-words.ts'
import { ownPagesWords } from '../../texts/my-key/own-pages-words.ts'
import type { Answer } from '../../web.ts'
import { keyGivenNotice, withFreshKey } from './confirm.ts'
import { ownPaths } from './menu.ts'
import { form, ownPage, paragraphs, type OwnVisit } from './own-page.ts'

export function showMyData(visit: OwnVisit): Answer {
  const words = myDataWords[visit.language]
  const list = ({ title, items }: { title: string; items: readonly string[] }): Html =>
    html`<h2 class="govuk-heading-m">${title}</h2><ul class="govuk-list govuk-list--bullet">${items.map((item) => html`<li>${item}</li>`)}</ul>`
  const given = noticeAsked(visit) === keyGivenNotice && insetText({ text: ownPagesWords[visit.language].confirm.given })
  const body = html`${given}<p class="govuk-body-l">${words.lead}</p>${list(words.has)}${list(words.hasNot)}${paragraphs(words.keep)}
${form(visit, ownPaths.data, button({ text: words.submit }))}<p class="govuk-body">${words.rights.text} <a class="govuk-link" href="/privacidad">${words.rights.link}</a></p>`
  return ownPage(visit, { path: ownPaths.data, title: words.title, body, scripts: [] })
}

export function submitMyData(visit: OwnVisit): Promise<Answer> {
  return withFreshKey(visit, 'data', async () => {
    const copy = await copyMyData(visit.web.deps, visit.own)
    return { file: Readable.from(myDataFile(copy, { at: visit.own.now, institution: visit.web.site.institution, timeZone: visit.web.policy.timeZone })), type: 'application/json; charset=utf-8', name: 'mis-datos.json' }
  })
}
