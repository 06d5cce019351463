/** /clave/sin-correo: which ways are left to who cannot open the address on file, and what each needs. Said only after the proof. */
import { mailTo, waysOnFile } from '../../../app/recovery-ways.ts'
import { stepNamed } from '../../../domain/journey.ts'
import { button } from '../../components/button.ts'
import { html, type Content } from '../../html.ts'
import type { StepPage, StepVisit } from '../../step-routes.ts'
import { firstKeyWords } from '../../texts/first-key-words.ts'
import type { Answer } from '../../web.ts'
import { form, paragraphs, stepPage } from './frame.ts'
import { sendMail } from './mail-asked.ts'

const { path } = stepNamed('lost-mailbox')
export const chooseSecondPath = `${path}/enviar`

export const lostMailbox: StepPage = {
  name: 'lost-mailbox',
  async show(visit) {
    const { lost: words } = firstKeyWords[visit.language].recovery
    const ways = await waysOnFile(visit.web.deps, visit.journey)
    const already = visit.journey.facts.mailTo === 'second'
    const second = ways.second && !already && html`${heading(words.second.title)}${ways.secondIsFree
      ? html`${paragraphs(words.second.needs)}${send(visit, 'second', words.second.submit)}`
      : paragraphs(words.second.used)}`
    const first = already && html`${heading(words.first.title)}${paragraphs(words.first.needs)}${send(visit, 'first', words.first.submit)}`
    const body = html`${paragraphs(words.intro)}${second}${first}${heading(words.office.title)}${paragraphs(words.office.needs)}
<p class="govuk-body"><a class="govuk-link" href="${stepNamed('mail').path}">${words.back}</a></p>`
    return stepPage(visit, 'lost-mailbox', { title: words.title, body })
  },
}

/** POST /clave/sin-correo/enviar: to the other address from now on. */
export async function chooseSecond(visit: StepVisit): Promise<Answer> {
  const chosen = await mailTo(visit.web.deps, visit.journey, visit.form.text('correo') === 'second' ? 'second' : 'first')
  return chosen ? sendMail(visit, null) : { to: path }
}

const heading = (text: string): Content => html`<h2 class="govuk-heading-m">${text}</h2>`

function send(visit: StepVisit, which: 'first' | 'second', text: string): Content {
  return form(visit, chooseSecondPath, html`<input type="hidden" name="correo" value="${which}">${button({ text, preventDoubleClick: true })}`)
}
