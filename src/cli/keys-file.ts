/** For commands that need the key ring and nothing else of the configuration. */
import { WrongUse, type Call } from './command.ts'

export function requiredKeysFile(environment: Call['environment']): string {
  const file = environment['CLAVE_KEYS']
  if (file === undefined || file === '') throw new WrongUse('CLAVE_KEYS is needed: the file of the key ring.')
  return file
}
