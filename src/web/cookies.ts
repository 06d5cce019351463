/**
 * The cookies of a browser: itself (for the token in forms), its journeys, its session, its lane (LOGIN-2), an officer's session. Over https they carry the __Host- prefix;
 * plain http is only possible on a loopback address, where Secure cookies would be lost on text browsers.
 */
import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'

export type CookieName = 'browser' | 'journey' | 'unlock' | 'session' | 'device' | 'link' | 'officer' | 'officer-link' | 'idioma'

export interface Cookies {
  read(request: FastifyRequest, name: CookieName): string | undefined
  write(reply: FastifyReply, name: CookieName, value: string, maxAgeSeconds?: number): void
  erase(reply: FastifyReply, name: CookieName): void
}

/** Anything longer than our own values is not ours. */
const longest = 128

export function makeCookies(secure: boolean): Cookies {
  const full = (name: CookieName): string => (secure ? `__Host-${name}` : name)
  const options: CookieSerializeOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure }
  return {
    read(request, name) {
      const value = request.cookies[full(name)]
      return value !== undefined && value.length <= longest && /^[\w-]+$/.test(value) ? value : undefined
    },
    write(reply, name, value, maxAgeSeconds) {
      reply.setCookie(full(name), value, maxAgeSeconds === undefined ? options : { ...options, maxAge: maxAgeSeconds })
    },
    erase(reply, name) {
      reply.clearCookie(full(name), options)
    },
  }
}
