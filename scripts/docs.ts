/** Writes the pages of docs/ that are made from the catalogues in the code. `--check` only says which are out of date. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alarmsPage } from './docs/alarms.ts'
import { configurationPage } from './docs/configuration.ts'
import { eventsPage } from './docs/events.ts'
import { journeysPage } from './docs/journeys.ts'
import { refusalsPage } from './docs/refusals.ts'
import { retentionPage } from './docs/retention.ts'
import { servicesPage } from './docs/services.ts'

export interface GeneratedPage {
  /** From the folder of the project. */
  readonly path: string
  readonly write: () => string
}

export const generatedPages: readonly GeneratedPage[] = [
  { path: 'docs/alarms.md', write: alarmsPage },
  { path: 'docs/configuration.md', write: configurationPage },
  { path: 'docs/events.md', write: eventsPage },
  { path: 'docs/journeys.md', write: journeysPage },
  { path: 'docs/refusals.md', write: refusalsPage },
  { path: 'docs/retention.md', write: retentionPage },
  { path: 'docs/services.md', write: servicesPage },
]

const root = join(import.meta.dirname, '..')

/** The pages whose file is not what the code would write now. */
export function outOfDate(): GeneratedPage[] {
  return generatedPages.filter((page) => {
    try {
      return readFileSync(join(root, page.path), 'utf8') !== page.write()
    } catch {
      return true
    }
  })
}

if (import.meta.main) {
  const old = outOfDate()
  if (process.argv.includes('--check')) {
    for (const page of old) console.error(`${page.path} is out of date: run npm run docs.`)
    process.exitCode = old.length > 0 ? 1 : 0
  } else {
    for (const page of old) writeFileSync(join(root, page.path), page.write())
    console.log(old.length === 0 ? 'Everything is up to date.' : `Wrote ${old.map((page) => page.path).join(', ')}.`)
  }
}
