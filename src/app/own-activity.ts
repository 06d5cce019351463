/** "Actividad de mi clave": everything done with or to the key, a page at a time, or all of it as a copy to take along. */
import { typesOf, type ActivityKind } from '../domain/activity-kinds.ts'
import type { PlacedLine } from './own-ports.ts'
import type { OwnSession } from './own-session.ts'
import type { Deps } from './ports.ts'
import { runCommand } from './run-command.ts'

export interface ActivityPage {
  /** Newest first. */
  readonly lines: readonly PlacedLine[]
  /** Where the next page begins; null on the last one. */
  readonly older: number | null
}

const pageSize = 50
const batchSize = 500

export async function activityPage({ store }: Deps, { person }: OwnSession, kind: ActivityKind | null, before: number | null): Promise<ActivityPage> {
  const found = await store.own.activity.lines(person, typesOf(kind), before, pageSize + 1)
  const lines = found.slice(0, pageSize)
  return { lines, older: found.length > pageSize ? (lines.at(-1)?.seq ?? null) : null }
}

/** D-08: the copy is written down before it is given. It holds that event too, and never more than a batch is in memory. */
export async function copyActivity(deps: Deps, { person }: OwnSession, kind: ActivityKind | null, format: string): Promise<AsyncGenerator<PlacedLine>> {
  await runCommand(deps, person, ({ append }) => append({ type: 'data.exported', facts: { format } }))
  return everyLine(deps, person, kind)
}

/** Newest first, a batch at a time. */
export async function* everyLine({ store }: Deps, person: OwnSession['person'], kind: ActivityKind | null): AsyncGenerator<PlacedLine> {
  for (let before: number | null = null; ;) {
    const batch: readonly PlacedLine[] = await store.own.activity.lines(person, typesOf(kind), before, batchSize)
    yield* batch
    if (batch.length < batchSize) return
    before = batch.at(-1)?.seq ?? null
  }
}
