/** One bar for the two passes of `clave register strength`. */
import type { StrengthParts } from '../register-strength.ts'
import type { Call } from './command.ts'
import { makeProgress } from './progress.ts'

export function strengthProgress({ options }: Call): { readonly update: StrengthParts['onProgress']; readonly end: () => void } {
  const { stderr } = process
  const bar = makeProgress({ unit: 'people', now: () => performance.now(), terminal: stderr.isTTY, write: (text) => stderr.write(text) }, options['json'] === true)
  return { update: (pass, { people, share }) => bar.update((share + (pass === 'survey' ? 1 : 0)) / 2, people), end: () => bar.end() }
}
