/** A posted form: every field a text exactly as it was typed; nothing is cleaned, output is escaped instead. */

export interface Form {
  /** '' when the field is missing. A field sent twice counts with its first value. */
  text(name: string): string
  /** The names that were sent. */
  readonly names: readonly string[]
}

export function readForm(body: unknown): Form {
  const fields = typeof body === 'object' && body !== null ? new Map<string, unknown>(Object.entries(body)) : new Map<string, unknown>()
  return {
    text(name) {
      const value = fields.get(name)
      const first: unknown = Array.isArray(value) ? value[0] : value
      return typeof first === 'string' ? first : ''
    },
    names: [...fields.keys()],
  }
}
