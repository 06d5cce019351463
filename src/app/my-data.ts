/**
 * "Mis datos": a copy of everything stored about the person (LOPDP: access and portability, D-08). Written down before it is given. Of the account
 * for payments it says what its page says: a session is not enough to read it. `clave person export` gives it whole.
 */
import type { RegisterRecord } from '../domain/person.ts'
import { copyActivity } from './own-activity.ts'
import type { PlacedLine } from './own-ports.ts'
import type { OwnSession } from './own-session.ts'
import type { Deps } from './ports.ts'

export interface MyData {
  /** What the institution's register says. */
  readonly register: RegisterRecord | null
  readonly parts: Readonly<Record<string, unknown>>
  /** Newest first; may be long. */
  readonly activity: AsyncGenerator<PlacedLine>
}

export async function copyMyData(deps: Deps, own: OwnSession): Promise<MyData> {
  const activity = await copyActivity(deps, own, null, 'json')
  return { register: own.record, parts: await deps.store.own.data.parts(own.person, 'masked'), activity }
}
