/** "Mis sesiones": where the key is in use, and ending it there (SESSION-1, S-07). Effective at once: every request looks at the table. */
import type { ListedDevice, ListedSession } from './own-ports.ts'
import type { OwnSession } from './own-session.ts'
import type { Deps } from './ports.ts'
import { runCommand } from './run-command.ts'

export function listSessions({ store }: Deps, { person, idHash }: OwnSession): Promise<readonly ListedSession[]> {
  return store.own.sessions.list(person, idHash)
}

/** false: it had ended already. */
export function endOneSession(deps: Deps, { person }: OwnSession, handle: string): Promise<boolean> {
  return runCommand(deps, person, async ({ tx, append }) => {
    const ended = await deps.store.own.sessions.end(tx, person, handle)
    if (ended) await append({ type: 'session.ended', facts: { reason: 'from-list' } })
    return ended
  })
}

/** Every session but this one; how many there were. */
export function endOtherSessions(deps: Deps, { person, idHash }: OwnSession): Promise<number> {
  return runCommand(deps, person, async ({ tx, append }) => {
    const ended = await deps.store.own.keys.endOthers(tx, person, idHash)
    if (ended > 0) await append({ type: 'session.ended', facts: { reason: 'all-others' } })
    return ended
  })
}

export function listDevices({ store }: Deps, { person }: OwnSession): Promise<readonly ListedDevice[]> {
  return store.own.sessions.devices(person)
}

/** That browser counts among strangers from now on, and what is open in it ends – but not the session in which this was asked. */
export function forgetDevice(deps: Deps, { person, idHash }: OwnSession, handle: string): Promise<boolean> {
  return runCommand(deps, person, async ({ tx, append }) => {
    const forgotten = await deps.store.own.sessions.forget(tx, person, handle, idHash)
    if (forgotten) await append({ type: 'device.ended', facts: { reason: 'from-list' } })
    return forgotten
  })
}
