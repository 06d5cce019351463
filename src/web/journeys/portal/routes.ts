/** The portal: first page, lists of services, search, and the pages about the site. Nothing here is personal and nothing changes anything. */
import type { FastifyInstance } from 'fastify'
import { unchanging } from '../../unchanging.ts'
import { handling } from '../../visit.ts'
import type { Web } from '../../web.ts'
import { aboutPages } from './about-page.ts'
import { homePage } from './home-page.ts'
import { audiences, servicesPath } from './menu.ts'
import { searchPath, showSearch, submitSearch } from './search-page.ts'
import { servicesPage } from './services-page.ts'

export function portalRoutes(app: FastifyInstance, web: Web): void {
  app.get('/', handling(web, unchanging('/', homePage)))
  for (const audience of audiences) {
    app.get(`/${audience}`, handling(web, () => ({ to: servicesPath(audience) })))
    app.get(servicesPath(audience), handling(web, unchanging(servicesPath(audience), (visit) => servicesPage(visit, audience))))
  }
  app.get(searchPath, handling(web, unchanging(searchPath, showSearch)))
  app.post(searchPath, { config: { open: true } }, handling(web, submitSearch))
  for (const { path, show } of aboutPages) app.get(path, handling(web, unchanging(path, show)))
}
