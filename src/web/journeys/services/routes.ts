/** The services on our own pages, each behind the gate of its class. */
import type { FastifyInstance } from 'fastify'
import { serviceCatalogue } from '../../../domain/services.ts'
import { servicesPath } from '../../session-gate.ts'
import type { Web } from '../../web.ts'
import { owned } from '../my-key/own-page.ts'
import { accountDone, accountDonePath, accountKeyPath, showAccount, submitAccount, takeAccountKey } from './account.ts'
import { certificatePdfPath, certificateSignaturePath, makeCertificate, showCertificates, takePdf, takeSignature } from './certificate.ts'
import { copyHistory, historyCopyPath, showHistory } from './history.ts'
import { showServices } from './list-page.ts'
import { serving } from './service-gate.ts'

export function serviceRoutes(app: FastifyInstance, web: Web): void {
  app.get(servicesPath, owned(web, showServices))
  app.get(serviceCatalogue['labour-history'].path, serving(web, 'labour-history', showHistory))
  app.post(historyCopyPath, serving(web, 'labour-history', copyHistory))
  const certificate = serviceCatalogue['affiliation-certificate'].path
  app.get(certificate, serving(web, 'affiliation-certificate', showCertificates))
  app.post(certificate, serving(web, 'affiliation-certificate', makeCertificate))
  app.post(certificatePdfPath, serving(web, 'affiliation-certificate', takePdf))
  app.post(certificateSignaturePath, serving(web, 'affiliation-certificate', takeSignature))
  const account = serviceCatalogue['bank-account'].path
  app.get(account, serving(web, 'bank-account', showAccount))
  app.post(account, serving(web, 'bank-account', submitAccount))
  app.post(accountKeyPath, serving(web, 'bank-account', takeAccountKey))
  app.get(accountDonePath, serving(web, 'bank-account', accountDone))
}
