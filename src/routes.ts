/** Every route of the citizens' site and of the officers' pages, in one list. The demo's own routes exist only in the demo. */
import type { FastifyInstance } from 'fastify'
import { demoRoutes, type Demo } from './demo/pages.ts'
import type { Assets } from './web/assets.ts'
import { checkReceiptRoutes } from './web/journeys/check-receipt/routes.ts'
import { checkCertificateRoutes } from './web/journeys/check-certificate/routes.ts'
import { firstKeyRoutes } from './web/journeys/first-key/routes.ts'
import { homeRoutes } from './web/journeys/home/routes.ts'
import { myKeyRoutes } from './web/journeys/my-key/routes.ts'
import { notMeRoutes } from './web/journeys/not-me/routes.ts'
import { portalRoutes } from './web/journeys/portal/routes.ts'
import { securityRoutes } from './web/journeys/security/routes.ts'
import { serviceRoutes } from './web/journeys/services/routes.ts'
import { signInRoutes } from './web/journeys/sign-in/routes.ts'
import { unlockRoutes } from './web/journeys/unlock/routes.ts'
import type { Web } from './web/web.ts'

type Routes = (app: FastifyInstance, web: Web) => void | Promise<void>

export function allRoutes(assets: Assets, demo: Demo | null): readonly Routes[] {
  const served: Routes = async (app) => {
    await app.register(assets.plugin)
  }
  const extra: readonly Routes[] = demo ? [(app, web) => demoRoutes(app, web, demo)] : []
  return [served, portalRoutes, checkReceiptRoutes, firstKeyRoutes, signInRoutes, unlockRoutes, homeRoutes, myKeyRoutes, notMeRoutes, serviceRoutes, checkCertificateRoutes, securityRoutes, ...extra]
}
