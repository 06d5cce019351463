import { attributes, classes, html, type AttributeValues, type Html } from '../html.ts'
import { labelledField, present, type FieldOptions } from './form-group.ts'

/** Words of the button and what is read aloud when it is pressed; assets/scripts/password.js reads them from the markup. */
export type PasswordWords = {
  show: string
  hide: string
  showLabel: string
  hideLabel: string
  shown: string
  hidden: string
}

export type PasswordInputOptions = FieldOptions & {
  autocomplete: 'current-password' | 'new-password'
  words: PasswordWords
  classes?: string | undefined
  attributes?: AttributeValues | undefined
}

/** A password field. It takes no value: a password is never written back into a page (PASS-5). */
export function passwordInput(options: PasswordInputOptions): Html {
  const id = options.id ?? options.name
  const { words } = options
  const framed = {
    ...options,
    groupClasses: classes('govuk-password-input', options.groupClasses),
    groupAttributes: { 'data-module': 'govuk-password-input', ...translations(words), ...options.groupAttributes },
  }
  return labelledField(framed, (describedBy) => html`
<div class="govuk-input__wrapper govuk-password-input__wrapper">${control(options, id, describedBy)}
<button type="button" class="govuk-button govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle" data-module="govuk-button" aria-controls="${id}" aria-label="${words.showLabel}" hidden>${words.show}</button></div>`)
}

function control(options: PasswordInputOptions, id: string, describedBy: string | undefined): Html {
  const names = classes(
    'govuk-input govuk-password-input__input govuk-js-password-input-input',
    options.classes,
    present(options.error) && 'govuk-input--error',
  )
  const described = attributes({ 'aria-describedby': describedBy, ...options.attributes })
  return html`<input class="${names}" id="${id}" name="${options.name}" type="password" spellcheck="false" autocomplete="${options.autocomplete}" autocapitalize="none"${described}>`
}

function translations(words: PasswordWords): AttributeValues {
  return {
    'data-i18n.show-password': words.show,
    'data-i18n.hide-password': words.hide,
    'data-i18n.show-password-aria-label': words.showLabel,
    'data-i18n.hide-password-aria-label': words.hideLabel,
    'data-i18n.password-shown-announcement': words.shown,
    'data-i18n.password-hidden-announcement': words.hidden,
  }
}
