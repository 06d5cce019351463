/** Tokens, the codes beside them and their digests (LINK-3). The only place besides the cipher that draws random bytes. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Secrets } from '../app/secret-ports.ts'
import type { Keyring } from './keyring.ts'

export function makeSecrets(keyring: Keyring): Secrets {
  return {
    token: () => randomBytes(32).toString('base64url'),
    digest: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    tokenHash: (token) => createHash('sha256').update(token).digest(),
    // The code is a keyed function of the token: the landing page can show it, and no table has it in clear.
    code(token) {
      const mac = createHmac('sha256', keyring.fixedHash('code')).update(token).digest()
      return String(Number(mac.readBigUInt64BE() % 100_000_000n)).padStart(8, '0')
    },
    codeHash: (tokenHash, code) => keyring.fixedHash('code', tokenHash, code),
    deviceTag: (deviceHash, person) => keyring.fixedHash('cookie', 'device', deviceHash, person ?? '').subarray(0, 8).toString('base64url'),
    equal: (a, b) => a.length === b.length && timingSafeEqual(a, b),
  }
}
