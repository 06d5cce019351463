/** /clave/espera: browsers without scripts wait until their ticket is ripe; the page goes on by itself, or by its link. */
import { ripen } from '../../../app/identify.ts'
import { stepNamed } from '../../../domain/journey.ts'
import { second } from '../../../domain/types.ts'
import { button } from '../../components/button.ts'
import { html } from '../../html.ts'
import type { StepPage } from '../../step-routes.ts'
import { onward } from '../../step-routes.ts'
import { firstKeyWords } from '../../texts/first-key-words.ts'
import { paragraphs, stepPage } from './frame.ts'

export const wait: StepPage = {
  name: 'wait',
  async show(visit) {
    const left = await ripen(visit.web.deps, visit.journey)
    if (left <= 0) return onward(visit)
    const { wait: words } = firstKeyWords[visit.language].identify
    const seconds = Math.ceil(left / second)
    const { path } = stepNamed('wait')
    const body = html`${paragraphs(words.text(seconds), words.why)}${button({ text: words.action, href: path })}`
    return stepPage(visit, 'wait', { title: words.title, body, refreshAfter: seconds + 1, scripts: [] })
  },
}
