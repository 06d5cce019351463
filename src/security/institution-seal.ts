/**
 * The institution's signature on papers: Ed25519 (RFC 8032) over the bytes of the file, detached. The private key is derived from a master
 * key of the ring, so a new master key is a new signing key and the old ones stay good for what they signed. Anybody checks a file with the
 * public keys alone: `clave certificate verify`, or any program that knows Ed25519. Held by test/security/institution-seal.test.ts.
 */
import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import type { InstitutionSeal, PublishedKey, SealedBy } from '../app/certificate-ports.ts'
import type { Keyring } from './keyring.ts'

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const pkcs8Start = Buffer.from('302e020100300506032b657004220420', 'hex')

export function makeInstitutionSeal(keyring: Keyring): InstitutionSeal {
  const privateKeys = new Map(keyring.ids.map((id) => [id, createPrivateKey({ key: Buffer.concat([pkcs8Start, keyring.derive('certificate', id)]), format: 'der', type: 'pkcs8' })]))
  const publicKeys: readonly PublishedKey[] = [...privateKeys].map(([key, secret]) => ({
    key, algorithm: 'Ed25519', pem: createPublicKey(secret).export({ type: 'spki', format: 'pem' }).toString(),
  }))
  return {
    publicKeys,
    sign: (bytes) => ({ key: keyring.current, signature: sign(null, bytes, privateKeys.get(keyring.current) as KeyObject).toString('base64') }),
    holds: (bytes, by) => signatureHolds(publicKeys, bytes, by),
  }
}

export function signatureHolds(keys: readonly PublishedKey[], bytes: Uint8Array, { key, signature }: SealedBy): boolean {
  const known = keys.find((each) => each.key === key)
  return known !== undefined && verify(null, bytes, createPublicKey(known.pem), Buffer.from(signature, 'base64'))
}
