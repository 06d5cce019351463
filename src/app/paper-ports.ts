/** Papers that are lists: src/paper/print-table.ts prints them. */
import type { Instant } from '../domain/types.ts'

export interface TablePaper {
  readonly language: 'es' | 'en'
  readonly title: string
  /** Above the table: whose it is, when, what of it. */
  readonly lines: readonly string[]
  /** `share`: of the width, all of them together 1. */
  readonly columns: readonly { readonly label: string; readonly share: number }[]
  readonly at: Instant
  /** Below the table; asked for when every row was read. */
  ending(): string
  pageText(page: number, of: number): string
}

export interface TablePress {
  /** A tagged PDF over as many pages as it takes. Gives way to other requests between rows. */
  print(paper: TablePaper, rows: AsyncIterable<readonly string[]>): Promise<Buffer>
}
