/** How the text of one environment variable becomes a value. Each reader knows the words its documentation shows. */
import { isIP } from 'node:net'

export interface Reader<T> {
  /** Finishes the sentence "must be …". */
  readonly mustBe: string
  /** undefined: the text is not that. */
  read(text: string): T | undefined
}

export function wholeNumber(least: number, most: number): Reader<number> {
  return {
    mustBe: `a whole number from ${least} to ${most}`,
    read: (text) => (/^\d{1,15}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined),
  }
}

export function oneOf<const Word extends string>(...words: readonly Word[]): Reader<Word> {
  return { mustBe: `one of ${words.join(', ')}`, read: (text) => words.find((word) => word === text) }
}

export const onOrOff: Reader<boolean> = {
  mustBe: 'on or off',
  read: (text) => ({ on: true, off: false })[text],
}

export function words(most: number): Reader<string> {
  return {
    mustBe: `a text of 1 to ${most} characters without line breaks`,
    read: (text) => (text.trim() !== '' && text.length <= most && !/[\r\n]/.test(text) ? text.trim() : undefined),
  }
}

export const filePath: Reader<string> = { mustBe: 'the path of a file or folder', read: (text) => (text.includes('\0') ? undefined : text) }

export const host: Reader<string> = {
  mustBe: 'an address or host name to listen on, such as 127.0.0.1, :: or localhost',
  read: (text) => (isIP(text) > 0 || /^[a-z0-9.-]{1,253}$/i.test(text) ? text : undefined),
}

/** Without a path of its own and without a slash at the end, as links are made by putting a path behind it (LINK-5). */
export const baseUrl: Reader<string> = {
  mustBe: 'an address such as https://clave.example.org, without path, and https unless the host is this machine itself',
  read: (text) => {
    const url = parse(text)
    if (!url || !['http:', 'https:'].includes(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username) return undefined
    return url.protocol === 'https:' || isLoopback(url.hostname) ? url.origin : undefined
  },
}

export const databaseUrl: Reader<string> = {
  mustBe: 'an address such as postgres://user:password@host/database, or the word embedded',
  read: (text) => (text === 'embedded' || ['postgres:', 'postgresql:'].includes(parse(text.replace('@/', '@socket/'))?.protocol ?? '') ? text : undefined),
}

export const smtpUrl: Reader<string> = {
  mustBe: 'an address such as smtps://user:password@host:465 or smtp://host:587',
  read: (text) => {
    const url = parse(text)
    return url && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== '' ? text : undefined
  },
}

export const mailbox: Reader<string> = {
  mustBe: 'a mail address, such as clave@example.org or "Clave <clave@example.org>"',
  read: (text) => (/^(?:[^<>\r\n]{1,80} <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(text) ? text : undefined),
}

/** Texts carry links and numbers, so the way to the gateway is encrypted unless it does not leave the machine. */
export const gatewayUrl: Reader<string> = {
  mustBe: 'an address such as https://gateway.example.org/smsmessaging/v1, and https unless the host is this machine itself',
  read: (text) => {
    const url = parse(text)
    if (!url || !['http:', 'https:'].includes(url.protocol) || url.search || url.hash || url.username || url.password) return undefined
    return url.protocol === 'https:' || isLoopback(url.hostname) ? url.href.replace(/\/+$/, '') : undefined
  },
}

export const authorization: Reader<string> = {
  mustBe: 'a scheme and its credentials, such as "Bearer 0123abcd" or "Basic dXNlcjpwYXNz"',
  read: (text) => (/^[A-Za-z]{1,20} [\x21-\x7e]{1,4000}$/.test(text) ? text : undefined),
}

export const textSender: Reader<string> = {
  mustBe: 'a number or short code of 3 to 15 digits, with or without + before it',
  read: (text) => (/^\+?\d{3,15}$/.test(text) ? text : undefined),
}

export const textSenderName: Reader<string> = {
  mustBe: 'a name of 1 to 11 letters, digits and spaces',
  read: (text) => (/^[A-Za-z0-9](?:[A-Za-z0-9 ]{0,9}[A-Za-z0-9])?$/.test(text) ? text : undefined),
}

/** Whose X-Forwarded-For is believed. There is no "everybody": any client could then choose its address. */
export const proxies: Reader<false | number | readonly string[]> = {
  mustBe: 'off, the number of proxies in front (1 to 10), or their addresses and networks separated by commas',
  read: (text) => {
    if (text === 'off') return false
    if (/^([1-9]|10)$/.test(text)) return Number(text)
    const list = text.split(',').map((each) => each.trim())
    return list.every(isNetwork) ? list : undefined
  },
}

function isNetwork(text: string): boolean {
  const [address = '', bits] = text.split('/')
  const family = isIP(address)
  return family > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (family === 4 ? 32 : 128)))
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}

function parse(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined
}
