/**
 * The robot check: a proof of work in ALTCHA's protocol, signed, so that nothing is stored until it is used.
 *
 * It makes bulk use dear and tells nobody apart from a program; it counts for nothing in the odds of proofing.
 * A solution is good as long as its challenge has not expired: that it is used once is the caller's table.
 * Held by test/security/robot-check.test.ts.
 */
import { createChallenge, verifySolution, type Challenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { createHmac, randomInt } from 'node:crypto'
import { minute, second, type Duration, type Instant } from '../domain/types.ts'

export type RobotEffort = {
  /** PBKDF2 rounds of one try: what one challenge costs the server to make. */
  rounds: number
  /** Tries the browser needs, drawn evenly between the two: what it costs to solve. */
  tries: readonly [from: number, to: number]
  lifetime: Duration
}

/** Under half a second on a small computer; a slow telephone may need four (the form waits at most eight). */
export const defaultEffort: RobotEffort = { rounds: 2_000, tries: [500, 1_000], lifetime: 20 * minute }

export type RobotVerdict =
  | { readonly ok: true; readonly challenge: string; readonly expiresAt: Instant }
  | { readonly ok: false; readonly reason: 'malformed' | 'forged' | 'expired' | 'unsolved' }

export type RobotCheck = {
  challenge: (now: Instant) => Promise<Challenge>
  verify: (payload: string, now: Instant) => Promise<RobotVerdict>
}

export function robotCheck(key: Uint8Array, effort: RobotEffort = defaultEffort): RobotCheck {
  const secrets = {
    hmacSignatureSecret: createHmac('sha256', key).update('robot-check challenge').digest('hex'),
    hmacKeySignatureSecret: createHmac('sha256', key).update('robot-check solution').digest('hex'),
  }
  return {
    challenge: (now) =>
      createChallenge({
        ...secrets,
        algorithm: 'PBKDF2/SHA-256',
        deriveKey,
        cost: effort.rounds,
        counter: randomInt(effort.tries[0], effort.tries[1] + 1),
        // In the signed data and not in `expiresAt`: the library would compare that with its own clock, and time comes in here.
        data: { expires: Math.floor((now + effort.lifetime) / second) },
      }),
    verify: async (payload, now) => {
      const { readPayload } = await import('./robot-payload.ts') // zod comes with the first form that is sent, and not with the start
      const read = readPayload(payload)
      if (read === undefined) return { ok: false, reason: 'malformed' }
      const { challenge, solution } = read
      const result = await verifySolution({ ...secrets, challenge, solution, deriveKey })
      if (result.invalidSignature !== false) return { ok: false, reason: 'forged' }
      const expiresAt = read.challenge.parameters.data.expires * second
      if (now >= expiresAt) return { ok: false, reason: 'expired' }
      return result.verified ? { ok: true, challenge: challenge.parameters.nonce, expiresAt } : { ok: false, reason: 'unsolved' }
    },
  }
}
