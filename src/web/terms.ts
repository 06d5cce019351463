/**
 * The terms and conditions: one file for each version and language in assets/terms, `2026-11.es.md`. A version, once accepted by
 * anybody, is never edited; a change is a new version. What is stored with the acceptance is the digest of all languages of the version,
 * so that it can be proven years later which words were on the screen. Held by test/web/terms.test.ts.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { html, type Content, type Html } from './html.ts'
import { languages, type Language } from './language.ts'

export interface Terms {
  /** '2026-11' */
  readonly version: string
  /** SHA-256, hexadecimal, of the texts in the order of `languages`, a NUL after each. */
  readonly digest: string
  readonly texts: Readonly<Record<Language, Html>>
}

/** The newest version. Throws when it lacks a language or holds what `renderTerms` does not know. */
export function loadTerms(folder: string = join(import.meta.dirname, '../../assets/terms')): Terms {
  const versions = readdirSync(folder).map((name) => /^(\d{4}-\d{2}(?:-\d{2})?)\.[a-z]{2}\.md$/.exec(name)?.[1]).filter((each) => each !== undefined)
  const version = versions.sort().at(-1)
  if (version === undefined) throw new Error(`no terms in ${folder}`)
  const sources = languages.map((language) => [language, readFileSync(join(folder, `${version}.${language}.md`), 'utf8')] as const)
  const digest = createHash('sha256')
  for (const [, source] of sources) digest.update(source).update('\0')
  const texts = Object.fromEntries(sources.map(([language, source]) => [language, renderTerms(source)])) as Record<Language, Html>
  return { version, digest: digest.digest('hex'), texts }
}

/** Headings (`#`, `##`), lists (`- `) and paragraphs; everything else is text and is escaped. The page has its own h1. */
export function renderTerms(source: string): Html {
  const blocks = source.replaceAll('\r\n', '\n').split(/\n{2,}/).map((block) => block.trim()).filter((block) => block !== '')
  return html`${blocks.map(blockOf)}`
}

function blockOf(block: string): Content {
  const heading = /^(#{1,6}) (.+)$/.exec(block)
  if (heading) return headingOf(heading[1]?.length ?? 1, heading[2] ?? '')
  const lines = block.split('\n')
  if (!lines.every((line) => line.startsWith('- '))) return html`<p class="govuk-body">${lines.join(' ')}</p>\n`
  return html`<ul class="govuk-list govuk-list--bullet">${lines.map((line) => html`<li>${line.slice(2)}</li>`)}</ul>\n`
}

function headingOf(depth: number, text: string): Content {
  if (depth > 2) throw new Error(`terms have headings of two sizes only: ${text}`)
  return depth === 1 ? html`<h2 class="govuk-heading-m">${text}</h2>\n` : html`<h3 class="govuk-heading-s">${text}</h3>\n`
}
