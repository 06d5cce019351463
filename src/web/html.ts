/**
 * The `html` tag: markup that escapes by default.
 *
 * Where a value stands in the template decides what it may be, and the template is read once to know it: text and
 * double-quoted attributes take strings, between attributes only `attributes()` fits, in `<h${n}>` only a digit.
 * Anything else (unquoted attributes, scripts, styles, comments) throws at the first render, so an unsafe template
 * cannot pass the first test that shows it. Held by test/web/html.test.ts.
 *
 * What Latin-1 does not have is written as a character reference. One «–» in a page would make V8 keep all of it with two bytes a
 * character, and turning that into UTF-8 takes four times as long.
 */

/** Markup that is already safe. Only this file makes one, so a posted body can never pose as markup. */
export class Html {
  readonly #markup: string
  constructor(markup: string) {
    this.#markup = markup
  }
  toString(): string {
    return this.#markup
  }
}

/** A run of attributes with a leading space, as `attributes()` gives it; fits only inside a tag. */
export class Attributes {
  readonly #markup: string
  constructor(markup: string) {
    this.#markup = markup
  }
  toString(): string {
    return this.#markup
  }
}

export type Content = Html | Attributes | string | number | null | undefined | false | readonly Content[]
export type AttributeValues = Readonly<Record<string, string | number | boolean | null | undefined>>

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as it must be written between tags or between double quotes: Latin-1 and references. */
export function escape(text: string): string {
  // Most text has nothing to escape and is short: a walk is faster than asking a pattern.
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 255 || (code <= 62 && (code === 38 || code === 60 || code === 62 || code === 34 || code === 39))) return escapeFrom(text)
  }
  return text
}

function escapeFrom(text: string): string {
  return text.replace(/[&<>"']|[^\0-\u00ff]/gu, (character) => entities[character] ?? reference(character))
}

function reference(character: string): string {
  return `&#${character.codePointAt(0)};`
}

/** Markup from a template; null, undefined and false render nothing, arrays render their members in order. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  const { places, parts } = plans.get(strings) ?? plan(strings)
  let markup = parts[0] ?? ''
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    const place = places[i]
    const plain = typeof value === 'string' && (place === 'text' || place === 'value')
    markup += (plain ? escape(value) : write(value, place)) + parts[i + 1]
  }
  return new Html(markup)
}

/**
 * Attributes in the order given, with a leading space: `<input${attributes({ id, hidden: true })}>`.
 * true gives the bare name; false, null and undefined give nothing.
 */
export function attributes(values: AttributeValues): Attributes {
  let markup = ''
  for (const name in values) {
    const value = values[name]
    if (value === undefined || value === null || value === false) continue
    if (!knownNames.has(name)) learnName(name)
    markup += value === true ? ` ${name}` : ` ${name}="${typeof value === 'string' ? escape(value) : value}"`
  }
  return new Attributes(markup)
}

/** A class list without the parts that are not there. */
export function classes(...names: readonly (string | false | null | undefined)[]): string {
  let list = ''
  for (const name of names) if (name) list += list === '' ? name : ` ${name}`
  return list
}

/** Markup taken as it is: for constants and files of this repository, never for anything a person or a register gave. */
export function raw(trusted: string): Html {
  return new Html(trusted)
}

type Place = 'text' | 'value' | 'tag' | 'heading'

interface Plan { readonly places: readonly Place[]; readonly parts: readonly string[] }

const plans = new WeakMap<TemplateStringsArray, Plan>()
const knownNames = new Set<string>()

function write(value: Content, place: Place | undefined): string {
  if (value === null || value === undefined || value === false) return ''
  if (place === 'text') {
    if (value instanceof Html) return value.toString()
    if (typeof value === 'string') return escape(value)
    if (typeof value === 'number') return String(value)
    if (Array.isArray(value)) return value.reduce<string>((markup, part) => markup + write(part, 'text'), '')
  }
  if (place === 'value' && (typeof value === 'string' || typeof value === 'number')) return escape(String(value))
  if (place === 'tag' && value instanceof Attributes) return value.toString()
  if (place === 'heading' && typeof value === 'number' && /^[1-6]$/.test(String(value))) return String(value)
  throw new TypeError(`a ${describe(value)} cannot stand in a place for ${String(place)}`)
}

function describe(value: unknown): string {
  return value instanceof Html ? 'piece of markup' : Array.isArray(value) ? 'list' : typeof value
}

function learnName(name: string): void {
  if (!/^[a-z][a-z0-9.:_-]*$/i.test(name) || forbidden(name)) throw new TypeError(`"${name}" is not an attribute we write`)
  knownNames.add(name)
}

/** The content security policy stops inline handlers and styles, so writing one is always a mistake. */
function forbidden(name: string): boolean {
  return /^on/i.test(name) || /^style$/i.test(name)
}

/** Reads the fixed parts of a template and says for each hole where it stands; throws when that place is not safe. */
function plan(strings: TemplateStringsArray): Plan {
  const places: Place[] = []
  let state: State = 'text'
  strings.forEach((part, i) => {
    state = scan(part, state)
    if (i < strings.length - 1) places.push(placeOf(state, part))
  })
  if (state !== 'text') throw new TypeError(`template ends inside a ${state}: ${strings.join('${…}')}`)
  const made = { places, parts: strings.map((part) => part.replace(/[^\0-\u00ff]/gu, reference)) }
  plans.set(strings, made)
  return made
}

type State = 'text' | 'tag' | 'value'

function placeOf(state: State, before: string): Place {
  if (state !== 'tag') return state
  if (/<\/?h$/.test(before)) return 'heading'
  if (/=\s*$|[<=/]$/.test(before)) throw new TypeError(`an attribute needs double quotes: …${before.slice(-40)}`)
  return 'tag'
}

/** Walks one fixed part from a state to the state at its end. Only double quotes are allowed around values. */
function scan(part: string, from: State): State {
  let state = from
  if (/<!--|<(script|style)[^>]*>[^<]*$/i.test(part)) throw new TypeError('no value may stand in a comment, script or style')
  for (let i = 0; i < part.length; i++) {
    const character = part[i]
    if (state === 'text' && character === '<' && /[a-z/!]/i.test(part[i + 1] ?? 'a')) state = 'tag'
    else if (state === 'tag' && character === '>') state = 'text'
    else if (state === 'tag' && character === "'") throw new TypeError(`attributes take double quotes: ${part}`)
    else if (state === 'tag' && character === '"') {
      const name = /([^\s"<>/=]+)\s*=\s*$/.exec(part.slice(0, i))?.[1]
      if (name !== undefined && forbidden(name)) throw new TypeError(`"${name}" is not an attribute we write`)
      state = 'value'
    } else if (state === 'value' && character === '"') state = 'tag'
  }
  return state
}
