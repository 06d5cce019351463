import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Block } from '../../src/register/blocks.ts'
import { sealedAhead } from '../../src/register/read-ahead.ts'
import type { BlockSealer } from '../../src/register/seal-block.ts'

const hash = createHash('sha256')
const block = (first: number): Block => ({ lines: Buffer.from(String(first)), tooLong: false, first, count: 1, begin: 0, end: 0, before: hash, after: hash })

async function* blocks(count: number, broken = false): AsyncGenerator<Block> {
  for (let first = 1; first <= count; first++) yield block(first)
  if (broken) throw new Error('the source broke off')
}

const afterTurns = async (turns: number): Promise<void> => {
  for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate)
}

async function passedOn(source: AsyncIterable<Block>, seal: BlockSealer): Promise<{ firsts: number[]; error: string }> {
  const firsts: number[] = []
  try {
    for await (const { block: { first }, outcomes } of sealedAhead(source, seal)) {
      assert.deepEqual([...outcomes], [{ kind: 'bad', reason: String(first), at: 0 }], 'the outcomes of this block and no other')
      firsts.push(first)
    }
    return { firsts, error: '' }
  } catch (error) {
    return { firsts, error: (error as Error).message }
  }
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)
const outcomeOf = (lines: Buffer) => [{ kind: 'bad' as const, reason: lines.toString(), at: 0 }]

test('blocks are handed on in their order, whichever is sealed first', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.nat(4), { maxLength: 20 }), async (turns) => {
    const seal: BlockSealer = async (lines) => afterTurns(turns[Number(lines) - 1]!).then(() => outcomeOf(lines))
    assert.deepEqual(await passedOn(blocks(turns.length), seal), { firsts: upTo(turns.length), error: '' })
  }), { numRuns: 100 })
})

test('what was read before the source broke off is handed on, then its error comes', async () => {
  assert.deepEqual(await passedOn(blocks(4, true), async (lines) => outcomeOf(lines)), { firsts: [1, 2, 3, 4], error: 'the source broke off' })
})

test('nothing behind a block that could not be sealed is handed on', async () => {
  for (const count of [5, 30]) {
    const seal: BlockSealer = async (lines) => {
      if (Number(lines) === 3) throw new Error('the thread fell')
      return outcomeOf(lines)
    }
    assert.deepEqual(await passedOn(blocks(count), seal), { firsts: [1, 2], error: 'the thread fell' })
  }
})
