/** The services on our own pages, each behind the gate of its class. */
import type { FastifyInstance } from 'fastify'
import { serviceCatalogue } from '../../../domain/services.ts'
import { servicesPath } from '../../session-gate.ts'
import type { Web } from '../../web.ts'
import { owned } from '../my-key/own-page.ts'
import { accountDone, accountDonePath, accountKeyPath, showAccount, submitAccount, takeAccountKey } from './account.ts'
import { copyHistory, historyCopyPath, showHistory } from './history.ts'
import { showServices } from './list-page.ts'
import { serving } from './service-gate.ts'

export function serviceRoutes(app: FastifyInstance, web: Web): void {
  app.get(servicesPath, owned(web, showServices))
  app.get(serviceCatalogue['labour-history'].path, serving(web, 'labour-history', showHistory))
  app.post(historyCopyPath, serving(web, 'labour-history', copyHistory))
  const account = serviceCatalogue['bank-account'].path
  app.get(account, serving(web, 'bank-account', showAccount))
  app.post(account, serving(web, 'bank-account', submitAccount))
  app.post(accountKeyPath, serving(web, 'bank-account', takeAccountKey))
  app.get(accountDonePath, serving(web, 'bank-account', accountDone))
}
