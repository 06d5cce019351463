/**
 * What a text message costs: how many parts it is sent in (3GPP TS 23.038 and 23.040). 160 signs of the GSM alphabet or 70 of any other make
 * one part; of several, each gives six bytes to the header that joins them: 153 or 67. Held by test/mail/text-length.test.ts.
 */

export interface TextLength {
  readonly alphabet: 'gsm-7' | 'ucs-2'
  /** Septets or UTF-16 units. */
  readonly units: number
  readonly parts: number
}

/** The GSM default alphabet without the escape. It has é, ñ and ü, but no á, í, ó, ú. */
const basic = new Set('@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà')
/** Two septets each. */
const extended = new Set('\f^{}\\[~]|€')

const room = { 'gsm-7': { alone: 160, joined: 153 }, 'ucs-2': { alone: 70, joined: 67 } } as const

export function textLength(text: string): TextLength {
  const signs = [...text]
  const alphabet = signs.every((sign) => basic.has(sign) || extended.has(sign)) ? 'gsm-7' : 'ucs-2'
  const widths = signs.map((sign) => (alphabet === 'ucs-2' ? sign.length : extended.has(sign) ? 2 : 1))
  const units = widths.reduce((sum, width) => sum + width, 0)
  return { alphabet, units, parts: units <= room[alphabet].alone ? 1 : joinedParts(widths, room[alphabet].joined) }
}

/** A sign of two units is never cut in half: it goes into the next part as a whole. */
function joinedParts(widths: readonly number[], most: number): number {
  let parts = 1
  let used = 0
  for (const width of widths) {
    if (used + width > most) {
      parts += 1
      used = 0
    }
    used += width
  }
  return parts
}
