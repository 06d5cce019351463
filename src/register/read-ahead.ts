/** Blocks are given away to be sealed before those in front of them have come back, a few at a time, and are handed on in their order. */
import type { Block } from './blocks.ts'
import type { BlockSealer, LineOutcome } from './seal-block.ts'

export interface SealedBlock { readonly block: Block; readonly outcomes: Iterable<LineOutcome> }

const blocksAhead = 6

/** What was read before the source broke off is handed on first; then its error comes. */
export async function* sealedAhead(blocks: AsyncIterable<Block>, seal: BlockSealer): AsyncGenerator<SealedBlock> {
  const waiting: { block: Block; sealed: Promise<Iterable<LineOutcome>> }[] = []
  const next = async (): Promise<SealedBlock> => {
    const { block, sealed } = waiting.shift()!
    return { block, outcomes: await sealed }
  }
  let broken: Broken | null = null
  for await (const block of orBreak(blocks)) {
    if ('error' in block) {
      broken = block
      break
    }
    const sealed = block.tooLong ? Promise.resolve([]) : seal(block.lines, block.first === 1)
    sealed.catch(() => undefined) // it is awaited in its turn
    waiting.push({ block, sealed })
    if (waiting.length > blocksAhead) yield await next()
  }
  while (waiting.length > 0) yield await next()
  if (broken !== null) throw broken.error
}

interface Broken { readonly error: unknown }

/** An error of the source as the last thing it gives. One of sealing must not pass here: blocks behind it would be stored without it. */
async function* orBreak(blocks: AsyncIterable<Block>): AsyncGenerator<Block | Broken> {
  try {
    yield* blocks
  } catch (error) {
    yield { error }
  }
}
