/** /comprobar: is there such an entry, in a chain that holds? Open to anybody, so it tells nothing of anybody (A-03, ID-3). */
import { readReceipt } from '../domain/receipt.ts'
import type { FoundReceipt } from './own-ports.ts'
import type { Deps, Origin } from './ports.ts'

export type ReceiptChecked =
  | { readonly is: 'found'; readonly entry: FoundReceipt }
  | { readonly is: 'unknown' }
  | { readonly is: 'malformed' }
  /** The network asked too often. */
  | { readonly is: 'too-many' }

/** As many at once and in an hour as the robot check allows a network, in a count of its own. */
export async function checkReceipt({ store }: Deps, typed: string, { network }: Origin): Promise<ReceiptChecked> {
  const receipt = readReceipt(typed)
  if (receipt === null) return { is: 'malformed' }
  if (!(await store.robots.issueTicket(`receipts ${network}`))) return { is: 'too-many' }
  const entry = await store.own.receipts.find(receipt)
  return entry ? { is: 'found', entry } : { is: 'unknown' }
}
