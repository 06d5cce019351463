/** The key typed once more before a service of class money goes on: the tries are those of the session (docs/decisions/050). */
import { giveKeyAgain } from '../../../app/own-session.ts'
import { assertNever } from '../../../domain/types.ts'
import { button } from '../../components/button.ts'
import { passwordInput } from '../../components/password-input.ts'
import { Busy } from '../../faults.ts'
import { usernameField } from '../../components/username-field.ts'
import { html, type Content } from '../../html.ts'
import { layoutWords } from '../../texts/layout-words.ts'
import { ownPagesWords } from '../../texts/my-key/own-pages-words.ts'
import { accountWords } from '../../texts/services/account-words.ts'
import { signInWords } from '../../texts/sign-in-words.ts'
import type { Answer } from '../../web.ts'
import { faultAt, form, ownPage, paragraphs, sessionEnded, type Fault, type OwnVisit } from '../my-key/own-page.ts'

export interface KeyAgain {
  /** Where the key is posted. */
  readonly path: string
  /** Where a right one leads to, and where the page can be asked for again. */
  readonly next: string
  readonly title: string
}

export function keyPage(visit: OwnVisit, { path, next, title }: KeyAgain, faults: readonly Fault[] = [], before?: Content): Answer {
  const { language, own } = visit
  const { key: words } = accountWords[language]
  const field = passwordInput({
    name: 'clave-actual', label: ownPagesWords[language].currentKey.label, error: faultAt(faults, 'clave-actual'), autocomplete: 'current-password', words: layoutWords[language].password,
  })
  const hidden = usernameField({ label: signInWords[visit.language].number, value: own.record.id.value })
  const body = html`${before}<h2 class="govuk-heading-m">${words.title}</h2>${paragraphs(words.text)}${form(visit, path, html`${hidden}${field}${button({ text: words.submit, preventDoubleClick: true })}`)}`
  return ownPage(visit, { path: next, title, body, faults, scripts: ['password.js', 'submit-once.js'] })
}

export async function takeKey(visit: OwnVisit, ask: KeyAgain): Promise<Answer> {
  const words = ownPagesWords[visit.language].currentKey
  const typed = visit.form.text('clave-actual')
  if (typed === '') return keyPage(visit, ask, [{ field: 'clave-actual', text: words.empty }])
  const given = await giveKeyAgain(visit.web.deps, visit.own, typed, visit.origin)
  switch (given.is) {
    case 'given':
      visit.web.cookies.write(visit.reply, 'session', given.sessionId)
      return { to: ask.next }
    case 'wrong':
      return keyPage(visit, ask, [{ field: 'clave-actual', text: words.wrong(given.triesLeft) }])
    case 'ended':
      return sessionEnded(visit)
    case 'busy':
      throw new Busy()
    default:
      return assertNever(given)
  }
}
