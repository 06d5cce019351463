/**
 * Every component and state of the layout on a few pages, for looking at and for the accessibility tests.
 * `bin/node scripts/gallery.ts [PORT]` serves them under the content security policy of the real site.
 */
import Fastify, { type FastifyInstance } from 'fastify'
import { loadAssets, type AssetName } from '../src/web/assets.ts'
import type { Html } from '../src/web/html.ts'
import { layoutFor, type PageOptions, type Site } from '../src/web/layout.ts'
import { robotCheck } from '../src/security/robot-check.ts'
import { buildAssets } from './build-assets.ts'
import { galleryPages, type GalleryTools } from './gallery-pages.ts'

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; worker-src 'self'; connect-src 'self';" +
  " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

export async function gallery(): Promise<{ app: FastifyInstance; paths: readonly string[] }> {
  await buildAssets()
  const assets = loadAssets()
  const asset = (name: AssetName): string => assets.url(name)
  const site: Site = { institution: 'Instituto Nacional de Seguridad Social', service: 'Clave', demo: true, asset }
  const pages = galleryPages({ asset } satisfies GalleryTools)
  const app = Fastify()
  await app.register(assets.plugin)
  app.addHook('onSend', async (_, reply) => {
    reply.header('content-security-policy', policy)
  })
  const robot = robotCheck(Buffer.alloc(32, 1))
  app.get('/robot/reto', () => robot.challenge(Date.now()))
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) => done(null, body))
  app.post('/eco', async (request, reply) => reply.type('text/plain').send(request.body))
  app.post('/sesion', async (_, reply) => reply.code(204).send())
  for (const [path, options] of Object.entries(pages)) {
    const layout = layoutFor({ ...site, demo: options.demo ?? true })
    app.get(path, async (request, reply) => reply.type('text/html; charset=utf-8').send(String(render(layout, options, request.query))))
  }
  return { app, paths: Object.keys(pages) }
}

function render(layout: (options: PageOptions) => Html, options: PageOptions, query: unknown): Html {
  const english = (query as { idioma?: string }).idioma === 'en'
  return layout({ ...options, language: english ? 'en' : options.language })
}

if (import.meta.main) {
  const { app, paths } = await gallery()
  const address = await app.listen({ port: Number(process.argv[2] ?? 0) })
  for (const path of paths) console.log(address + path)
}
