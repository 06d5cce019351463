/** What every page author gets: the application, the site, and for each request a visit. */
import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Deps, Language, Origin } from '../app/ports.ts'
import type { Policy } from '../domain/policy.ts'
import type { Instant } from '../domain/types.ts'
import type { Cookies } from './cookies.ts'
import type { Form } from './form.ts'
import type { FormTokens } from './form-token.ts'
import type { Html } from './html.ts'
import type { PageOptions, Site } from './layout.ts'

export interface RobotCheck {
  /** A challenge as JSON for the browser. */
  challenge(now: Instant): Promise<unknown>
  /** What a browser posted in the field `altcha`. */
  verify(payload: string, now: Instant): Promise<{ readonly ok: true; readonly challenge: string; readonly expiresAt: Instant } | { readonly ok: false }>
}

export interface Web {
  readonly deps: Deps
  readonly policy: Policy
  readonly site: Site
  /** The worker of the robot check, as an address. */
  readonly robotWorker: string
  readonly robot: RobotCheck
  readonly cookies: Cookies
  readonly formTokens: FormTokens
  readonly layout: (options: PageOptions) => Html
  /** Where people see the site; the only source of links (LINK-5). */
  readonly baseUrl: string
  /** A new id for a browser; 128 random bits. */
  newBrowserId(): string
}

/** What an author's page needs beside its own words; the rest of PageOptions is filled in. */
export type Page = Omit<PageOptions, 'language' | 'path'> & { readonly path?: string }

/** One request. `page` makes the document; nothing of it is ever cached by the browser (S-08). */
export interface Visit {
  readonly web: Web
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly language: Language
  readonly origin: Origin
  readonly form: Form
  readonly journeyId: string | undefined
  readonly sessionId: string | undefined
  /** The hidden field every form of ours must hold. */
  readonly hidden: Html
  page(page: Page): Html
}

/** What a handler answers: a document, one whose bytes were kept (unchanging.ts), a file to keep, or another address (always 303, so that reload repeats nothing). */
export type Answer =
  | { readonly document: Html; readonly status?: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kept: Buffer; readonly headers: Readonly<Record<string, string>>; readonly status: number }
  | { readonly file: Readable | Buffer | string; readonly type: string; readonly name: string }
  | { readonly to: string }
