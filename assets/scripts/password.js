// Shows and hides what is typed into a password field. The button is in the page, hidden; without scripts it stays so.

for (const field of document.querySelectorAll('[data-module="govuk-password-input"]')) {
  const input = field.querySelector('input')
  const button = field.querySelector('button')
  if (input && button) prepare(field, input, button)
}

/**
 * @param {Element} field
 * @param {HTMLInputElement} input
 * @param {HTMLButtonElement} button
 */
function prepare(field, input, button) {
  /** @param {string} key */
  const word = (key) => field.getAttribute(`data-i18n.${key}`) ?? ''
  const status = document.createElement('span')
  status.className = 'govuk-visually-hidden'
  status.setAttribute('role', 'status')
  button.after(status)

  /** @param {boolean} visible @param {boolean} aloud */
  const show = (visible, aloud) => {
    if ((input.type === 'text') === visible) return
    input.type = visible ? 'text' : 'password'
    button.textContent = word(visible ? 'hide-password' : 'show-password')
    button.setAttribute('aria-label', word(visible ? 'hide-password-aria-label' : 'show-password-aria-label'))
    if (aloud) status.textContent = word(visible ? 'password-shown-announcement' : 'password-hidden-announcement')
  }

  button.hidden = false
  button.addEventListener('click', () => show(input.type === 'password', true))
  // A visible password would be kept by the browser as ordinary text, and would stay on the screen after Back.
  input.form?.addEventListener('submit', () => show(false, false))
  addEventListener('pageshow', (event) => event.persisted && show(false, false))
}
