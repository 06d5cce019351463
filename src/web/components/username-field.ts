import { html, type Html } from '../html.ts'

/**
 * Whose key it is, for password managers: without it they keep a new key under no name. Text browsers know no `hidden` and show it, so it says
 * what it is. Held by test/web/username-field.test.ts.
 */
export function usernameField({ label, value }: { readonly label: string; readonly value: string }): Html {
  return html`<p class="govuk-body" hidden><label>${label} <input type="text" name="usuario" autocomplete="username" value="${value}" readonly></label></p>`
}
