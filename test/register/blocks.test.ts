import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { blocksOf, longestLine, type Block } from '../../src/register/blocks.ts'
import { inPieces } from './import-world.ts'

async function read(bytes: Buffer, pieceSize: number): Promise<Block[]> {
  const blocks: Block[] = []
  const start = { bytes: 0, lines: 0, hash: createHash('sha256') }
  for await (const block of blocksOf(inPieces(bytes, pieceSize), start)) blocks.push(block)
  return blocks
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

function checkBlocks(bytes: Buffer, blocks: readonly Block[]): void {
  let [end, line] = [0, 1]
  for (const block of blocks) {
    assert.deepEqual([block.begin, block.first], [end, line])
    assert.equal(block.before.digest('hex'), sha256(bytes.subarray(0, block.begin)))
    assert.equal(block.after.digest('hex'), sha256(bytes.subarray(0, block.end)))
    if (!block.tooLong) assert.deepEqual(block.lines, bytes.subarray(block.begin, block.end))
    assert.ok(block.end === bytes.length || bytes[block.end - 1] === 10, 'a block ends with a line')
    ;[end, line] = [block.end, line + block.count]
  }
  assert.equal(end, bytes.length)
}

test('whatever the pieces, the blocks are the whole lines of the stream in order, with its digest at both ends', async () => {
  const line = fc.oneof(fc.constant(''), fc.string({ maxLength: 40 }).map((text) => text.replaceAll('\n', ' ')))
  await fc.assert(fc.asyncProperty(fc.array(line, { maxLength: 20 }), fc.boolean(), fc.integer({ min: 1, max: 70 }), async (lines, ended, size) => {
    const bytes = Buffer.from(lines.join('\n') + (ended ? '\n' : ''))
    checkBlocks(bytes, await read(bytes, size))
  }), { numRuns: 2_000 })
})

for (const pieceSize of [1_000, 65_536, 5_000_000]) {
  test(`a line over the limit stands alone and empty, one at the limit is whole (pieces of ${pieceSize})`, async () => {
    const lines = ['a', 'b'.repeat(longestLine), 'c', 'd'.repeat(longestLine + 1), 'e'.repeat(3 * longestLine), 'f', 'g'.repeat(2 * longestLine)]
    const bytes = Buffer.from(lines.join('\n'))
    const blocks = await read(bytes, pieceSize)
    checkBlocks(bytes, blocks)
    assert.deepEqual(blocks.filter(({ tooLong }) => tooLong).map(({ first, count, lines: { length } }) => [first, count, length]), [[4, 1, 0], [5, 1, 0], [7, 1, 0]])
    assert.ok(blocks.some((block) => block.lines.includes('b'.repeat(longestLine))))
  })
}
