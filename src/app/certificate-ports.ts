/** What certificates need from outside: src/paper writes and prints them, src/security/institution-seal.ts signs, src/store/certificates.ts keeps them. */
import type { Affiliation } from '../domain/affiliation.ts'
import type { Instant, PersonKey } from '../domain/types.ts'
import type { Tx } from './ports.ts'

/** Word for word what stands on the paper, and on the page that confirms it. */
export interface CertificateText {
  readonly title: string
  readonly sentence: string
  readonly lines: readonly { readonly label: string; readonly value: string }[]
}

export interface CertificatePress {
  write(affiliation: Affiliation, at: Instant): CertificateText
  /** A tagged PDF. `code` in groups; `address`: the page that confirms it, also as a QR code. */
  print(text: CertificateText, paper: { readonly code: string; readonly address: string; readonly at: Instant }): Promise<Buffer>
}

export interface InstitutionSeal {
  /** A detached signature over these very bytes, by the current key. */
  sign(bytes: Uint8Array): SealedBy
  /** false also when the ring does not have the key. */
  holds(bytes: Uint8Array, by: SealedBy): boolean
  /** To be published. */
  readonly publicKeys: readonly PublishedKey[]
}

export interface SealedBy { readonly key: string; /** Base64. */ readonly signature: string }
export interface PublishedKey { readonly key: string; readonly algorithm: 'Ed25519'; readonly pem: string }

export interface Certificate {
  readonly code: string
  readonly text: CertificateText
  readonly pdf: Buffer
  /** SHA-256 of the PDF, hexadecimal. */
  readonly digest: string
  readonly sealed: SealedBy
}

export interface StoredCertificate extends Certificate { readonly person: PersonKey; readonly issuedAt: Instant }

export interface Certificates {
  /** false when this person has as many of the last 24 hours as the policy allows; the person's lock is held. */
  add(tx: Tx, person: PersonKey, certificate: Certificate): Promise<boolean>
  /** The newest ones of a person. */
  list(person: PersonKey): Promise<readonly StoredCertificate[]>
  find(code: string): Promise<StoredCertificate | null>
}
