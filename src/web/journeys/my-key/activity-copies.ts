/** The activity of a key to take along: all of it as a sheet, and as a document to print or to show (D-08). Each copy is an event itself. */
import { Readable } from 'node:stream'
import { copyActivity } from '../../../app/own-activity.ts'
import type { PlacedLine } from '../../../app/own-ports.ts'
import type { TablePaper } from '../../../app/paper-ports.ts'
import { isActivityKind, type ActivityKind } from '../../../domain/activity-kinds.ts'
import { readableLine } from '../../activity.ts'
import { csvRow, csvStart } from '../../csv.ts'
import { momentIn } from '../../moments.ts'
import { placeText } from '../../place.ts'
import { activityPageWords } from '../../texts/my-key/activity-page-words.ts'
import { dayText } from '../../texts/calendar-words.ts'
import type { Answer } from '../../web.ts'
import { checkPath } from '../check-receipt/path.ts'
import { ownPaths } from './menu.ts'
import type { OwnVisit } from './own-page.ts'

export const csvPath = `${ownPaths.activity}/csv`
export const pdfPath = `${ownPaths.activity}/pdf`

/** A document is made in memory before it is sent, and nobody reads more; the sheet has every line. About forty pages. */
export const mostInPdf = 1_000

const kindAsked = ({ form }: OwnVisit): ActivityKind | null => (isActivityKind(form.text('tipo')) ? (form.text('tipo') as ActivityKind) : null)

/** Streamed: a key that strangers tried a hundred thousand times has as many lines. */
export async function copyAsCsv(visit: OwnVisit): Promise<Answer> {
  const { columns, fileName } = activityPageWords[visit.language].copy
  const lines = await copyActivity(visit.web.deps, visit.own, kindAsked(visit), 'csv')
  return { file: Readable.from(csvRows(visit, columns, lines)), type: 'text/csv; charset=utf-8', name: `${fileName}.csv` }
}

async function* csvRows(visit: OwnVisit, columns: readonly string[], lines: AsyncGenerator<PlacedLine>): AsyncGenerator<string> {
  yield csvStart + csvRow(columns)
  for await (const line of lines) yield csvRow(cellsOf(visit, line).map((cell) => cell.replaceAll('\u00a0', ' ')))
}

export async function copyAsPdf(visit: OwnVisit): Promise<Answer> {
  const { deps } = visit.web
  const lines = await copyActivity(deps, visit.own, kindAsked(visit), 'pdf')
  const counted = { shown: 0, more: false }
  const paper = paperOf(visit, await deps.store.now(), counted)
  const file = await deps.tablePress.print(paper, newest(visit, lines, counted))
  return { file, type: 'application/pdf', name: `${activityPageWords[visit.language].copy.fileName}.pdf` }
}

async function* newest(visit: OwnVisit, lines: AsyncGenerator<PlacedLine>, counted: { shown: number; more: boolean }): AsyncGenerator<readonly string[]> {
  for await (const line of lines) {
    if (counted.shown === mostInPdf) {
      counted.more = true
      return
    }
    counted.shown += 1
    const [day = '', time = '', ...rest] = cellsOf(visit, line)
    yield [`${day} ${time}`, ...rest]
  }
}

function cellsOf({ language, web }: OwnVisit, line: PlacedLine): readonly string[] {
  const { day, time } = momentIn(web.policy.timeZone, line.at)
  const { what, receipt } = readableLine(line, language, web.policy.timeZone)
  return [day, time, what, placeText(line.network, language) ?? '', receipt]
}

function paperOf(visit: OwnVisit, now: number, counted: { readonly shown: number; readonly more: boolean }): TablePaper {
  const { language, own, web } = visit
  const words = activityPageWords[language]
  const { paper, columns: [day = '', time = '', ...rest] } = words.copy
  const made = momentIn(web.policy.timeZone, now)
  const kind = kindAsked(visit)
  const shares = [0.195, 0.36, 0.2, 0.245]
  return {
    language, title: words.title, at: now, pageText: paper.page,
    lines: [
      ...(web.site.demo ? [paper.demo] : []),
      `${own.record.givenNames} ${own.record.surnames}`,
      paper.made(dayText(made.day, language), made.time, web.policy.timeZone),
      paper.shows(kind === null ? words.filter.all : words.filter.kinds[kind]),
    ],
    columns: [`${day}, ${time.toLowerCase()}`, ...rest].map((label, at) => ({ label, share: shares[at]! })),
    ending: () => `${paper.count(counted.shown)}${counted.more ? ` ${paper.more(mostInPdf)}` : ''} ${paper.check(web.baseUrl + checkPath)}`,
  }
}
