/**
 * The token every form carries (S-05): bound to the browser's cookie and, when signed in, to the session. Nothing is stored.
 *
 * It is written under a fresh mask each time, so that no two pages hold the same one: compressed pages tell nothing of it by their length
 * (BREACH, docs/decisions/011-compressed-pages.md). Held by test/security/forms.test.ts.
 */
import { createHmac, createSecretKey, randomFillSync, timingSafeEqual } from 'node:crypto'

export interface FormTokens {
  issue(browser: string, session: string | undefined): string
  holds(token: string, browser: string | undefined, session: string | undefined): boolean
}

export const formTokenField = 'formulario'

const size = 16
const form = /^[\w-]{43}$/

export function makeFormTokens(key: Buffer): FormTokens {
  // A key object: Node takes seven times as long to check the same key given as bytes (28 µs a page on our machine).
  const keyObject = createSecretKey(key)
  const nextMask = maskMaker()
  const macOf = (browser: string, session: string | undefined): Buffer => createHmac('sha256', keyObject).update(`${browser}|${session ?? ''}`).digest().subarray(0, size)
  return {
    issue(browser, session) {
      const mask = nextMask()
      return Buffer.concat([mask, xor(mask, macOf(browser, session))]).toString('base64url')
    },
    holds(token, browser, session) {
      if (browser === undefined || !form.test(token)) return false
      const bytes = Buffer.from(token, 'base64url')
      return timingSafeEqual(xor(bytes.subarray(0, size), bytes.subarray(size)), macOf(browser, session))
    },
  }
}

function xor(a: Buffer, b: Buffer): Buffer {
  return Buffer.from(a.map((byte, at) => byte ^ (b[at] ?? 0)))
}

/** Masks from a pool: asking the system for 16 bytes at a time takes as long as the MAC. */
function maskMaker(): () => Buffer {
  const pool = Buffer.alloc(256 * size)
  let at = pool.length
  return () => {
    if (at === pool.length) {
      randomFillSync(pool)
      at = 0
    }
    at += size
    return pool.subarray(at - size, at)
  }
}
