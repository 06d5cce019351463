/** Journey 3, "Desbloquear clave" (UNLOCK-1, UNLOCK-2): its pages in order. It unblocks; it signs nobody in (M-12). */
import type { FastifyInstance } from 'fastify'
import { handling } from '../../visit.ts'
import type { Web } from '../../web.ts'
import { showBegin, showWait, submitBegin } from './begin.ts'
import { atStep, paths, unlockPath } from './frame.ts'
import { receiveUnlockLink, showUnlockLink, submitUnlockLink } from './landing.ts'
import { resend, showDone, showMail, submitCode } from './mail.ts'

export function unlockRoutes(app: FastifyInstance, web: Web): void {
  app.get(unlockPath, handling(web, showBegin))
  app.post(unlockPath, handling(web, submitBegin))
  app.get(paths.wait, handling(web, (visit) => atStep(visit, 'wait', showWait)))
  app.get(paths.mail, handling(web, (visit) => atStep(visit, 'mail', showMail)))
  app.post(paths.mail, handling(web, (visit) => atStep(visit, 'mail', submitCode)))
  app.post(paths.resend, handling(web, (visit) => atStep(visit, 'mail', resend)))
  app.get(`${paths.link}/:token`, handling(web, receiveUnlockLink))
  app.get(paths.link, handling(web, showUnlockLink))
  app.post(paths.link, handling(web, submitUnlockLink))
  app.get(paths.done, handling(web, (visit) => atStep(visit, 'done', showDone)))
}
