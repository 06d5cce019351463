/**
 * Imports a register: streaming, in batches, each stored together with how far the import came. The same file again changes nothing; an
 * import that was cut off goes on where it stopped when the same bytes come again (docs/register.md).
 *
 * Held by test/register/import.test.ts.
 */
import { createHash, type Hash } from 'node:crypto'
import type { ImportCounts, ImportStore, StoredImport } from '../app/register-import.ts'
import { newBatch, type Batch } from './batch.ts'
import { blocksOf, longestLine, type Block } from './blocks.ts'
import { sealedAhead } from './read-ahead.ts'
import { fastForward, headOf } from './resume.ts'
import { byteOrderMark, type BlockSealer, type LineOutcome } from './seal-block.ts'
import { BrokenSource } from './source.ts'

export interface ImportDeps {
  readonly store: ImportStore
  readonly seal: BlockSealer
  /** Keys the digests of what was read (nothing of a file may be guessed from a dump). */
  readonly keyed: (digest: Buffer) => Buffer
}

export interface ImportOptions {
  readonly onBadLine: 'skip' | 'stop'
  /** Does not look whether an earlier import of the same bytes was cut off. */
  readonly fromStart: boolean
  /** Bytes of facts after which a batch is stored. */
  readonly batchSize?: number
  onProgress(now: ImportSituation): void
  onBadLineFound(bad: BadLine): void
  onNote(sentence: string): void
}

export interface BadLine { readonly line: number; readonly reason: string }

export interface ImportSituation { readonly lines: number; readonly counts: ImportCounts }

export interface ImportReport extends ImportSituation {
  /** The lines that an earlier, interrupted import had done. */
  readonly resumedAfter: number
  /** The bad line at which the import stopped; it goes on there when the same file, mended from that line on, comes again. */
  readonly stoppedAt: BadLine | null
}

export const tooLongLine = `The line is longer than ${longestLine / 1024 / 1024} MiB.`

/** Throws BrokenSource, OtherStream or ImportOvertaken: what was stored until then stays. */
export async function importRegister(pieces: AsyncIterable<Buffer>, deps: ImportDeps, options: ImportOptions): Promise<ImportReport> {
  const { head, bytes } = await headOf(pieces)
  const headDigest = deps.keyed(createHash('sha256').update(head).digest())
  const latest = options.fromStart ? null : await deps.store.latest()
  const earlier = latest !== null && !latest.finished && latest.headDigest.equals(headDigest) ? latest : null
  const start = await fastForward(bytes, earlier, deps.keyed)
  if (earlier !== null) options.onNote(`An earlier import of these lines was cut off; going on after line ${earlier.lines}.`)
  const stored = earlier ?? (await deps.store.begin(headDigest))
  if (start.bytes === 0 && head.subarray(0, 3).equals(byteOrderMark)) options.onNote('The byte order mark at the start is passed over.')
  const run = new Run(deps, options, stored)
  const stoppedAt = await run.all(blocksOf(start.rest, start))
  if (stoppedAt === null) await deps.store.finish(run.stored)
  return { lines: run.stored.lines, counts: run.stored.counts, resumedAfter: earlier?.lines ?? 0, stoppedAt }
}

/** One import under way: while a batch is being stored, the next one is read. */
class Run {
  readonly #deps: ImportDeps
  readonly #options: ImportOptions
  #batch = newBatch()
  #bad = 0
  #blank = 0
  #saving: Promise<void> = Promise.resolve()
  #beforeLast: Promise<void> = Promise.resolve()
  stored: StoredImport

  constructor(deps: ImportDeps, options: ImportOptions, stored: StoredImport) {
    this.#deps = deps
    this.#options = options
    this.stored = stored
  }

  async all(blocks: AsyncIterable<Block>): Promise<BadLine | null> {
    const { batchSize = 4 * 1024 * 1024 } = this.#options
    let stoppedAt: BadLine | null = null
    let last: Block | null = null
    try {
      for await (const { block, outcomes } of sealedAhead(blocks, this.#deps.seal)) {
        last = block
        stoppedAt = await this.#take(block, outcomes)
        if (stoppedAt !== null) break
        if (this.#batch.size < batchSize) continue
        await this.#save(...endOf(block))
        last = null
      }
    } catch (error) {
      if (error instanceof BrokenSource && last !== null) await this.#save(...endOf(last)) // the whole lines before the break
      await this.#saving
      throw error
    }
    if (stoppedAt === null && last !== null) await this.#save(...endOf(last))
    await this.#saving
    return stoppedAt
  }

  /** Answers the bad line the import stops at, after storing what came before it. */
  async #take(block: Block, outcomes: Iterable<LineOutcome>): Promise<BadLine | null> {
    let line = block.first
    if (block.tooLong) return await this.#refuse({ line, reason: tooLongLine }, block, 0)
    for (const outcome of outcomes) {
      if (outcome.kind === 'person') this.#batch.add(outcome.person)
      else if (outcome.kind === 'blank') this.#blank++
      else {
        const stoppedAt = await this.#refuse({ line, reason: outcome.reason }, block, outcome.at)
        if (stoppedAt !== null) return stoppedAt
      }
      line++
    }
    return null
  }

  async #refuse(bad: BadLine, block: Block, at: number): Promise<BadLine | null> {
    this.#options.onBadLineFound(bad)
    if (this.#options.onBadLine === 'skip') {
      this.#bad++
      return null
    }
    await this.#save(block.begin + at, bad.line - 1, block.before.copy().update(block.lines.subarray(0, at)))
    await this.#saving
    return bad
  }

  /** Waits for the batch before the last one; this one is stored after the last one, while the caller reads on. */
  async #save(bytes: number, lines: number, hash: Hash): Promise<void> {
    const [batch, bad, blank] = [this.#batch, this.#bad, this.#blank]
    const digest = this.#deps.keyed(hash.digest())
    this.#batch = newBatch()
    this.#bad = this.#blank = 0
    await this.#beforeLast
    this.#beforeLast = this.#saving
    this.#saving = this.#saving.then(async () => {
      this.stored = await this.#deps.store.store(this.stored, batch, (merged) => ({ bytes, lines, digest, counts: sum(this.stored.counts, batch, merged, { bad, blank }) }))
      this.#options.onProgress({ lines: this.stored.lines, counts: this.stored.counts })
    })
    this.#saving.catch(() => undefined) // awaited by a later save or at the end; until then it is not unhandled
  }
}

function sum(before: ImportCounts, batch: Batch, merged: { added: number; changed: number }, seen: { bad: number; blank: number }): ImportCounts {
  return {
    added: before.added + merged.added,
    changed: before.changed + merged.changed,
    same: before.same + batch.people.size - merged.added - merged.changed,
    replaced: before.replaced + batch.replaced,
    bad: before.bad + seen.bad,
    blank: before.blank + seen.blank,
  }
}

/** Bytes, lines and digest of the stream after a block. */
function endOf({ end, first, count, after }: Block): [bytes: number, lines: number, hash: Hash] {
  return [end, first + count - 1, after]
}
