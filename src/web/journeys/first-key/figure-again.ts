/** /clave/figura-otra-vez: the figure is found again in another order; then the mail goes out (BANK-1). */
import { findFigureAgain } from '../../../app/personal-bank.ts'
import { stepNamed } from '../../../domain/journey.ts'
import { assertNever } from '../../../domain/types.ts'
import { button, buttonGroup } from '../../components/button.ts'
import { figureGrid } from '../../components/figure-grid.ts'
import { Busy } from '../../faults.ts'
import { isFigureCode } from '../../figures.ts'
import { html } from '../../html.ts'
import type { StepPage, StepVisit } from '../../step-routes.ts'
import { firstKeyWords } from '../../texts/first-key-words.ts'
import type { Answer } from '../../web.ts'
import { figureOrder } from './figure-order.ts'
import { faultAt, form, paragraphs, stepPage, type Fault } from './frame.ts'
import { onwardToMail } from './mail-asked.ts'

export const figureAgain: StepPage = {
  name: 'figure-again',
  show: (visit) => page(visit, []),
  async submit(visit) {
    const { figureAgain: words } = firstKeyWords[visit.language].bank
    const chosen = visit.form.text('figura')
    if (!isFigureCode(chosen)) return page(visit, [{ field: 'figura', text: words.missing }])
    const found = await findFigureAgain(visit.web.deps, visit.journey, chosen)
    switch (found) {
      case 'found':
        return onwardToMail(visit)
      case 'another':
        return page(visit, [{ field: 'figura', text: words.wrong }])
      case 'busy':
        throw new Busy()
      default:
        return assertNever(found)
    }
  },
}

function page(visit: StepVisit, faults: readonly Fault[]): Answer {
  const { figureAgain: words } = firstKeyWords[visit.language].bank
  const grid = figureGrid({
    name: 'figura', language: visit.language, order: figureOrder(visit.journey.idHash, 'find', visit.journey.facts.figure),
    sheetUrl: visit.web.site.asset('figures.svg'), legend: words.legend, legendSize: 'm', error: faultAt(faults, 'figura'),
  })
  const other = html` <a class="govuk-link" href="${stepNamed('figure').path}">${words.another}</a>`
  const fields = html`${grid}${buttonGroup(button({ text: words.submit, preventDoubleClick: true }), other)}`
  const body = html`${paragraphs(words.intro)}${form(visit, stepNamed('figure-again').path, fields)}`
  return stepPage(visit, 'figure-again', { title: words.title, body, faults, back: 'figure' })
}
