/** /mi-clave/cambiar: the current key and the new one (W-09, PASS-1, PASS-2). Neither is ever written back into a page (PASS-5). */
import { changeKey, type KeyChanged } from '../../../app/change-key.ts'
import { isPassphrase, makePassphrase, type Chance } from '../../../domain/passphrase.ts'
import { assertNever } from '../../../domain/types.ts'
import { receiptNumber } from '../../activity.ts'
import { button } from '../../components/button.ts'
import { panel } from '../../components/panel.ts'
import { passwordInput } from '../../components/password-input.ts'
import { Busy } from '../../faults.ts'
import { usernameField } from '../../components/username-field.ts'
import { html, type Content } from '../../html.ts'
import { passwordRefusal } from '../../password-refusal.ts'
import { phraseWords, phraseWordSet } from '../../phrase-words.ts'
import { firstKeyWords } from '../../texts/first-key-words.ts'
import { layoutWords } from '../../texts/layout-words.ts'
import { changeWords } from '../../texts/my-key/change-words.ts'
import { ownPagesWords } from '../../texts/my-key/own-pages-words.ts'
import { signInWords } from '../../texts/sign-in-words.ts'
import type { Answer } from '../../web.ts'
import { ownPaths } from './menu.ts'
import { faultAt, form, ownPage, paragraphs, sessionEnded, type Fault, type OwnVisit } from './own-page.ts'

export const donePath = `${ownPaths.change}/listo`

export function changePages(chance: Chance): { show(visit: OwnVisit): Answer; submit(visit: OwnVisit): Promise<Answer>; done(visit: OwnVisit): Promise<Answer> } {
  return {
    done: donePage,
    show: (visit) => page(visit, makePassphrase(phraseWords, chance), []),
    async submit(visit) {
      // Who is copying the phrase and slipped finds the same one again.
      const offered = visit.form.text('frase')
      const phrase = isPassphrase(offered, phraseWordSet) ? offered : makePassphrase(phraseWords, chance)
      const faults = slips(visit)
      if (faults.length > 0) return page(visit, phrase, faults)
      const typed = { current: visit.form.text('clave-actual'), chosen: visit.form.text('clave'), language: visit.language }
      return answerTo(visit, phrase, await changeKey(visit.web.deps, visit.own, typed, visit.origin))
    },
  }
}

/** What costs nothing: an empty field, or the second writing of browsers without scripts. */
function slips({ form: sent, language }: OwnVisit): readonly Fault[] {
  const { password: words } = firstKeyWords[language].finish
  const faults: Fault[] = []
  if (sent.text('clave-actual') === '') faults.push({ field: 'clave-actual', text: ownPagesWords[language].currentKey.empty })
  if (sent.text('clave') === '') faults.push({ field: 'clave', text: words.empty })
  else if (sent.names.includes('repetida') && sent.text('repetida') !== sent.text('clave')) faults.push({ field: 'clave', text: words.repeat.different })
  return faults
}

function answerTo(visit: OwnVisit, phrase: string, changed: KeyChanged): Answer {
  switch (changed.is) {
    case 'changed':
      visit.web.cookies.write(visit.reply, 'session', changed.sessionId)
      return { to: donePath }
    case 'refused':
      return page(visit, phrase, [{ field: 'clave', text: passwordRefusal(visit.language, changed.refusal) }])
    case 'same':
      return page(visit, phrase, [{ field: 'clave', text: changeWords[visit.language].same }])
    case 'wrong':
      return page(visit, phrase, [{ field: 'clave-actual', text: ownPagesWords[visit.language].currentKey.wrong(changed.triesLeft) }])
    case 'ended':
      return sessionEnded(visit)
    case 'busy':
      throw new Busy()
    default:
      return assertNever(changed)
  }
}

function page(visit: OwnVisit, phrase: string, faults: readonly Fault[]): Answer {
  const { password } = firstKeyWords[visit.language].finish
  const words = changeWords[visit.language]
  const { shortest } = visit.web.policy.password
  const offer = html`<div class="govuk-inset-text"><p class="govuk-body">${password.phrase.title}</p><p class="clave-phrase" translate="no" lang="es"><strong>${phrase}</strong></p>${paragraphs(password.phrase.text, password.phrase.after)}</div>`
  const rules = html`<ul class="govuk-list govuk-list--bullet">${password.rules(shortest).map((rule) => html`<li>${rule}</li>`)}</ul>`
  const body = html`${paragraphs(...words.intro)}${form(visit, ownPaths.change, fields(visit, phrase, html`${rules}${offer}`, faults))}
<p class="govuk-body">${words.forgotten.text} <a class="govuk-link" href="/clave">${words.forgotten.link}</a></p>`
  return ownPage(visit, { path: ownPaths.change, title: words.title, body, faults, scripts: ['password.js', 'submit-once.js'] })
}

function fields(visit: OwnVisit, phrase: string, rules: Content, faults: readonly Fault[]): Content {
  const { password } = firstKeyWords[visit.language].finish
  const toggle = layoutWords[visit.language].password
  const { currentKey } = ownPagesWords[visit.language]
  const hint = password.field.hint(visit.web.policy.password.shortest)
  // The number goes along, hidden, so that a password manager stores the key under it.
  return html`<input type="hidden" name="frase" value="${phrase}">${usernameField({ label: signInWords[visit.language].number, value: visit.own.record.id.value })}
${passwordInput({ name: 'clave-actual', label: currentKey.label, labelSize: 'm', error: faultAt(faults, 'clave-actual'), autocomplete: 'current-password', words: toggle })}
${rules}${passwordInput({ name: 'clave', label: password.field.label, labelSize: 'm', hint, error: faultAt(faults, 'clave'), autocomplete: 'new-password', words: toggle })}
<noscript>${passwordInput({ name: 'repetida', label: password.repeat.label, labelSize: 'm', hint: password.repeat.hint, autocomplete: 'new-password', words: toggle })}</noscript>
${button({ text: changeWords[visit.language].submit, preventDoubleClick: true })}`
}

/** What was done, as the log has it: the newest change of the last minutes. */
async function donePage(visit: OwnVisit): Promise<Answer> {
  const { own, language, web } = visit
  const { title, done: words } = changeWords[language]
  const home = await web.deps.store.sessions.home(own.idHash)
  const event = home?.activity.find(({ type }) => type === 'key.changed')
  if (!event || own.now - event.at > web.policy.session.idle) return { to: ownPaths.change }
  const { sessionsEnded, notices } = event.facts
  const body = html`${panel({ title: words.title, body: html`${words.receipt}<br><strong class="clave-code">${receiptNumber(event.hash)}</strong>` })}
${paragraphs(words.keep, words.ended(Number(sessionsEnded)), html`${words.told(Number(notices))} ${words.notMe}`)}${button({ text: words.next, href: ownPaths.home })}`
  return ownPage(visit, { path: donePath, title: `${title}: ${words.title}`, body, ownHeading: true, scripts: [] })
}
