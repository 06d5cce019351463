import { html, type Content, type Html } from '../html.ts'
import type { LayoutWords } from '../texts/layout-words.ts'
import { singleCheckbox } from './checkboxes.ts'

export type RobotCheckOptions = {
  /** "No soy un robot". */
  label: string
  hint?: Content
  error?: Content
  challengePath: string
  /** Address of the built worker, `assets.url('robot-worker.js')`. */
  workerUrl: string
  words: LayoutWords['robot']
}

/**
 * A native box and what assets/scripts/robot.js needs to solve the challenge behind it. Without scripts the form posts
 * the box alone and `altcha` empty: the server then lets the person wait instead.
 */
export function robotCheck(options: RobotCheckOptions): Html {
  const { words } = options
  const box = singleCheckbox({
    name: 'robot',
    hint: options.hint,
    error: options.error,
    items: [{ value: 'no', text: options.label }],
  })
  return html`<div class="clave-robot" data-module="clave-robot" data-challenge="${options.challengePath}" data-worker="${options.workerUrl}" data-checking="${words.checking}" data-ready="${words.ready}" data-failed="${words.failed}">
${box}<p class="clave-robot__status" role="status"></p><input type="hidden" name="altcha" value=""></div>`
}
