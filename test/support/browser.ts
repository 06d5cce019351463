/**
 * A browser for tests: keeps cookies, follows redirects, reads a page as a person would (by label and by button text) and submits
 * its forms with everything that is in them. No scripts run in it.
 */
import type { FastifyInstance } from 'fastify'
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'

/** What a transport brings back; `setCookies` as the server wrote them. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
  readonly setCookies: readonly string[]
  readonly body: string
}

export type Transport = (method: 'GET' | 'POST', path: string, headers: Record<string, string>, payload: string | undefined) => Promise<Reply>

/** Without a socket, through Fastify's own injection. */
export function injecting(app: FastifyInstance, from: string): Transport {
  return async (method, url, headers, payload) => {
    const response = await app.inject({ method, url, headers, remoteAddress: from, ...(payload === undefined ? {} : { payload }) })
    return { status: response.statusCode, headers: response.headers, setCookies: [response.headers['set-cookie'] ?? []].flat(), body: response.body }
  }
}

/** Over HTTP, to a server that listens. */
export function fetching(base: string): Transport {
  return async (method, path, headers, body) => {
    const response = await fetch(base + path, { method, headers, redirect: 'manual', ...(body === undefined ? {} : { body }) })
    return { status: response.status, headers: Object.fromEntries(response.headers), setCookies: response.headers.getSetCookie(), body: await response.text() }
  }
}

export interface Screen {
  readonly status: number
  /** Where the redirects ended. */
  readonly path: string
  readonly headers: Reply['headers']
  readonly body: string
  readonly title: string
  readonly heading: string
  /** Everything a person can read, white space folded. */
  readonly text: string
  /** Texts of the error summary. */
  readonly errors: readonly string[]
  readonly forms: readonly ScreenForm[]
  /** Href of the first link whose text contains this. */
  link(text: string): string
}

export interface ScreenForm {
  readonly action: string
  readonly method: string
  readonly fields: Readonly<Record<string, string>>
  readonly buttons: readonly string[]
  /** Names by the text of their label or legend. */
  readonly labels: ReadonlyMap<string, string>
  readonly options: ReadonlyMap<string, readonly string[]>
}

export interface Browser {
  readonly cookies: Map<string, string>
  get(path: string, headers?: Record<string, string>): Promise<Screen>
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Screen>
  /** Fills the form that has this button; keys are labels (or field names) and values what is typed or the value chosen. */
  submit(screen: Screen, button: string, typed?: Record<string, string>): Promise<Screen>
}

export function makeBrowser(transport: Transport): Browser {
  const cookies = new Map<string, string>()
  const request = async (method: 'GET' | 'POST', path: string, payload: string | undefined, extra: Record<string, string>): Promise<Reply> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = {
      ...(cookie ? { cookie } : {}), 'accept-language': 'es', 'sec-fetch-site': 'same-origin',
      ...(payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }), ...extra,
    }
    const reply = await transport(method, path, headers, payload)
    for (const line of reply.setCookies) keepCookie(cookies, line)
    return reply
  }
  const follow = async (response: Reply, path: string): Promise<Screen> => {
    let at = path
    let answer = response
    for (let hops = 0; answer.status === 303 || answer.status === 302; hops += 1) {
      if (hops > 8) throw new Error(`too many redirects at ${at}`)
      at = String(answer.headers.location)
      answer = await request('GET', at, undefined, {})
    }
    return screenOf(answer, at)
  }
  const browser: Browser = {
    cookies,
    get: async (path, headers = {}) => follow(await request('GET', path, undefined, headers), path),
    post: async (path, fields, headers = {}) => follow(await request('POST', path, new URLSearchParams(fields).toString(), headers), path),
    submit(screen, button, typed = {}) {
      const form = screen.forms.find((each) => each.buttons.some((text) => text.includes(button)))
      if (!form) throw new Error(`no form with a button "${button}" on: ${screen.heading} (${screen.path})`)
      const fields = { ...form.fields }
      for (const [label, value] of Object.entries(typed)) fields[nameOf(form, label)] = value
      const path = form.action === '' ? screen.path : form.action
      return form.method === 'get' ? browser.get(`${path}?${new URLSearchParams(fields)}`) : browser.post(path, fields)
    },
  }
  return browser
}

function keepCookie(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
  const name = pair.slice(0, pair.indexOf('='))
  const value = pair.slice(pair.indexOf('=') + 1)
  const gone = attributes.some((each) => /^max-age=0$/i.test(each) || /^expires=Thu, 01 Jan 1970/i.test(each))
  if (gone || value === '') cookies.delete(name)
  else cookies.set(name, value)
}

