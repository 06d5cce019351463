/** The file of the key ring: read, and written anew when a key is destroyed (D-03). Held by test/security/keyring-file.test.ts. */
import { readFileSync } from 'node:fs'
import type { KeyDestroyer } from '../app/rights-ports.ts'
import { prepareReplacement } from './file-replacement.ts'
import { parseKeyring, puncturedKeyringFile, upgradedKeyringFile, type Keyring } from './keyring.ts'

export function loadKeyring(file: string): Keyring {
  return parseKeyring(readFileSync(file, 'utf8'))
}

/** `lock`: waits for whoever else is writing the file; two at once would each bring back what the other destroyed. */
export function makeKeyDestroyer(file: string, keyring: Keyring, lock: () => Promise<{ release(): void }>): KeyDestroyer {
  return {
    async prepare(person) {
      const held = await orInWords(file, lock)
      try {
        const before = readFileSync(file, 'utf8')
        keyring.adopt(parseKeyring(before))
        const { text, generation } = puncturedKeyringFile(before, person)
        const next = parseKeyring(text)
        const replacement = await orInWords(file, () => prepareReplacement(file, text))
        return {
          generation,
          carryOut() {
            try {
              replacement.carryOut()
            } catch (error) {
              throw (error as NodeJS.ErrnoException).syscall === 'rename' ? inWords(file, error) : error
            }
            keyring.adopt(next)
          },
          close() {
            replacement.close()
            held.release()
          },
        }
      } catch (error) {
        held.release()
        throw error
      }
    },
  }
}

/** Gives a ring of before D-03 its tree; false: it had one. */
export function upgradeKeyring(file: string, random: (size: number) => Buffer): boolean {
  const text = upgradedKeyringFile(readFileSync(file, 'utf8'), random)
  if (text === null) return false
  const replacement = prepareReplacement(file, text)
  try {
    replacement.carryOut()
  } finally {
    replacement.close()
  }
  return true
}

async function orInWords<T>(file: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw inWords(file, error)
  }
}

function inWords(file: string, error: unknown): Error {
  const code = (error as NodeJS.ErrnoException).code ?? (error as Error).message
  return new Error(`The key ring ${file} cannot be written (${code}): erasing writes it anew, in its own folder and with its owner. Nothing was erased.`, { cause: error })
}
