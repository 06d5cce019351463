/**
 * The built assets: their addresses for the pages, and the plugin that serves them.
 *
 * An address carries the hash of the content, so it is good for ever; an address with another hash is not found.
 */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type BuiltAsset = { file: string; type: string; bytes: number; gzip: number; brotli: number }
export type AssetManifest = {
  /** Hash of everything the build read. */
  inputs: string
  files: Readonly<Record<string, BuiltAsset>>
}

export type AssetName =
  | 'clave.css' | 'icon.svg' | 'figures.svg'
  | 'password.js' | 'robot.js' | 'robot-worker.js' | 'session-warning.js' | 'submit-once.js'

export type Assets = {
  url: (name: AssetName) => string
  plugin: FastifyPluginAsync
}

export const assetPrefix = '/assets/'

/** Reads everything in `dist/assets` into memory, about 60 KB. Throws when it was not built or lacks a file. */
export function loadAssets(folder: string = join(import.meta.dirname, '../../dist/assets')): Assets {
  const { files } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as AssetManifest
  const served = new Map(Object.values(files).map((asset) => [asset.file, read(folder, asset)]))
  return {
    url: (name) => {
      const asset = files[name]
      if (asset === undefined) throw new Error(`no built asset is called ${name}`)
      return assetPrefix + asset.file
    },
    plugin: async (app) => {
      app.get<{ Params: { file: string } }>(`${assetPrefix}:file`, (request, reply) => serve(served.get(request.params.file), request, reply))
    },
  }
}

type Served = { type: string; etag: string; bodies: Readonly<Record<Encoding, Buffer>> }
type Encoding = 'br' | 'gzip' | 'identity'

function read(folder: string, { file, type }: BuiltAsset): Served {
  const plain = join(folder, file)
  return {
    type,
    etag: file,
    bodies: { identity: readFileSync(plain), br: readFileSync(`${plain}.br`), gzip: readFileSync(`${plain}.gz`) },
  }
}

function serve(asset: Served | undefined, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (asset === undefined) return reply.code(404).type('text/plain; charset=utf-8').header('cache-control', 'no-store').send('')
  const encoding = chooseEncoding(String(request.headers['accept-encoding'] ?? ''))
  const etag = `"${asset.etag}-${encoding}"`
  reply
    .header('cache-control', 'public, max-age=31536000, immutable')
    .header('etag', etag)
    .header('vary', 'accept-encoding')
    .header('x-content-type-options', 'nosniff')
  if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send()
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply.type(asset.type).send(asset.bodies[encoding])
}

/** The smallest form the browser takes; an encoding with q=0 is refused (RFC 9110 section 12.5.3). */
function chooseEncoding(accepted: string): Encoding {
  const refused = (name: string) => new RegExp(`\\b${name}\\s*;\\s*q=0(\\.0*)?\\s*(,|$)`).test(accepted)
  const takes = (name: string) => new RegExp(`\\b${name}\\b`).test(accepted) && !refused(name)
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity'
}
