/** The `Web` every page author gets, from the application and what one installation is called. */
import type { Deps } from '../app/ports.ts'
import type { SiteStatus } from '../domain/site-status.ts'
import { loadAssets, type Assets } from './assets.ts'
import { makeCookies } from './cookies.ts'
import { makeFormTokens } from './form-token.ts'
import { layoutFor, type Site } from './layout.ts'
import type { RobotCheck, Web } from './web.ts'

export interface WebParts {
  readonly deps: Deps
  readonly robot: RobotCheck
  readonly institution: string
  readonly contacts?: Site['contacts']
  readonly baseUrl: string
  readonly demo: boolean
  readonly formKey: Buffer
  newBrowserId(): string
  readonly assets?: Assets
  /** What every page says about the site. */
  readonly status?: () => SiteStatus
}

export function makeWeb(parts: WebParts): Web & { readonly assets: Assets } {
  const { deps, robot, baseUrl, institution, contacts, demo } = parts
  const assets = parts.assets ?? loadAssets()
  const site: Site = { institution, contacts, service: 'Clave', demo, status: parts.status, asset: (name) => assets.url(name) }
  return {
    deps, robot, baseUrl, site, assets,
    policy: deps.policy,
    robotWorker: assets.url('robot-worker.js'),
    cookies: makeCookies(baseUrl.startsWith('https:')),
    formTokens: makeFormTokens(parts.formKey),
    layout: layoutFor(site),
    newBrowserId: parts.newBrowserId,
  }
}
