/**
 * The cookie of a browser in which somebody signed in (LOGIN-2): a random token, our seal on it, and a tag for each of the last people who
 * signed in there. A tag is no permission: only the table of devices opens a lane. It tells, before anything is looked up, that this browser
 * may wait among the owners for a slow hash (LOGIN-6); a tag for somebody else's number cannot be made without our key, so nobody's own
 * account gives a place there (docs/decisions/030-two-lanes.md). Held by test/app/device-cookie.test.ts.
 */
import type { PersonKey } from '../domain/types.ts'
import type { Secrets } from './secret-ports.ts'

export interface DeviceCookie {
  readonly token: string
  readonly hash: Buffer
  readonly tags: readonly string[]
}

const tokenLength = 43
const tagLength = 11
/** The people of a household; the whole cookie stays under 128 signs. */
const mostTags = 6

/** null: there is none, or it was not made here. */
export function readDevice(secrets: Secrets, cookie: string | undefined): DeviceCookie | null {
  if (cookie === undefined || cookie.length < tokenLength + tagLength || (cookie.length - tokenLength) % tagLength !== 0) return null
  const token = cookie.slice(0, tokenLength)
  const hash = secrets.tokenHash(token)
  const [seal = '', ...tags] = Array.from({ length: (cookie.length - tokenLength) / tagLength }, (_, at) => cookie.slice(tokenLength + at * tagLength, tokenLength + (at + 1) * tagLength))
  return same(secrets, seal, secrets.deviceTag(hash, null)) ? { token, hash, tags } : null
}

export function newDevice(secrets: Secrets): DeviceCookie {
  const token = secrets.token()
  return { token, hash: secrets.tokenHash(token), tags: [] }
}

/** Did this person sign in, or unlock, in this browser, as far as its cookie tells? */
export function isTaggedFor(secrets: Secrets, device: DeviceCookie, person: PersonKey): boolean {
  const tag = secrets.deviceTag(device.hash, person)
  return device.tags.some((each) => same(secrets, each, tag))
}

/** The cookie with this person's tag in front; the oldest falls out. */
export function writeDevice(secrets: Secrets, { token, hash, tags }: DeviceCookie, person: PersonKey): string {
  const tag = secrets.deviceTag(hash, person)
  return [token, secrets.deviceTag(hash, null), ...[tag, ...tags.filter((each) => each !== tag)].slice(0, mostTags)].join('')
}

function same(secrets: Secrets, one: string, other: string): boolean {
  return secrets.equal(Buffer.from(one), Buffer.from(other))
}
