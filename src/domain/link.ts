/** Mailed links and codes (LINK-1…6): what state one is in. Consuming is a guarded update in src/store/links.ts. */
import type { Instant, PersonKey } from './types.ts'

export type LinkKind = 'confirm-address' | 'repudiate' | 'unlock' | 'recover' | 'vouch' | 'reopen' | 'change-current' | 'change-new' | 'confirm-key'

export interface Link {
  readonly person: PersonKey
  readonly kind: LinkKind
  readonly tokenHash: Buffer
  /** The journey of the browser that asked for it, hashed; null: any browser may use it. */
  readonly journeyHash: Buffer | null
  readonly triesLeft: number
  /** null until the mail server took the mail (LINK-6). */
  readonly expiresAt: Instant | null
  readonly consumed: boolean
  readonly superseded: boolean
  /** The mail could not be delivered and was given up. */
  readonly undeliverable: boolean
  readonly now: Instant
}

export type LinkState =
  | { readonly is: 'on-its-way' }
  | { readonly is: 'good'; readonly until: Instant }
  | { readonly is: 'used' }
  | { readonly is: 'superseded' }
  | { readonly is: 'expired'; readonly at: Instant }
  | { readonly is: 'tries-used-up' }
  | { readonly is: 'undeliverable' }

/** LINK-1: good up to and including the instant it expires; what came first wins: used, replaced, expired. */
export function linkState(link: Link): LinkState {
  if (link.consumed) return { is: 'used' }
  if (link.superseded) return { is: 'superseded' }
  if (link.expiresAt === null) return link.undeliverable ? { is: 'undeliverable' } : { is: 'on-its-way' }
  if (link.now > link.expiresAt) return { is: 'expired', at: link.expiresAt }
  if (link.triesLeft <= 0) return { is: 'tries-used-up' }
  return { is: 'good', until: link.expiresAt }
}
