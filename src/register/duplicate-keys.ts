/**
 * Whether some object in a JSON text has a key twice. The text must already have passed JSON.parse, which keeps the last
 * of the two and says nothing; two readers that keep different ones would see different people (RFC 8259, section 4).
 */
export function hasDuplicateKeys(json: string): boolean {
  // One entry per open bracket: the keys seen so far, or null inside a list.
  const open: (Set<string> | null)[] = []
  const tokens = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g
  for (const [token, colon] of json.matchAll(tokens)) {
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(null)
    else if (token === '}' || token === ']') open.pop()
    else if (colon !== undefined) {
      const keys = open.at(-1)
      const key = JSON.parse(token.slice(0, token.length - colon.length)) as string
      if (keys?.has(key)) return true
      keys?.add(key)
    }
  }
  return false
}
