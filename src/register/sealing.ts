/** The line sealer of a key ring: the same in every thread. */
import type { Keyring } from '../security/keyring.ts'
import { makeFieldCipher } from '../security/field-cipher.ts'
import { lineScan } from './line-scan.ts'
import { lineReader } from './record.ts'
import { lineSealer, type SealedLine } from './seal.ts'

/** For an institution whose foreigners' codes look like `foreignerCode` (ID-1). */
export function sealerOf(keyring: Keyring, foreignerCode: RegExp): (line: Buffer) => SealedLine {
  const cipher = makeFieldCipher(keyring)
  return lineSealer(lineReader(foreignerCode), {
    personKey: (identifier) => keyring.personKey(identifier),
    sealedSize: (plain) => cipher.sizeOf('facts', plain),
    encryptInto: (target, at, person, json) => void cipher.encryptInto(target, at, person, 'facts', json),
    digest: (json) => keyring.fixedHash('lookup', 'facts', json),
  }, lineScan(foreignerCode))
}
