/** Slips of the finger in the domains most people have: `gmail.con`, `hotmial.com`. A guess to offer, never a reason to refuse. */

const usual = [
  'gmail.com', 'hotmail.com', 'hotmail.es', 'outlook.com', 'outlook.es', 'yahoo.com', 'yahoo.es', 'live.com', 'icloud.com', 'msn.com',
  'protonmail.com',
] as const

/** Real domains within one slip of a usual one. */
const alsoReal: ReadonlySet<string> = new Set(['mail.com', 'ymail.com', 'email.com', 'hotmail.co', 'outlook.co', 'mac.com', 'me.com'])

/** Top levels that do not exist, and the one next to them on the keyboard. */
const wrongTop: Readonly<Record<string, string>> = {
  con: 'com', cmo: 'com', ocm: 'com', comm: 'com', coom: 'com', cim: 'com', vom: 'com', xom: 'com', cpm: 'com', com3: 'com', ecu: 'ec',
}

/** The domain probably meant, or null when the one given is usual or not near any. `domain` is lower case. */
export function likelyDomain(domain: string): string | null {
  if (isUsual(domain) || alsoReal.has(domain)) return null
  const dot = domain.lastIndexOf('.')
  const top = wrongTop[domain.slice(dot + 1)]
  const mended = top === undefined ? domain : `${domain.slice(0, dot)}.${top}`
  if (isUsual(mended)) return mended
  return usual.find((each) => oneSlip(mended, each)) ?? (mended === domain ? null : mended)
}

function isUsual(domain: string): boolean {
  return usual.some((each) => each === domain)
}

/** One letter too many, too few or wrong, or two neighbours the wrong way round. */
function oneSlip(typed: string, meant: string): boolean {
  let start = 0
  while (start < typed.length && typed[start] === meant[start]) start++
  const rest = typed.slice(start)
  const should = meant.slice(start)
  return rest.slice(1) === should || rest === should.slice(1) || rest.slice(1) === should.slice(1)
    || (rest[0] === should[1] && rest[1] === should[0] && rest.slice(2) === should.slice(2))
}
