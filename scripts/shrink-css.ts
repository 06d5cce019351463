/**
 * Takes out of the compiled style sheet what our pages never use: fallbacks of custom properties that the theme always
 * sets, faces that every element inherits, workarounds for browsers without custom properties, and unused variants.
 * Held by test/web/assets.test.ts, which also refuses a page that uses a dropped class.
 */

/** Variants of GOV.UK's components that we do not offer. */
export const droppedClasses: readonly RegExp[] = [
  /^govuk-(grid-column|link)-.*-from-desktop$/,
  /^govuk-grid-column-(one-quarter|three-quarters)$/,
  /^govuk-link--(muted|text-colour|inverse|no-underline|no-visited-state)$/,
  /^govuk-link-image$/,
  /^govuk-summary-card/,
  /^govuk-(radios|checkboxes)(__conditional--hidden|--small)$/,
  /^govuk-input--width-(3|30)$/,
  /^govuk-(table__caption|label|fieldset__legend)--xl$/,
  /^govuk-caption-xl$/,
  /^govuk-table--small-text-until-tablet$/,
  /^govuk-visually-hidden-focusable$/,
  /^govuk-body-(lead|m)$/,
  /^govuk-main-wrapper--/,
  /^govuk-back-link--inverse$/,
  /^govuk-exit-this-page$/,
  /^govuk-input--extra-letter-spacing$/,
  /^govuk-frontend-supported$/,
]

type Block = { head: string; body: string }

/** The smaller sheet. `css` must be compressed already, as Sass gives it. */
export function shrinkCss(css: string): string {
  const plain = css
    .replace(/^\uFEFF/, '')
    .replace(/var\((--govuk-[a-z-]+), #[0-9a-f]{3,8}\)/g, 'var($1)')
    .replace(/font-family:inherit;-webkit-font-smoothing:antialiased;-moz-osx-font-smoothing:grayscale;?/g, '')
    .replace(/font-family:inherit;?/g, '')
    .replace(/-(webkit|ms|moz)-(text-decoration-skip(-ink)?|user-select|clip-path|text-size-adjust):[^;}]*;?/g, '')
    // Printed receipts need no address behind each link.
    .replace(/@media print{[^{}]*attr\(href\)[^{}]*}}|@media print{\[href[^{}]*{[^{}]*}}/g, '')
    .replace(/(\.\d{3})\d+/g, '$1')
    .replace(/: /g, ':')
    .replace(/\(forced-colors:active\),\s*\(-ms-high-contrast:active\)/g, '(forced-colors:active)')
  return `${rules(plain)}button,input,select{font-family:inherit}`
}

function rules(css: string): string {
  return blocks(css).map(({ head, body }) => rule(head, body)).join('')
}

function rule(head: string, body: string): string {
  if (/^@supports not \(text-wrap|^@media screen and \(-ms/.test(head)) return ''
  if (/^@supports not \(-ms|^@supports\(position/.test(head)) return rules(body)
  if (head.startsWith('@')) {
    const inner = head.startsWith('@media') || head.startsWith('@supports') ? rules(body) : body
    return inner === '' ? '' : `${head}{${inner}}`
  }
  const kept = head.split(',').filter((selector) => !isDropped(selector))
  const declarations = body.replace(/;$/, '')
  return kept.length === 0 || declarations === '' ? '' : `${kept.join(',')}{${declarations}}`
}

function isDropped(selector: string): boolean {
  const names = selector.match(/\.[a-z][a-z0-9_-]*/g) ?? []
  return names.some((name) => droppedClasses.some((pattern) => pattern.test(name.slice(1)))) || /-ms-|min-width:0\\0/.test(selector)
}

/** Splits a sheet into its outermost rules; braces inside strings do not occur in what Sass gives us. */
function blocks(css: string): Block[] {
  const found: Block[] = []
  for (let at = 0; at < css.length; ) {
    const open = css.indexOf('{', at)
    if (open < 0) break
    let depth = 1
    let end = open + 1
    while (depth > 0 && end < css.length) {
      if (css[end] === '{') depth++
      else if (css[end] === '}') depth--
      end++
    }
    found.push({ head: css.slice(at, open).trim(), body: css.slice(open + 1, end - 1) })
    at = end
  }
  return found
}
