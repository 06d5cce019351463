// Warns 2 minutes before the session ends and lets it go on with one press (SESSION-1, WCAG 2.2.1).

const warnBefore = 120_000

for (const section of document.querySelectorAll('[data-module="clave-session"]')) {
  if (section instanceof HTMLElement) prepare(section)
}

/** @param {HTMLElement} section */
function prepare(section) {
  const text = /** @type {HTMLElement} */ (section.querySelector('[role="alert"]'))
  const form = /** @type {HTMLFormElement} */ (section.querySelector('form'))
  // Counted from now: the clock of the device may be wrong, but it runs, also while the page sleeps in the background.
  let endsAt = Date.now() + Number(section.dataset.endsIn) * 1000
  /** @type {'quiet' | 'warned' | 'ended'} */
  let state = 'quiet'

  /** @param {string | undefined} message */
  const say = (message) => {
    text.textContent = message ?? ''
    section.hidden = false
  }
  const look = () => {
    const left = endsAt - Date.now()
    if (state !== 'ended' && left <= 0) {
      state = 'ended'
      form.hidden = true
      say(section.dataset.ended)
    } else if (state === 'quiet' && left <= warnBefore) {
      state = 'warned'
      say(text.dataset.text)
    }
  }
  setInterval(look, 1000)
  document.addEventListener('visibilitychange', look)
  look()

  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(fields(form)), redirect: 'error' })
      if (!answer.ok) throw new Error('not extended')
      endsAt = Date.now() + Number(section.dataset.extendsBy) * 1000
      state = 'quiet'
      say(section.dataset.extended)
      setTimeout(() => state === 'quiet' && (section.hidden = true), 4000)
    } catch {
      form.submit() // the plain way: the server answers with a page that says what is true
    }
  })
}

/**
 * @param {HTMLFormElement} form
 * @returns {[string, string][]}
 */
function fields(form) {
  return [...new FormData(form)].map(([name, value]) => [name, String(value)])
}
