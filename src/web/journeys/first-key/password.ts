/**
 * /clave/nueva-clave (PASS-1, 2, 5). One field that can be shown: two blind fields make people choose short keys. A browser without
 * scripts cannot show it, so there, and only there (noscript), the key is typed twice: one slip would otherwise lock its owner out.
 */
import { issueKey } from '../../../app/issue-key.ts'
import { openJourney } from '../../../app/journey.ts'
import { modeOf, stepNamed } from '../../../domain/journey.ts'
import { isPassphrase, makePassphrase, type Chance } from '../../../domain/passphrase.ts'
import type { PasswordRefusal } from '../../../domain/password.ts'
import { assertNever } from '../../../domain/types.ts'
import { button } from '../../components/button.ts'
import { passwordInput } from '../../components/password-input.ts'
import { Busy } from '../../faults.ts'
import { usernameField } from '../../components/username-field.ts'
import { html, type Content } from '../../html.ts'
import { phraseWords, phraseWordSet } from '../../phrase-words.ts'
import { signInPath } from '../../session-gate.ts'
import { onward, type StepPage, type StepVisit } from '../../step-routes.ts'
import { firstKeyWords } from '../../texts/first-key-words.ts'
import { layoutWords } from '../../texts/layout-words.ts'
import { signInWords } from '../../texts/sign-in-words.ts'
import type { Answer } from '../../web.ts'
import { bullets, faultAt, form, paragraphs, stepPage, type Fault } from './frame.ts'

export function passwordStep(chance: Chance): StepPage {
  return {
    name: 'password',
    show: (visit) => page(visit, makePassphrase(phraseWords, chance), []),
    async submit(visit) {
      const { password: words } = firstKeyWords[visit.language].finish
      const typed = visit.form.text('clave')
      // Who is copying the phrase and slipped finds the same one again.
      const offered = visit.form.text('frase')
      const phrase = isPassphrase(offered, phraseWordSet) ? offered : makePassphrase(phraseWords, chance)
      if (typed === '') return page(visit, phrase, [{ field: 'clave', text: words.empty }])
      if (visit.form.names.includes('repetida') && visit.form.text('repetida') !== typed) return page(visit, phrase, [{ field: 'clave', text: words.repeat.different }])
      const issued = await issueKey(visit.web.deps, visit.journey, typed, visit.origin)
      switch (issued.is) {
        case 'issued':
          return onward(visit)
        case 'refused':
          return page(visit, phrase, [{ field: 'clave', text: sentence(visit, issued.refusal) }])
        case 'busy':
          throw new Busy()
        case 'not-possible':
          return notPossible(visit)
        default:
          return assertNever(issued)
      }
    },
  }
}

function sentence({ language }: StepVisit, refusal: PasswordRefusal): string {
  const { refusals: words } = firstKeyWords[language].finish.password
  switch (refusal.why) {
    case 'too-short':
      return words['too-short'](refusal)
    case 'too-long':
      return words['too-long'](refusal)
    case 'common':
      return words.common(refusal)
    case 'institution-word':
      return words['institution-word'](refusal)
    case 'own-data':
      return words['own-data'](refusal)
    case 'popular':
      return words.popular(refusal)
    case 'too-simple':
      return words['too-simple'](refusal)
  }
}

function page(visit: StepVisit, phrase: string, faults: readonly Fault[]): Answer {
  const { password: words } = firstKeyWords[visit.language].finish
  const { shortest } = visit.web.policy.password
  const offer = html`<div class="govuk-inset-text"><p class="govuk-body">${words.phrase.title}</p><p class="clave-phrase" translate="no" lang="es"><strong>${phrase}</strong></p>${paragraphs(words.phrase.text, words.phrase.after)}</div>`
  const { proven, terms } = visit.journey.facts
  const intro = modeOf(visit.journey.facts) === 'recovery' ? firstKeyWords[visit.language].recovery.password : words.intro
  // The terms page is a step back only for who saw it in this journey.
  const back = proven !== undefined && terms !== undefined && terms.at > proven.at ? ({ back: 'terms' } as const) : {}
  const body = html`${paragraphs(...intro)}${bullets(words.rules(shortest))}${offer}${form(visit, stepNamed('password').path, fields(visit, phrase, faults))}`
  return stepPage(visit, 'password', { title: words.title, body, faults, ...back, scripts: ['password.js', 'submit-once.js'] })
}

function fields(visit: StepVisit, phrase: string, faults: readonly Fault[]): Content {
  const { password: words } = firstKeyWords[visit.language].finish
  const toggle = layoutWords[visit.language].password
  const hint = words.field.hint(visit.web.policy.password.shortest)
  // The number goes along, hidden, so that a password manager stores the key under it.
  return html`<input type="hidden" name="frase" value="${phrase}">${usernameField({ label: signInWords[visit.language].number, value: visit.journey.facts.identifier.value })}
${passwordInput({ name: 'clave', label: words.field.label, labelSize: 'm', hint, error: faultAt(faults, 'clave'), autocomplete: 'new-password', words: toggle })}
<noscript>${passwordInput({ name: 'repetida', label: words.repeat.label, labelSize: 'm', hint: words.repeat.hint, autocomplete: 'new-password', words: toggle })}</noscript>
${button({ text: words.submit, preventDoubleClick: true })}`
}

/** Pressed twice, the first press made the key: then there is a receipt to show. */
async function notPossible(visit: StepVisit): Promise<Answer> {
  const journey = await openJourney(visit.web.deps, visit.journeyId ?? '')
  if (journey?.facts.done) return onward(visit)
  const { finish: { notPossible: words }, frame } = firstKeyWords[visit.language]
  const body = html`${paragraphs(...words.text)}${button({ text: frame.signIn, href: signInPath })}`
  return stepPage(visit, 'password', { title: words.title, body, status: 409 })
}
