/**
 * What a person types as a mail address, made into one that can stand in an envelope and a header (M-10), or a reason why not.
 *
 * Held by test/mail/address.test.ts and, against a mail parser, by test/mail/injection.property.test.ts.
 */
import { domainToASCII } from 'node:url'
import { likelyDomain } from './address-typos.ts'

export type AddressProblem = 'empty' | 'too-long' | 'no-at' | 'before-at' | 'domain'

export type ParsedAddress =
  /** `suggestion`: the address the person probably meant; to be offered, never to be put in its place. */
  | { readonly ok: true; readonly address: string; readonly suggestion?: string }
  | { readonly ok: false; readonly reason: AddressProblem }

/** RFC 5321 4.5.3.1: 64 before the @, 254 in all. */
const longestLocal = 64
const longestAddress = 254

/**
 * The dot-atom of RFC 5322 without quotes; without `!`, `%`, `|` and the backtick, which old mail routers and shells read as orders; and
 * without `?`, because mail readers decode `=?utf-8?q?a?=` even inside an address and would show another one.
 */
const localPart = /^[a-z0-9#$&'*+/=^_{}~-]+(\.[a-z0-9#$&'*+/=^_{}~-]+)*$/

/** Letters, marks and digits of any script; checked before the URL code sees it, which would decode `%2e` and the like. */
const typedDomain = /^[\p{L}\p{M}\p{N}.-]+$/u
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/
const topLabel = /^([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/

/**
 * The address in lower case (phones capitalise the first letter, and every mail server in use takes either), its domain in punycode so
 * that a look-alike shows as what it is (M-10). Spaces around it are dropped; anything else that does not belong is a problem.
 */
export function parseAddress(typed: string): ParsedAddress {
  const trimmed = typed.trim()
  if (trimmed === '') return { ok: false, reason: 'empty' }
  if (trimmed.length > longestAddress) return { ok: false, reason: 'too-long' }
  const at = trimmed.lastIndexOf('@')
  if (at === -1) return { ok: false, reason: 'no-at' }
  const local = lowerAscii(trimmed.slice(0, at))
  if (!localPart.test(local) || local.length > longestLocal) return { ok: false, reason: 'before-at' }
  const domain = parseDomain(trimmed.slice(at + 1))
  if (domain === null) return { ok: false, reason: 'domain' }
  const address = `${local}@${domain}`
  if (address.length > longestAddress) return { ok: false, reason: 'too-long' }
  const meant = likelyDomain(domain)
  return meant === null ? { ok: true, address } : { ok: true, address, suggestion: `${local}@${meant}` }
}

/** A host name in punycode with a top level of letters (no address literal), or null. */
function parseDomain(typed: string): string | null {
  if (!typedDomain.test(typed)) return null
  const domain = domainToASCII(typed)
  const labels = domain.split('.')
  const top = labels.at(-1) ?? ''
  return labels.length >= 2 && domain.length <= 253 && labels.every((each) => label.test(each)) && topLabel.test(top) ? domain : null
}

/** toLowerCase would make a plain k of the Kelvin sign: two people's addresses could become one. */
function lowerAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}
