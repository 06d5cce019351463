// The solver of ALTCHA's proof of work, version 2, with PBKDF2: counts up until the derived key begins as asked.
// The password of each try is the nonce followed by the counter as four bytes, high byte first.
// Held by test/security/robot-check.test.ts, which checks its answers with altcha-lib.

onmessage = async ({ data: parameters }) => {
  try {
    postMessage({ solution: await solve(parameters) })
  } catch (error) {
    postMessage({ error: String(error) })
  }
}

/** @param {{ algorithm: string, nonce: string, salt: string, cost: number, keyLength: number, keyPrefix: string }} parameters */
async function solve({ algorithm, nonce, salt, cost, keyLength, keyPrefix }) {
  const started = performance.now()
  const password = new Uint8Array([...bytes(nonce), 0, 0, 0, 0])
  const view = new DataView(password.buffer)
  const derivation = { name: 'PBKDF2', salt: bytes(salt), iterations: cost, hash: algorithm.replace('PBKDF2/', '') }
  for (let counter = 0; counter < 2 ** 32; counter++) {
    view.setUint32(password.length - 4, counter)
    const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
    const derivedKey = hex(new Uint8Array(await crypto.subtle.deriveBits(derivation, key, keyLength * 8)))
    if (derivedKey.startsWith(keyPrefix)) return { counter, derivedKey, time: Math.round(performance.now() - started) }
  }
  throw new Error('no solution')
}

/** @param {string} text */
function bytes(text) {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16))
}

/** @param {Uint8Array} buffer */
function hex(buffer) {
  return Array.from(buffer, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
