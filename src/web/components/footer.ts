import { html, type Content, type Html } from '../html.ts'

export type FooterOptions = {
  label: string
  links: readonly { href: string; text: string }[]
  note: Content
}

export function footer(options: FooterOptions): Html {
  const links = options.links.map(({ href, text }) => html`<li><a class="clave-footer__link" href="${href}">${text}</a></li>`)
  return html`<footer class="clave-footer"><div class="govuk-width-container">
<nav aria-label="${options.label}"><ul class="clave-footer__links">${links}</ul></nav>
<p class="clave-footer__note">${options.note}</p></div></footer>`
}
