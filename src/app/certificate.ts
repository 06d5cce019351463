/**
 * Certificates of affiliation (journey 7): written from the register, printed, signed by the institution and kept, so that whoever is shown
 * the paper can ask whether it is true. docs/decisions/060-certificates.md says why so.
 */
import { affiliationOf } from '../domain/affiliation.ts'
import { localDay } from '../domain/calendar.ts'
import { certificateCode, groupedCode, readCertificateCode } from '../domain/certificate-code.ts'
import type { Access } from '../domain/service-access.ts'
import type { StoredCertificate } from './certificate-ports.ts'
import type { OwnSession } from './own-session.ts'
import type { Deps, Origin } from './ports.ts'
import { runCommand } from './run-command.ts'
import { accessNow } from './use-service.ts'

export type CertificateIssued =
  | { readonly is: 'issued'; readonly code: string }
  | { readonly is: 'too-many' }
  | { readonly is: 'refused'; readonly access: Exclude<Access, { readonly is: 'allowed' }> }

/** `addressOf`: the page that confirms a code. Printing and signing come before the lock: they take milliseconds. */
export async function issueCertificate(deps: Deps, { person, record, now: seen }: OwnSession, addressOf: (code: string) => string): Promise<CertificateIssued> {
  const { store, secrets, press, seal, policy } = deps
  const code = certificateCode(Buffer.from(secrets.token(), 'base64url'))
  const text = press.write(affiliationOf(record, localDay(seen, policy.timeZone)), seen)
  const pdf = await press.print(text, { code: groupedCode(code), address: addressOf(code), at: seen })
  const digest = secrets.digest(pdf)
  return runCommand<CertificateIssued>(deps, person, async (command) => {
    const access = await accessNow(deps, command, person, 'affiliation-certificate')
    if (access.is !== 'allowed') return { is: 'refused', access }
    if (!(await store.certificates.add(command.tx, person, { code, text, pdf, digest, sealed: seal.sign(pdf) }))) return { is: 'too-many' }
    await command.append({ type: 'certificate.issued', facts: { certificate: digest } })
    return { is: 'issued', code }
  })
}

/** One of the person's own, whatever somebody typed. */
export async function ownCertificate({ store }: Deps, { person }: OwnSession, typed: string): Promise<StoredCertificate | null> {
  const code = readCertificateCode(typed)
  const found = code === null ? null : await store.certificates.find(code)
  return found?.person === person ? found : null
}

export type CertificateChecked =
  | { readonly is: 'true'; readonly certificate: StoredCertificate }
  /** What is kept does not fit its own signature: a fault of ours, or somebody changed it. */
  | { readonly is: 'broken' }
  | { readonly is: 'unknown' }
  | { readonly is: 'malformed' }
  /** The network asked too often. */
  | { readonly is: 'too-many' }

/** Open to anybody; as many at once and in an hour as the robot check allows a network, in a count of its own. */
export async function checkCertificate({ store, seal, secrets }: Deps, typed: string, { network }: Origin): Promise<CertificateChecked> {
  const code = readCertificateCode(typed)
  if (code === null) return { is: 'malformed' }
  if (!(await store.robots.issueTicket(`certificates ${network}`))) return { is: 'too-many' }
  const certificate = await store.certificates.find(code)
  if (!certificate) return { is: 'unknown' }
  const whole = secrets.digest(certificate.pdf) === certificate.digest && seal.holds(certificate.pdf, certificate.sealed)
  return whole ? { is: 'true', certificate } : { is: 'broken' }
}
