/**
 * Builds `assets/` into `dist/assets/`: one style sheet, the scripts, the icon and the sheet of figures, each with its hash
 * in the name and compressed twice beside it. Nothing is done while nothing changed, so a second start does not pay for Sass.
 *
 * Run by itself, or called by the start of the program: `bin/node scripts/build-assets.ts [--theme FILE]`.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { AssetManifest, BuiltAsset } from '../src/web/assets.ts'
import { figureSheet } from './figure-sheet.ts'

const root = join(import.meta.dirname, '..')

export type BuildOptions = {
  out?: string
  /** A style sheet of the institution, added at the end: it sets the custom properties of assets/styles/_theme.scss again. */
  theme?: string | undefined
}

/** Builds when something changed since the last time; says whether it did. */
export async function buildAssets({ out = join(root, 'dist/assets'), theme }: BuildOptions = {}): Promise<'built' | 'fresh'> {
  const inputs = inputsHash(theme)
  if (builtFrom(out) === inputs) return 'fresh'
  mkdirSync(out, { recursive: true })
  const files: Record<string, BuiltAsset> = {}
  for (const { name, type, content } of await contents(theme)) files[name] = write(out, name, type, content)
  const manifest: AssetManifest = { inputs, files }
  place(out, 'manifest.json', JSON.stringify(manifest, null, 2))
  removeOld(out, new Set(Object.values(files).map(({ file }) => file)))
  return 'built'
}

/** Written beside and then moved: two programs that start together, or a server reading meanwhile, never meet half a file. */
function place(folder: string, name: string, content: string | Buffer): void {
  const beside = join(folder, `.${name}.${process.pid}`)
  writeFileSync(beside, content)
  renameSync(beside, join(folder, name))
}

/** What an earlier build left; a day is kept, for programs that have read the manifest before. */
function removeOld(folder: string, current: ReadonlySet<string>): void {
  const yesterday = Date.now() - 86_400_000
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const kept = name === 'manifest.json' || current.has(name.replace(/\.(br|gz)$/, ''))
    if (!kept && statSync(path).mtimeMs < yesterday) rmSync(path, { force: true })
  }
}

type Content = { name: string; type: string; content: string }

async function contents(theme: string | undefined): Promise<Content[]> {
  const script = 'text/javascript; charset=utf-8'
  return [
    { name: 'clave.css', type: 'text/css; charset=utf-8', content: await styleSheet(theme) },
    { name: 'icon.svg', type: 'image/svg+xml', content: readFileSync(join(root, 'assets/icon.svg'), 'utf8').trim() },
    { name: 'figures.svg', type: 'image/svg+xml', content: figureSheet(join(root, 'assets/figures')) },
    ...sourcesIn('assets/scripts').map((path) => ({ name: basename(path), type: script, content: withoutComments(readFileSync(path, 'utf8')) })),
  ]
}

/** Sass takes a second to start, so it is loaded only when there is something to build. */
async function styleSheet(theme: string | undefined): Promise<string> {
  const [sass, { shrinkCss }] = await Promise.all([import('sass'), import('./shrink-css.ts')])
  const { css } = sass.compile(join(root, 'assets/styles/clave.scss'), {
    style: 'compressed',
    charset: false,
    loadPaths: [join(root, 'node_modules')],
    quietDeps: true,
  })
  return shrinkCss(css) + (theme === undefined ? '' : readFileSync(theme, 'utf8'))
}

/** Whole-line and block comments are for people; what follows code on a line stays, so no string is ever cut. */
function withoutComments(source: string): string {
  return source.replace(/^\s*\/\/.*\n/gm, '').replace(/^\s*\/\*\*?[\s\S]*?\*\/\n/gm, '').replace(/^\s+/gm, '')
}

function write(folder: string, name: string, type: string, content: string): BuiltAsset {
  const bytes = Buffer.from(content)
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 12)
  const dot = name.lastIndexOf('.')
  const file = `${name.slice(0, dot)}.${hash}${name.slice(dot)}`
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })
  const gzip = gzipSync(bytes, { level: 9 })
  place(folder, file, bytes)
  place(folder, `${file}.br`, brotli)
  place(folder, `${file}.gz`, gzip)
  return { file, type, bytes: bytes.length, gzip: gzip.length, brotli: brotli.length }
}

function builtFrom(out: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as AssetManifest).inputs
  } catch {
    return undefined
  }
}

/** Everything the result depends on: our sources, these scripts, the versions of the packages used, the theme. */
function inputsHash(theme: string | undefined): string {
  const hash = createHash('sha256')
  const paths = [
    ...['assets', 'assets/styles', 'assets/scripts', 'assets/figures'].flatMap(sourcesIn),
    ...['build-assets.ts', 'shrink-css.ts', 'figure-sheet.ts'].map((name) => join(root, 'scripts', name)),
    ...['govuk-frontend', 'sass'].map((name) => join(root, 'node_modules', name, 'package.json')),
    ...(theme === undefined ? [] : [theme]),
  ]
  for (const path of paths) hash.update(path.replace(root, '')).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(root, folder, entry.name))
    .toSorted()
}

if (import.meta.main) {
  const at = process.argv.indexOf('--theme')
  console.log(await buildAssets({ theme: at < 0 ? undefined : process.argv[at + 1] }))
}
