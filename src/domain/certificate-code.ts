/**
 * The code on a certificate: 16 signs of 5 random bits each (80 bits), in Crockford's alphabet, which has no I, L, O or U. It is drawn by
 * chance and says nothing of anybody; whoever has it has the paper. Held by test/domain/certificate-code.test.ts.
 */

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 16

/** From at least 10 random bytes. */
export function certificateCode(random: Uint8Array): string {
  if (random.length < 10) throw new Error('a code needs 80 random bits')
  let bits = 0n
  for (const byte of random.subarray(0, 10)) bits = (bits << 8n) | BigInt(byte)
  return Array.from({ length }, (_, index) => alphabet[Number((bits >> BigInt(5 * (length - 1 - index))) & 31n)]).join('')
}

/** What was typed or scanned, as the code; null when it cannot be one. Case, blanks and hyphens do not count; O, I and L are read as meant. */
export function readCertificateCode(typed: string): string | null {
  const code = typed.slice(0, 64).toUpperCase().replace(/[\s\-\u2010-\u2015]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  return code.length === length && [...code].every((sign) => alphabet.includes(sign)) ? code : null
}

/** 'ABCD-EFGH-JKMN-PQRS' */
export function groupedCode(code: string): string {
  return code.match(/.{4}/g)?.join('-') ?? code
}
