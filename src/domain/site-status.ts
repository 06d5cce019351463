/** What everybody is told on every page: the operator's own words, or that a part of the system is in trouble. */
import type { Instant } from './types.ts'

export interface SiteNotice { readonly es: string; readonly en: string; readonly setAt: Instant }

export interface SiteStatus {
  readonly notice: SiteNotice | null
  readonly trouble: 'database' | 'mail' | null
}

export const allIsWell: SiteStatus = { notice: null, trouble: null }

const longest = 300

export type NoticeFault = 'empty' | 'too-long' | 'line-break' | 'number'

/** ID-3: every page shows it, so nothing that may be the number of a person is taken. A telephone of the institution goes in groups. */
export function noticeFault(text: string): NoticeFault | null {
  if (text.trim() === '') return 'empty'
  if (text.length > longest) return 'too-long'
  if (/[\p{Cc}]/u.test(text)) return 'line-break'
  return /\d{9,}/.test(text) ? 'number' : null
}
