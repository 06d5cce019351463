/**
 * Names for tries that can be counted and not read (ID-3, L-15): 8 bytes of an HMAC under a key of the day, so that what one day holds cannot be
 * joined with the next. 64 bits are enough: two of a million in an hour are alike once in some ten million hours.
 */
import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import type { Day } from '../domain/types.ts'
import type { Keyring } from './keyring.ts'

export function makeWatchHash(keyring: Keyring): (day: Day, about: string, value: string) => Buffer {
  let current: { readonly day: Day; readonly key: KeyObject } | null = null
  return (day, about, value) => {
    if (current?.day !== day) current = { day, key: createSecretKey(keyring.fixedHash('lookup', 'watch', day)) }
    return createHmac('sha256', current.key).update(`${about}:${value}`).digest().subarray(0, 8)
  }
}
