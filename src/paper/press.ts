import type { CertificatePress } from '../app/certificate-ports.ts'
import { certificateText } from './certificate-words.ts'
import { printCertificate } from './print-certificate.ts'

/** `specimen`: the people are invented, and every paper says so. */
export function makePress(institution: string, timeZone: string, specimen = false): CertificatePress {
  return {
    write: (affiliation, at) => certificateText({ institution, timeZone, specimen }, affiliation, at),
    print: (text, paper) => printCertificate(institution, text, paper),
  }
}
