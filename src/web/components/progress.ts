import { html, type Html } from '../html.ts'

export type ProgressOptions = {
  /** The step this page is, from 1. */
  step: number
  of: number
  /** "Paso 2 de 6", in the language of the page. */
  text: string
}

/** Where one is on the way. The sentence carries the meaning; the bar beside it is drawn for the eye only. */
export function progress({ step, of, text }: ProgressOptions): Html {
  const marks = Array.from({ length: of }, (_, i) => html`<i class="${i < step ? 'clave-progress__done' : 'clave-progress__mark'}"></i>`)
  return html`<div class="clave-progress"><p class="clave-progress__text">${text}</p><span class="clave-progress__bar" aria-hidden="true">${marks}</span></div>`
}
