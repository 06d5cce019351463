/**
 * A program that dies at a chosen point: before a statement, after one that was committed by itself, before COMMIT, after it, or at a
 * comparison. Inside a transaction the connection is really cut (pg_terminate_backend), so the database undoes what the program does not end;
 * from the point on nothing of this program reaches the database any more, as after a power cut.
 */
import type { Deps } from '../../src/app/ports.ts'
import type { HashSlot } from '../../src/app/secret-ports.ts'
import type { Database, Statement, Transaction } from '../../src/store/database.ts'

/** What is compared: a slow hash, the answers to a deck, the digest of a code. */
export type Comparison = 'hash' | 'deck' | 'code'

/** The n-th point, from 0, or the first one after something was compared. */
export type Moment = number | 'compared'

export class Crash extends Error {}

export interface Fuse {
  /** From now on this point is the last; null: never. Forgets what was compared. */
  light(at: Moment | null): void
  readonly blown: boolean
  /** What was compared since `light`. */
  readonly compared: ReadonlySet<Comparison>
  /** true at the point where it blows and ever after. */
  passes(): boolean
  note(comparison: Comparison): void
}

export function makeFuse(): Fuse {
  let left = Infinity
  let afterComparison = false
  const compared = new Set<Comparison>()
  return {
    light(at) {
      left = typeof at === 'number' ? at : Infinity
      afterComparison = at === 'compared'
      compared.clear()
    },
    get blown() { return left < 0 },
    compared,
    passes() {
      if (left >= 0) left -= 1
      return left < 0
    },
    note(comparison) {
      compared.add(comparison)
      if (afterComparison && left > 0) left = 0
    },
  }
}

/** `terminate` ends the server's process of this number and waits until it is gone. */
export function dyingDatabase(db: Database, fuse: Fuse, terminate: (pid: number) => Promise<unknown>): Database {
  const point = (): void => {
    if (fuse.passes()) throw new Crash()
  }
  const alone = async <T>(run: () => Promise<T>): Promise<T> => {
    point()
    const result = await run()
    point()
    return result
  }
  return {
    rows: <Row>(statement: Statement, values?: readonly unknown[]) => alone(() => db.rows<Row>(statement, values)),
    row: <Row>(statement: Statement, values?: readonly unknown[]) => alone(() => db.row<Row>(statement, values)),
    run: (statement, values) => alone(() => db.run(statement, values)),
    transaction: (work) => alone(() => db.transaction(async (tx) => {
      const result = await work(dyingTransaction(tx, fuse, terminate))
      await cutIfDue(tx, fuse, terminate)
      return result
    })),
    close: () => db.close(),
  }
}

function dyingTransaction(tx: Transaction, fuse: Fuse, terminate: (pid: number) => Promise<unknown>): Transaction {
  const first = async <T>(run: () => Promise<T>): Promise<T> => {
    await cutIfDue(tx, fuse, terminate)
    return run()
  }
  return {
    client: tx.client,
    rows: <Row>(statement: Statement, values?: readonly unknown[]) => first(() => tx.rows<Row>(statement, values)),
    row: <Row>(statement: Statement, values?: readonly unknown[]) => first(() => tx.row<Row>(statement, values)),
    run: (statement, values) => first(() => tx.run(statement, values)),
  }
}

/** What comes next on this connection – a statement or COMMIT – finds nobody there. */
async function cutIfDue({ client }: Transaction, fuse: Fuse, terminate: (pid: number) => Promise<unknown>): Promise<void> {
  if (!fuse.blown && fuse.passes()) await terminate((client as unknown as { processID: number }).processID)
}

/** The same program with eyes on its comparisons; each is a point too. */
export function watched(deps: Deps, fuse: Fuse): Deps {
  const compare = <T>(what: Comparison, run: () => T): T => {
    if (fuse.passes()) throw new Crash()
    fuse.note(what)
    return run()
  }
  const slotOf = (slot: HashSlot): HashSlot => ({ ...slot, verify: async (stored, secret) => compare('hash', () => slot.verify(stored, secret)) })
  return {
    ...deps,
    questions: { ...deps.questions, judge: (...given) => compare('deck', () => deps.questions.judge(...given)) },
    secrets: { ...deps.secrets, equal: (a, b) => compare('code', () => deps.secrets.equal(a, b)) },
    hasher: {
      ...deps.hasher,
      reserve(lane) {
        const slot = deps.hasher.reserve(lane)
        return slot && slotOf(slot)
      },
    },
  }
}
