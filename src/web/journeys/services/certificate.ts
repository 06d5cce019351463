/** /servicios/certificado: a certificate made, and those made before; the file and its signature are posted for, so that no code is in an address here. */
import { issueCertificate, ownCertificate } from '../../../app/certificate.ts'
import type { StoredCertificate } from '../../../app/certificate-ports.ts'
import { noteExport } from '../../../app/use-service.ts'
import { groupedCode } from '../../../domain/certificate-code.ts'
import { serviceCatalogue } from '../../../domain/services.ts'
import { assertNever } from '../../../domain/types.ts'
import { button, buttonGroup } from '../../components/button.ts'
import { notificationBanner } from '../../components/notification-banner.ts'
import { faultPage } from '../../faults.ts'
import { html, type Html } from '../../html.ts'
import { momentIn } from '../../moments.ts'
import { noticeAsked } from '../../notice.ts'
import { dayText } from '../../texts/calendar-words.ts'
import { certificateWords } from '../../texts/services/certificate-words.ts'
import { serviceWords } from '../../texts/services/service-words.ts'
import type { Answer } from '../../web.ts'
import { checkPath } from '../check-certificate/path.ts'
import { form, ownPage, paragraphs, type OwnVisit } from '../my-key/own-page.ts'
import { refusedPage } from './service-gate.ts'

const { path } = serviceCatalogue['affiliation-certificate']
export const certificatePdfPath = `${path}/pdf`
export const certificateSignaturePath = `${path}/firma`

/** `?aviso=emitido`: the certificate was just made. */
const issuedNotice = 'emitido'

export function showCertificates(visit: OwnVisit): Promise<Answer> {
  return page(visit)
}

export async function makeCertificate(visit: OwnVisit): Promise<Answer> {
  const { deps, baseUrl } = visit.web
  const done = await issueCertificate(deps, visit.own, (code) => `${baseUrl}${checkPath}/${code}`)
  switch (done.is) {
    case 'issued':
      return { to: `${path}?aviso=${issuedNotice}` }
    case 'too-many':
      return page(visit, certificateWords[visit.language].tooMany)
    case 'refused':
      return refusedPage(visit, 'affiliation-certificate', done.access)
    default:
      return assertNever(done)
  }
}

export async function takePdf(visit: OwnVisit): Promise<Answer> {
  const found = await ownCertificate(visit.web.deps, visit.own, visit.form.text('codigo'))
  if (!found) return faultPage(visit, 'not-found')
  await noteExport(visit.web.deps, visit.own, 'pdf')
  return { file: found.pdf, type: 'application/pdf', name: `${nameOf(visit, found)}.pdf` }
}

/** What `clave certificate verify` reads. */
export async function takeSignature(visit: OwnVisit): Promise<Answer> {
  const found = await ownCertificate(visit.web.deps, visit.own, visit.form.text('codigo'))
  if (!found) return faultPage(visit, 'not-found')
  const { key, signature } = found.sealed
  const file = JSON.stringify({ v: 1, algorithm: 'Ed25519', key, sha256: found.digest, signature }, null, 2)
  return { file: `${file}\n`, type: 'application/json; charset=utf-8', name: `${nameOf(visit, found)}.sig` }
}

/** The day tells several apart; the code would open one. */
function nameOf({ web, language }: OwnVisit, { issuedAt }: StoredCertificate): string {
  return certificateWords[language].list.fileName(momentIn(web.policy.timeZone, issuedAt).day)
}

async function page(visit: OwnVisit, tooMany?: string): Promise<Answer> {
  const { language, web, own } = visit
  const words = certificateWords[language]
  const certificates = await web.deps.store.certificates.list(own.person)
  const fault = tooMany === undefined ? [] : [{ field: 'emitir', text: tooMany }]
  const body = html`${noticeAsked(visit) === issuedNotice && notificationBanner({ title: words.issued.title, text: words.issued.text, success: true })}
<p class="govuk-body-l">${words.lead}</p>${paragraphs(...words.lines)}${form(visit, path, button({ id: 'emitir', text: words.submit, preventDoubleClick: true }))}
${certificates.length > 0 && html`<h2 class="govuk-heading-m">${words.list.title}</h2><ul class="govuk-list govuk-list--spaced">${certificates.map((each) => item(visit, each))}</ul>
<p class="govuk-hint">${words.list.signatureNote}</p>`}
<p class="govuk-body"><a class="govuk-link" href="${checkPath}">${words.check.title}</a></p>`
  const title = serviceWords[language].names['affiliation-certificate'].name
  return ownPage(visit, { path, title, body, faults: fault, ...(tooMany === undefined ? {} : { status: 429 }) })
}

function item(visit: OwnVisit, { code, issuedAt }: StoredCertificate): Html {
  const { list: words } = certificateWords[visit.language]
  const { day, time } = momentIn(visit.web.policy.timeZone, issuedAt)
  const hidden = html`<input type="hidden" name="codigo" value="${code}">`
  return html`<li><p class="govuk-body"><strong>${words.item(dayText(day, visit.language), time)}</strong><br>${words.code} <strong class="clave-code" translate="no">${groupedCode(code)}</strong></p>
${buttonGroup(form(visit, certificatePdfPath, html`${hidden}${button({ text: words.pdf })}`), form(visit, certificateSignaturePath, html`${hidden}${button({ text: words.signature, kind: 'secondary' })}`))}</li>`
}