function nameOf(form: ScreenForm, label: string): string {
  const found = form.labels.get(label) ?? [...form.labels].find(([text]) => text.startsWith(label))?.[1]
  if (found !== undefined) return found
  if (label in form.fields || form.options.has(label)) return label
  throw new Error(`no field "${label}"; there are: ${[...form.labels.keys()].join(' | ')}`)
}

type Element = Tree.Element
const isElement = (node: Tree.ChildNode): node is Element => 'tagName' in node
const attr = (element: Element, name: string): string | undefined => element.attrs.find((each) => each.name === name)?.value

function* walk(node: Tree.ParentNode): Generator<Element> {
  for (const child of node.childNodes) {
    if (!isElement(child)) continue
    yield child
    yield* walk(child)
  }
}

function textOf(node: Tree.ParentNode): string {
  return node.childNodes.map((child) => {
    if (!isElement(child)) return child.nodeName === '#text' ? (child as Tree.TextNode).value : ''
    if (attr(child, 'hidden') !== undefined || ['script', 'style', 'title', 'svg'].includes(child.tagName)) return ''
    return ` ${textOf(child)} `
  }).join('').replace(/\s+/g, ' ').replace(/ ([.,;:)])/g, '$1').trim()
}

function screenOf(response: Reply, at: string): Screen {
  const document = parse(response.body, { scriptingEnabled: false }) // what is in noscript is there
  const elements = [...walk(document)]
  const first = (tag: string): Element | undefined => elements.find((each) => each.tagName === tag)
  const title = first('title')
  return {
    status: response.status, path: at, headers: response.headers, body: response.body,
    title: title ? ((title.childNodes[0] as Tree.TextNode | undefined)?.value ?? '') : '',
    heading: first('h1') ? textOf(first('h1')!) : '',
    text: first('body') ? textOf(first('body')!) : '',
    errors: elements.filter((each) => attr(each, 'class')?.includes('govuk-error-summary__list')).flatMap((list) => [...walk(list)].filter((each) => each.tagName === 'li').map(textOf)),
    forms: elements.filter((each) => each.tagName === 'form').map((form) => formOf(form, elements)),
    link(text) {
      const found = elements.find((each) => each.tagName === 'a' && textOf(each).includes(text))
      if (!found) throw new Error(`no link "${text}" on ${at}`)
      return attr(found, 'href') ?? ''
    },
  }
}

function formOf(form: Element, all: readonly Element[]): ScreenForm {
  const inside = [...walk(form)]
  const fields: Record<string, string> = {}
  const options = new Map<string, string[]>()
  for (const each of inside) addField(each, fields, options)
  const byId = new Map(inside.flatMap((each) => (attr(each, 'id') && attr(each, 'name') ? [[attr(each, 'id')!, attr(each, 'name')!] as const] : [])))
  const labels = new Map<string, string>()
  for (const each of inside.filter(({ tagName }) => tagName === 'fieldset')) {
    const legend = [...walk(each)].find(({ tagName }) => tagName === 'legend')
    const named = [...walk(each)].find((inner) => ['radio', 'checkbox'].includes(attr(inner, 'type') ?? ''))
    if (legend && named) labels.set(textOf(legend), attr(named, 'name') ?? '')
  }
  for (const each of all.filter(({ tagName }) => tagName === 'label')) {
    const name = byId.get(attr(each, 'for') ?? '')
    if (name !== undefined && !labels.has(textOf(each))) labels.set(textOf(each), name)
  }
  return {
    action: attr(form, 'action') ?? '', method: (attr(form, 'method') ?? 'get').toLowerCase(), fields, labels, options,
    buttons: inside.filter((each) => each.tagName === 'button').map(textOf),
  }
}

function addField(each: Element, fields: Record<string, string>, options: Map<string, string[]>): void {
  const name = attr(each, 'name')
  if (name === undefined) return
  const type = attr(each, 'type')
  if (each.tagName === 'select') {
    const choices = [...walk(each)].filter(({ tagName }) => tagName === 'option')
    options.set(name, choices.map((option) => attr(option, 'value') ?? ''))
    fields[name] = attr(choices.find((option) => attr(option, 'selected') !== undefined) ?? choices[0] ?? each, 'value') ?? ''
  } else if (each.tagName === 'textarea') fields[name] = textOf(each)
  else if (type === 'radio' || type === 'checkbox') {
    options.set(name, [...(options.get(name) ?? []), attr(each, 'value') ?? 'on'])
    if (attr(each, 'checked') !== undefined) fields[name] = attr(each, 'value') ?? 'on'
  } else if (each.tagName === 'input') fields[name] = attr(each, 'value') ?? ''
}
