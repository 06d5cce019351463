/**
 * Which key opens which service (PROOF-10, M-11): one decision for every service, by its class. A key that somebody may have made with
 * papers found or bought opens what only shows; it moves no money and changes no contact until its owner had time to object.
 * Held by test/domain/service-access.test.ts.
 */
import type { Instant } from './types.ts'

/** `read` shows or certifies what the register says; `contact` changes how the person is reached; `money` decides where money goes. */
export type ServiceClass = 'read' | 'contact' | 'money'
export const serviceClasses: readonly ServiceClass[] = ['read', 'contact', 'money']

/** What a key is worth at this moment. */
export interface Standing {
  readonly state: 'active' | 'frozen'
  /** Ends early when an office, or a contact known before, confirms the key. */
  readonly probationUntil: Instant
  /** From when on money may rely on every contact; null when none was changed. */
  readonly contactsSettledAt: Instant | null
}

export type Access =
  | { readonly is: 'allowed' }
  /** Time alone opens it, at `until`; an office may do so earlier. */
  | { readonly is: 'wait'; readonly why: 'new-key' | 'new-contact'; readonly until: Instant }
  | { readonly is: 'refused'; readonly why: 'frozen' }

export function mayUse(serviceClass: ServiceClass, { state, probationUntil, contactsSettledAt }: Standing, now: Instant): Access {
  if (state === 'frozen') return { is: 'refused', why: 'frozen' }
  if (serviceClass === 'read') return { is: 'allowed' }
  const contactsUntil = serviceClass === 'money' ? (contactsSettledAt ?? 0) : 0
  const until = Math.max(probationUntil, contactsUntil)
  if (now >= until) return { is: 'allowed' }
  // Of two reasons the one that lasts longer: the moment told must be the moment at which it opens.
  return { is: 'wait', why: contactsUntil > probationUntil ? 'new-contact' : 'new-key', until }
}
