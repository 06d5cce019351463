/**
 * /certificado: whoever was given a certificate sees whether it is true, in the words of the paper and no others. The code comes typed, by a
 * post, or in the address of the QR code: it is chance and no datum of anybody, and no log has it (ID-3, docs/decisions/060-certificates.md).
 */
import type { FastifyInstance } from 'fastify'
import { checkCertificate, type CertificateChecked } from '../../../app/certificate.ts'
import type { StoredCertificate } from '../../../app/certificate-ports.ts'
import { groupedCode, readCertificateCode } from '../../../domain/certificate-code.ts'
import { assertNever } from '../../../domain/types.ts'
import { button } from '../../components/button.ts'
import { errorSummary } from '../../components/error-summary.ts'
import { input } from '../../components/input.ts'
import { notificationBanner } from '../../components/notification-banner.ts'
import { summaryList } from '../../components/summary-list.ts'
import { html, type Content, type Html } from '../../html.ts'
import { certificateWords } from '../../texts/services/certificate-words.ts'
import { handling } from '../../visit.ts'
import type { Answer, Visit, Web } from '../../web.ts'
import { mainMenu } from '../portal/menu.ts'
import { checkPath, publicKeysPath } from './path.ts'

export function checkCertificateRoutes(app: FastifyInstance, web: Web): void {
  app.get(checkPath, handling(web, (visit) => page(visit, {})))
  app.post(checkPath, handling(web, (visit) => check(visit, visit.form.text('codigo'))))
  app.get(publicKeysPath, handling(web, publicKeys))
  app.get(`${checkPath}/:code`, handling(web, (visit) => check(visit, (visit.request.params as { code: string }).code)))
}

async function check(visit: Visit, typed: string): Promise<Answer> {
  return answerTo(visit, typed, await checkCertificate(visit.web.deps, typed, visit.origin))
}

function answerTo(visit: Visit, typed: string, checked: CertificateChecked): Answer {
  const { check: words } = certificateWords[visit.language]
  switch (checked.is) {
    case 'true':
      return truePage(visit, checked.certificate)
    case 'broken':
      return page(visit, { outcome: notificationBanner(words.broken) })
    case 'unknown':
      return page(visit, { outcome: notificationBanner(words.unknown), typed, status: 404 })
    case 'malformed':
      return page(visit, { fault: words.malformed, typed })
    case 'too-many':
      return page(visit, { fault: words.tooMany, typed, status: 429 })
    default:
      return assertNever(checked)
  }
}

/** The paper's own words: Spanish, in whatever language the page around them is. */
function truePage(visit: Visit, { text, digest }: StoredCertificate): Answer {
  const { check: words } = certificateWords[visit.language]
  const body = html`${notificationBanner({ title: words.true.title, text: words.true.text, success: true })}
<div lang="es"><h1 class="govuk-heading-l">${text.title}</h1><p class="govuk-body">${text.sentence}</p>${summaryList({ rows: text.lines.map(({ label, value }) => ({ key: label, value })) })}</div>
<p class="govuk-body">${words.true.compare}</p><h2 class="govuk-heading-s">${words.true.digest}</h2><p class="govuk-body" translate="no">${digest}</p><p class="govuk-hint">${words.true.digestNote}</p>
<p class="govuk-body"><a class="govuk-link" href="${checkPath}">${words.again}</a></p>`
  const document = visit.page({ title: words.true.title, body, path: checkPath, navigation: mainMenu(visit.language, checkPath) })
  return { document, headers: { 'x-robots-tag': 'noindex' } }
}

interface View { readonly outcome?: Content; readonly fault?: string; readonly typed?: string; readonly status?: number }

function page(visit: Visit, { outcome, fault, typed = '', status }: View): Answer {
  const { check: words } = certificateWords[visit.language]
  const body = html`${fault !== undefined && errorSummary({ title: words.errorTitle, errors: [{ text: fault, href: '#codigo' }] })}${outcome}
<h1 class="govuk-heading-l">${words.title}</h1><p class="govuk-body-l">${words.lead}</p>${codeForm(visit, typed, fault)}
<h2 class="govuk-heading-m">${words.about.title}</h2><ul class="govuk-list govuk-list--bullet">${words.about.items.map((each) => html`<li>${each}</li>`)}</ul>
<p class="govuk-body"><a class="govuk-link" href="${publicKeysPath}">${words.about.keys}</a></p>`
  const document = visit.page({ title: words.title, error: fault !== undefined, body, path: checkPath, navigation: mainMenu(visit.language, checkPath) })
  const headers = status === 429 ? { headers: { 'retry-after': '10' } } : {}
  return { document, status: status ?? (fault === undefined ? 200 : 422), ...headers }
}

function codeForm(visit: Visit, typed: string, error: string | undefined): Html {
  const { check: words } = certificateWords[visit.language]
  const code = readCertificateCode(typed)
  const value = code === null ? typed.slice(0, 64) : groupedCode(code)
  return html`<form method="post" action="${checkPath}" novalidate>${visit.hidden}
${input({ name: 'codigo', label: words.label, hint: words.hint, value, error, autocomplete: 'off', spellcheck: false, autocapitalize: 'characters', width: 20 })}
${button({ text: words.submit })}</form>`
}

/** For `clave certificate verify --keys`, on any machine. */
function publicKeys({ web }: Visit): Answer {
  return { file: `${JSON.stringify({ v: 1, keys: web.deps.seal.publicKeys }, null, 2)}\n`, type: 'application/json; charset=utf-8', name: 'llaves.json' }
}
