/**
 * A service is opened for somebody signed in (PROOF-10): decided under the person's lock by the clock read there, and written down either
 * way (AUDIT-1). Looking again in the same session is the same use and no further line of the person's activity.
 */
import { mayUse, type Access } from '../domain/service-access.ts'
import { serviceOf, type ServiceName } from '../domain/services.ts'
import type { Deps } from './ports.ts'
import type { Session } from './session-ports.ts'
import { runCommand, type Command } from './run-command.ts'

export function openService(deps: Deps, session: Pick<Session, 'person' | 'startedAt'>, service: ServiceName): Promise<Access> {
  return runCommand(deps, session.person, async (command) => {
    const access = await accessNow(deps, command, session.person, service)
    if (access.is !== 'allowed') return access
    const known = await deps.store.services.usedSince(command.tx, session.person, service, session.startedAt)
    if (!known) await command.append({ type: 'service.used', facts: { service } })
    return access
  })
}

/** For commands that change something: decided in the very transaction of the change; a refusal is an event there. */
export async function accessNow({ store }: Deps, { tx, now, append }: Command, person: Session['person'], service: ServiceName): Promise<Access> {
  const standing = await store.services.standing(tx, person)
  const access: Access = standing ? mayUse(serviceOf(service).class, standing, now) : { is: 'refused', why: 'frozen' }
  if (access.is !== 'allowed') await append({ type: 'service.refused', facts: { service, reason: access.why } })
  return access
}

/** How a service stands for this person, without opening it: nothing is written. */
export async function outlookOf({ store }: Deps, { person, now }: Session, services: readonly ServiceName[]): Promise<ReadonlyMap<ServiceName, Access>> {
  const standing = await store.transaction((tx) => store.services.standing(tx, person))
  return new Map(services.map((name) => [name, standing ? mayUse(serviceOf(name).class, standing, now) : { is: 'refused', why: 'frozen' }]))
}

/** A copy was taken: each time, for each copy lies somewhere. */
export async function noteExport({ store }: Deps, { person }: Session, format: 'csv' | 'pdf'): Promise<void> {
  await store.note(person, { type: 'data.exported', facts: { format } })
}
