/** /clave/condiciones: the terms in full, in the page itself, and the box to accept the very version that was shown. */
import { acceptTerms } from '../../../app/issue-key.ts'
import { modeOf, stepNamed } from '../../../domain/journey.ts'
import { button } from '../../components/button.ts'
import { singleCheckbox } from '../../components/checkboxes.ts'
import { html } from '../../html.ts'
import { onward, type StepPage, type StepVisit } from '../../step-routes.ts'
import type { Terms } from '../../terms.ts'
import { firstKeyWords } from '../../texts/first-key-words.ts'
import type { Answer } from '../../web.ts'
import { faultAt, form, paragraphs, stepPage, type Fault } from './frame.ts'

export function termsStep(terms: Terms): StepPage {
  return {
    name: 'terms',
    show: (visit) => page(visit, terms, []),
    async submit(visit) {
      const { terms: words } = firstKeyWords[visit.language].finish
      const fault = (text: string): Answer => page(visit, terms, [{ field: 'acepto', text }])
      if (visit.form.text('acepto') === '') return fault(words.missing)
      if (visit.form.text('version') !== terms.version) return fault(words.changed)
      return onward(visit, await acceptTerms(visit.web.deps, visit.journey))
    },
  }
}

function page(visit: StepVisit, { version, texts }: Terms, faults: readonly Fault[]): Answer {
  const { terms: words } = firstKeyWords[visit.language].finish
  const fields = html`<input type="hidden" name="version" value="${version}">${singleCheckbox({
    name: 'acepto', items: [{ value: 'si', text: words.accept }], error: faultAt(faults, 'acepto'),
  })}${button({ text: words.submit, preventDoubleClick: true })}`
  // Who recovers a key is here only because the terms are others than those accepted with it.
  const intro = modeOf(visit.journey.facts) === 'recovery' ? firstKeyWords[visit.language].recovery.terms : words.intro
  const body = html`${paragraphs(intro)}<p class="govuk-hint">${words.version(version)}</p>${texts[visit.language]}
${form(visit, stepNamed('terms').path, fields)}`
  return stepPage(visit, 'terms', { title: words.title, body, faults })
}
