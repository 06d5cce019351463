/** /mi-clave/mis-datos: what the copy holds, and the copy (D-08). After the key was typed lately: it is everything at once. */
import { Readable } from 'node:stream'
import { copyMyData, type MyData } from '../../../app/my-data.ts'
import { button } from '../../components/button.ts'
import { insetText } from '../../components/inset-text.ts'
import { html, type Html } from '../../html.ts'
import { noticeAsked } from '../../notice.ts'
import { readableLine } from '../../activity.ts'
import { networkText } from '../../place.ts'
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
    return { file: Readable.from(written(visit, copy)), type: 'application/json; charset=utf-8', name: 'mis-datos.json' }
  })
}

/** The keys are Spanish in both languages: it is a format. The activity comes last and is written line by line. */
async function* written({ web, own }: OwnVisit, { register, parts, activity }: MyData): AsyncGenerator<string> {
  const head = { formato: 'clave/mis-datos/1', fecha: new Date(own.now).toISOString(), institucion: web.site.institution, registro: register, ...parts }
  yield `${JSON.stringify(head, null, 1).slice(0, -2)},\n "actividad": [`
  let first = true
  for await (const line of activity) {
    const { what, receipt } = readableLine(line, 'es', web.policy.timeZone)
    const event = {
      numero: line.seq, fecha: new Date(line.at).toISOString(), tipo: line.type, dice: what, datos: line.facts,
      red: line.network === null ? null : networkText(line.network), constancia: receipt.replaceAll('\u00a0', ' '),
    }
    yield `${first ? '' : ','}\n  ${JSON.stringify(event)}`
    first = false
  }
  yield '\n ]\n}\n'
}
