/** /clave/figura: one figure of sixteen (BANK-1). Name and drawing say the same, so it can be chosen without seeing. */
import { chooseFigure } from '../../../app/personal-bank.ts'
import { stepNamed } from '../../../domain/journey.ts'
import { button } from '../../components/button.ts'
import { figureGrid } from '../../components/figure-grid.ts'
import { isFigureCode } from '../../figures.ts'
import { html } from '../../html.ts'
import { onward, type StepPage, type StepVisit } from '../../step-routes.ts'
import { firstKeyWords } from '../../texts/first-key-words.ts'
import type { Answer } from '../../web.ts'
import { figureOrder } from './figure-order.ts'
import { faultAt, form, paragraphs, stepPage, type Fault } from './frame.ts'

export const figure: StepPage = {
  name: 'figure',
  show: (visit) => page(visit, []),
  async submit(visit) {
    const chosen = visit.form.text('figura')
    if (!isFigureCode(chosen)) return page(visit, [{ field: 'figura', text: firstKeyWords[visit.language].bank.figure.missing }])
    return onward(visit, await chooseFigure(visit.web.deps, visit.journey, chosen))
  },
}

/** What was chosen before is not marked: the screen may be seen by others. */
function page(visit: StepVisit, faults: readonly Fault[]): Answer {
  const { figure: words } = firstKeyWords[visit.language].bank
  const grid = figureGrid({
    name: 'figura', language: visit.language, order: figureOrder(visit.journey.idHash, 'choose'), sheetUrl: visit.web.site.asset('figures.svg'),
    legend: words.legend, legendSize: 'm', error: faultAt(faults, 'figura'),
  })
  const fields = html`${grid}${button({ text: words.submit, preventDoubleClick: true })}`
  const body = html`${paragraphs(...words.intro)}${form(visit, stepNamed('figure').path, fields)}`
  return stepPage(visit, 'figure', { title: words.title, body, faults, back: 'personal-questions' })
}
