// Solves the challenge behind the box "No soy un robot". Whatever fails, the form is sent without the solution, and the
// server takes the way for browsers without scripts: nobody is kept out by this file.

const patience = 8000

for (const box of document.querySelectorAll('[data-module="clave-robot"]')) {
  if (box instanceof HTMLElement) prepare(box)
}

/** @param {HTMLElement} root */
function prepare(root) {
  const tick = /** @type {HTMLInputElement} */ (root.querySelector('input[type="checkbox"]'))
  const payload = /** @type {HTMLInputElement} */ (root.querySelector('input[name="altcha"]'))
  const status = /** @type {HTMLElement} */ (root.querySelector('[role="status"]'))
  const form = tick.form
  const { challenge = '', worker = '', checking = '', ready = '', failed = '' } = root.dataset
  /** @type {Promise<void> | undefined} */
  let work
  /** @type {'idle' | 'waiting' | 'sending'} */
  let state = 'idle'

  const start = () => {
    work ??= solve(challenge, worker).then(
      (solution) => {
        payload.value = solution
        status.textContent = ready
      },
      () => {
        status.textContent = failed
        state = 'sending' // nothing to wait for
      },
    )
  }

  tick.addEventListener('change', () => {
    if (!tick.checked || payload.value !== '') return
    status.textContent = checking
    start()
  })
  // The browser may give back a ticked box after Back or a reload; a used solution is good only once.
  addEventListener('pageshow', (event) => {
    if (event.persisted) {
      payload.value = ''
      work = undefined
      state = 'idle'
    }
    if (tick.checked) tick.dispatchEvent(new Event('change'))
  })
  form?.addEventListener('submit', (event) => {
    if (state === 'sending' || !tick.checked || payload.value !== '' || !work) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (state === 'waiting') return
    state = 'waiting'
    status.textContent = checking
    const enough = new Promise((resolve) => setTimeout(resolve, patience))
    Promise.race([work, enough]).then(() => {
      state = 'sending'
      // In a task of its own: while the browser still fires this submit event it ignores another one.
      setTimeout(() => form.requestSubmit(/** @type {HTMLElement | null} */ (event.submitter)))
    })
  })
}

/**
 * @param {string} challengePath
 * @param {string} workerUrl
 * @returns {Promise<string>} the solution as the server wants it, base64 of JSON
 */
async function solve(challengePath, workerUrl) {
  const response = await fetch(challengePath, { headers: { accept: 'application/json' }, cache: 'no-store' })
  if (!response.ok) throw new Error('no challenge')
  const { parameters, signature } = await response.json()
  const worker = new Worker(workerUrl)
  try {
    const solution = await new Promise((resolve, reject) => {
      worker.onmessage = (message) => (message.data.solution ? resolve(message.data.solution) : reject(new Error('not solved')))
      worker.onerror = reject
      worker.postMessage(parameters)
    })
    return btoa(JSON.stringify({ challenge: { parameters, signature }, solution }))
  } finally {
    worker.terminate()
  }
}
