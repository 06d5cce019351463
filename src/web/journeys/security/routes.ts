/**
 * The officers' pages: how things stand for all people together, never for one. The door is a link of the operator's (`clave officer link`), until there
 * are passkeys (docs/decisions/092-the-officers-door.md). Held by test/web/security/pages.test.ts.
 */
import type { FastifyInstance } from 'fastify'
import { handling } from '../../visit.ts'
import type { Web } from '../../web.ts'
import { alarmsPage } from './alarms.ts'
import { enter, keepToken, leave, showDoor } from './door.ts'
import { forOfficers } from './frame.ts'
import { oddsPage } from './odds.ts'
import { enterPath, leavePath, officerPaths, securityPath } from './paths.ts'

export function securityRoutes(app: FastifyInstance, web: Web): void {
  app.get(securityPath, handling(web, () => ({ to: officerPaths.alarms })))
  app.get(`${enterPath}/:token`, handling(web, keepToken))
  app.get(enterPath, handling(web, showDoor))
  app.post(enterPath, handling(web, enter))
  app.post(leavePath, handling(web, leave))
  app.get(officerPaths.alarms, forOfficers(web, 'alarms', alarmsPage))
  app.get(officerPaths.odds, forOfficers(web, 'odds', oddsPage))
}
