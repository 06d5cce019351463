/** Sessions: who is signed in, the home page's facts, signing out (SESSION-1). */
import type { Deps } from './ports.ts'
import type { Home, Session } from './session-ports.ts'

export function sessionOf({ store, secrets }: Deps, sessionId: string): Promise<Session | null> {
  return store.sessions.load(secrets.tokenHash(sessionId))
}

export function homeOf({ store, secrets }: Deps, sessionId: string): Promise<Home | null> {
  return store.sessions.home(secrets.tokenHash(sessionId))
}

/** `new-sign-in`: the same browser signed in again, and the session it had before must not stay open (S-02). */
export async function signOut({ store, secrets }: Deps, sessionId: string, reason: 'sign-out' | 'new-sign-in' = 'sign-out'): Promise<void> {
  await store.transaction(async (tx) => {
    const person = await store.sessions.end(tx, secrets.tokenHash(sessionId))
    if (person) await store.append(tx, person, { type: 'session.ended', facts: { reason } })
  })
}
