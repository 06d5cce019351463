/** A thread that seals blocks of lines for seal-threads.ts. Its keys come with its start, never by arguments or environment. */
import { parentPort, workerData } from 'node:worker_threads'
import { parseKeyring } from '../security/keyring.ts'
import { packLines } from './packed-lines.ts'
import { outcomesOf } from './seal-block.ts'
import { sealerOf } from './sealing.ts'

export interface SealOrder { readonly lines: Uint8Array<ArrayBuffer>; readonly atStart: boolean }

const { keyring, foreignerCode } = workerData as { keyring: string; foreignerCode: RegExp }
const seal = sealerOf(parseKeyring(keyring), foreignerCode)

parentPort?.on('message', ({ lines, atStart }: SealOrder) => {
  const bytes = Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength)
  const packed = packLines(outcomesOf(bytes, atStart, seal), Math.ceil(bytes.length * 1.0625) + 1024)
  parentPort?.postMessage(packed, [packed.buffer])
})
