/**
 * PASS-1, PASS-2: which passwords are refused, and why. No composition rules, no expiry. Length is counted in code points
 * of the NFC form. Held by test/domain/password.test.ts.
 */
import { foldTight } from './fold.ts'
import type { Policy } from './policy.ts'

export type PasswordRefusal =
  | { readonly why: 'too-short'; readonly shortest: number; readonly typed: number }
  | { readonly why: 'too-long'; readonly longest: number }
  | { readonly why: 'common' }
  | { readonly why: 'institution-word'; readonly word: string }
  | { readonly why: 'own-data' }
  | { readonly why: 'too-simple' }
  /** PASS-4: as many people have it as may; only the store can tell. */
  | { readonly why: 'popular' }

export interface PasswordContext {
  /** The institution's own words: its name, 'clave', 'seguro social'. */
  readonly words: readonly string[]
  /** The person's own data: numbers, names, dates in several spellings, mail, phone. */
  readonly ownData: readonly string[]
  isCommon(candidate: string): boolean
}

/** More than this many bytes are refused before anything is hashed (W-01). */
export const mostPasswordBytes = 1024

/** What is compared and hashed: the NFC form, nothing trimmed (PASS-1). */
export function normalisePassword(typed: string): string {
  return typed.normalize('NFC')
}

/** null: accepted. One reason at a time, the first that holds. */
export function refusePassword(typed: string, policy: Policy['password'], context: PasswordContext): PasswordRefusal | null {
  const password = normalisePassword(typed)
  const length = [...password].length
  if (length < policy.shortest) return { why: 'too-short', shortest: policy.shortest, typed: length }
  if (length > policy.longest || Buffer.byteLength(password) > mostPasswordBytes) return { why: 'too-long', longest: policy.longest }
  if (variants(password).some((each) => context.isCommon(each))) return { why: 'common' }
  const tight = foldTight(password)
  if (isSimple(password.toLowerCase()) || isSimple(tight)) return { why: 'too-simple' }
  const own = context.ownData.map(foldTight).filter((each) => each.length >= 4)
  if (own.some((each) => mostlyIs(tight, each))) return { why: 'own-data' }
  const word = context.words.find((each) => mostlyIs(tight, foldTight(each)))
  return word === undefined ? null : { why: 'institution-word', word }
}

/** The whole string as common lists write it, and without the digits and signs people add at the ends. */
function variants(password: string): readonly string[] {
  const lower = password.toLowerCase()
  const core = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return [...new Set([lower, foldTight(lower), core, unleet(lower), unleet(core)])].filter((each) => each.length >= 4)
}

function unleet(text: string): string {
  const letters: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's' }
  return text.replace(/[013457@$]/g, (sign) => letters[sign] ?? sign)
}

/** Does the word make up so much of the password that fewer than eight characters are left? */
function mostlyIs(tight: string, word: string): boolean {
  return word.length >= 3 && tight.includes(word) && tight.replaceAll(word, '').length < 8
}

function isSimple(text: string): boolean {
  return text.length > 1 && (new Set(text).size <= 4 || isRun(text) || isRepeat(text))
}

/** '123456789012345', 'abcdefghijklmno', and the same backwards. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((sign, at) => sign.charCodeAt(0) - text.charCodeAt(at))
  const wraps = (step: number): number => (step === -9 ? 1 : step === 9 ? -1 : step)
  return steps.every((step) => wraps(step) === 1) || steps.every((step) => wraps(step) === -1)
}

/** The same short piece again and again: 'clave1clave1clave1'. */
function isRepeat(text: string): boolean {
  return /^(.{1,6}?)\1+.{0,5}$/u.test(text)
}
