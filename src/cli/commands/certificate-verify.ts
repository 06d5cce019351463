import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { PublishedKey } from '../../app/certificate-ports.ts'
import { makeInstitutionSeal, signatureHolds } from '../../security/institution-seal.ts'
import { parseKeyring } from '../../security/keyring.ts'
import { WrongUse, type Command } from '../command.ts'

const signatureFile = z.strictObject({ v: z.literal(1), algorithm: z.literal('Ed25519'), key: z.string(), sha256: z.string(), signature: z.base64() })
const keysFile = z.strictObject({ v: z.literal(1), keys: z.array(z.strictObject({ key: z.string(), algorithm: z.literal('Ed25519'), pem: z.string() })) })

export const certificateVerify: Command = {
  parameters: ['FILE.pdf', 'FILE.sig'],
  about: 'Says whether the institution signed this very file. It asks no server: --keys names the file of public keys that the institution\n'
    + 'publishes at /certificado/llaves, and that must come from there and not from whoever gave the certificate. Without --keys the keys\n'
    + 'are those of the key ring of CLAVE_KEYS. A signature proves who made the file and that it is whole, not that it is still so today.\n'
    + 'The exit code is 1 when the signature does not hold.',
  options: { keys: { type: 'string', value: 'FILE', about: 'The published public keys.' } },
  async run({ parameters, options, environment, output }) {
    const [pdf, signature] = [read(parameters[0]!), read(parameters[1]!)]
    const { key, sha256, signature: bytes } = parsed(signatureFile, signature, `${parameters[1]} is no signature of a certificate.`)
    const keys = typeof options['keys'] === 'string' ? publishedKeys(options['keys']) : ownKeys(environment)
    if (!keys.some((each) => each.key === key)) throw new Error(`It says it is signed with the key ${key}, which is none of the ${keys.length} keys given.`)
    const digest = createHash('sha256').update(pdf).digest('hex')
    const holds = signatureHolds(keys, pdf, { key, signature: bytes })
    const sentence = holds ? `The signature holds: the institution signed this file with its key ${key}.` : 'THE SIGNATURE DOES NOT HOLD: the file was changed, or another file or key was signed.'
    output.result(`${sentence}\nSHA-256 of the file: ${digest}`, { holds, key, sha256: digest, named: sha256 === digest })
    return holds ? 0 : 1
  },
}

export const certificateKeys: Command = {
  parameters: [],
  about: 'Writes the public keys with which certificates are checked, as /certificado/llaves gives them. They are made from the key ring of\n'
    + 'CLAVE_KEYS; nothing secret is in them.',
  options: {},
  async run({ environment, output }) {
    const file = { v: 1, keys: ownKeys(environment) }
    output.result(JSON.stringify(file, null, 2), file)
  },
}

function read(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new WrongUse(`${path} cannot be read: ${(error as NodeJS.ErrnoException).code}.`)
  }
}

function parsed<T>(shape: z.ZodType<T>, bytes: Buffer, otherwise: string): T {
  try {
    return shape.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    throw new WrongUse(otherwise)
  }
}

function publishedKeys(path: string): readonly PublishedKey[] {
  return parsed(keysFile, read(path), `${path} is no file of public keys.`).keys
}

function ownKeys(environment: Readonly<Record<string, string | undefined>>): readonly PublishedKey[] {
  const path = environment['CLAVE_KEYS'] // nothing else of the configuration is needed to check a paper
  if (path === undefined || path === '') throw new WrongUse('--keys is needed, or CLAVE_KEYS with the key ring.')
  return makeInstitutionSeal(parseKeyring(read(path).toString('utf8'))).publicKeys
}
