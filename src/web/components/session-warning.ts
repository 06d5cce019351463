import { html, type Html } from '../html.ts'
import type { LayoutWords } from '../texts/layout-words.ts'

export type SessionWarningOptions = {
  /**
   * Seconds until the session ends, counted from when the page is made. Not a clock time: telephones with a wrong clock
   * must be warned too (SESSION-1, WCAG 2.2.1).
   */
  endsIn: number
  /** Where the button posts to stay signed in; answers 2xx when the session goes on. */
  extendPath: string
  /** Seconds the session lasts again after that. */
  extendsBy: number
  words: LayoutWords['session']
  /** Hidden fields of the form, such as the one against forged requests. */
  hidden?: Html | undefined
}

/** Hidden until assets/scripts/session-warning.js shows it 2 minutes before the end; without scripts it stays hidden. */
export function sessionWarning({ endsIn, extendPath, extendsBy, words, hidden }: SessionWarningOptions): Html {
  return html`<section class="clave-session" data-module="clave-session" data-ends-in="${endsIn}" data-extends-by="${extendsBy}" data-extended="${words.extended}" data-ended="${words.ended}" aria-label="${words.title}" hidden>
<div class="govuk-width-container clave-session__bar"><p class="clave-session__text" role="alert" data-text="${words.text}"></p>
<form method="post" action="${extendPath}">${hidden}<button type="submit" class="govuk-button clave-session__button">${words.stay}</button></form></div></section>`
}
