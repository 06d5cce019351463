/** What the robot check's client sends: the challenge as it was signed, and its solution. Held by test/security/robot-check.test.ts. */
import type { Payload } from 'altcha-lib'
import { z } from 'zod'

const hex = z.string().regex(/^(?:[0-9a-f]{2}){1,64}$/)
const count = z.number().int().nonnegative()
const payloadShape = z.strictObject({
  challenge: z.strictObject({
    parameters: z.strictObject({
      algorithm: z.literal('PBKDF2/SHA-256'),
      nonce: hex,
      salt: hex,
      cost: count,
      keyLength: count,
      keyPrefix: hex,
      keySignature: hex,
      data: z.strictObject({ expires: count }),
    }),
    signature: hex,
  }),
  solution: z.strictObject({ counter: count, derivedKey: hex, time: z.number().optional() }),
})

/** Base64 of JSON, as ALTCHA's own client sends it; anything else, or more than 2 KB, is not read. */
export function readPayload(payload: string): (Payload & z.infer<typeof payloadShape>) | undefined {
  if (payload.length > 2048) return undefined
  try {
    const parsed = payloadShape.safeParse(JSON.parse(Buffer.from(payload, 'base64').toString('utf8')))
    return parsed.success ? (parsed.data as Payload & z.infer<typeof payloadShape>) : undefined
  } catch {
    return undefined
  }
}
