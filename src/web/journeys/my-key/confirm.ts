/** /mi-clave/confirmar: the key again, before something that must not be done with a found or stolen session (S-02, S-07, M-11). */
import { giveKeyAgain, keyIsFresh } from '../../../app/own-session.ts'
import { contactStepPath } from '../../../domain/contact-change.ts'
import { assertNever, minute } from '../../../domain/types.ts'
import { button } from '../../components/button.ts'
import { passwordInput } from '../../components/password-input.ts'
import { Busy } from '../../faults.ts'
import { usernameField } from '../../components/username-field.ts'
import { html } from '../../html.ts'
import { layoutWords } from '../../texts/layout-words.ts'
import { ownPagesWords, type OwnPageName } from '../../texts/my-key/own-pages-words.ts'
import { signInWords } from '../../texts/sign-in-words.ts'
import type { Answer } from '../../web.ts'
import { ownPaths } from './menu.ts'
import { faultAt, form, ownPage, paragraphs, sessionEnded, type Fault, type OwnVisit } from './own-page.ts'

export const confirmPath = contactStepPath('key-again')

/** `?aviso=clave`: the person has just typed the key for this page. */
export const keyGivenNotice = 'clave'

/** Does it when the key was typed lately; otherwise leads to the question for it, and from there back to the page. */
export async function withFreshKey(visit: OwnVisit, page: OwnPageName, act: () => Promise<Answer>): Promise<Answer> {
  return (await keyIsFresh(visit.web.deps, visit.own)) ? act() : { to: `${confirmPath}?volver=${page}` }
}

export function showConfirm(visit: OwnVisit): Answer {
  return confirmPage(visit, pageIn((visit.request.query as Readonly<Record<string, unknown>>)['volver']), [])
}

export async function submitConfirm(visit: OwnVisit): Promise<Answer> {
  const { currentKey: words } = ownPagesWords[visit.language]
  const page = pageIn(visit.form.text('volver'))
  const typed = visit.form.text('clave-actual')
  if (typed === '') return confirmPage(visit, page, [{ field: 'clave-actual', text: words.empty }])
  const given = await giveKeyAgain(visit.web.deps, visit.own, typed, visit.origin)
  switch (given.is) {
    case 'given':
      visit.web.cookies.write(visit.reply, 'session', given.sessionId)
      return { to: `${ownPaths[page]}?aviso=${keyGivenNotice}` }
    case 'wrong':
      return confirmPage(visit, page, [{ field: 'clave-actual', text: words.wrong(given.triesLeft) }])
    case 'ended':
      return sessionEnded(visit)
    case 'busy':
      throw new Busy()
    default:
      return assertNever(given)
  }
}

/** Only to pages of ours, by their name. */
function pageIn(name: unknown): OwnPageName {
  return typeof name === 'string' && Object.hasOwn(ownPaths, name) ? (name as OwnPageName) : 'home'
}

function confirmPage(visit: OwnVisit, page: OwnPageName, faults: readonly Fault[]): Answer {
  const { confirm: words, currentKey } = ownPagesWords[visit.language]
  const field = passwordInput({
    name: 'clave-actual', label: currentKey.label, error: faultAt(faults, 'clave-actual'), autocomplete: 'current-password', words: layoutWords[visit.language].password,
  })
  const fields = html`<input type="hidden" name="volver" value="${page}">${usernameField({ label: signInWords[visit.language].number, value: visit.own.record.id.value })}${field}${button({ text: words.submit, preventDoubleClick: true })}`
  const body = html`${paragraphs(words.text(Math.round(visit.web.policy.session.freshKey / minute)))}${form(visit, confirmPath, fields)}`
  return ownPage(visit, { path: confirmPath, query: `?volver=${page}`, title: words.title, body, faults, back: ownPaths[page], scripts: ['password.js', 'submit-once.js'] })
}
