// A second press of the button within a few seconds sends nothing. The button is not disabled, so the keyboard focus stays
// and a reader says no change; after Back, or when the answer does not come, the form can be sent again.

const pause = 5000
/** @type {WeakMap<EventTarget, number>} */
let sentAt = new WeakMap()

// On the document, so that it runs after the scripts of the form itself: what they stopped was not sent.
document.addEventListener('submit', (event) => {
  if (event.defaultPrevented || !event.target) return
  const now = performance.now()
  if (now - (sentAt.get(event.target) ?? -pause) < pause) event.preventDefault()
  else sentAt.set(event.target, now)
})
addEventListener('pageshow', () => {
  sentAt = new WeakMap()
})
