import { parseConfig } from '../../config/parse.ts'
import { readReceipt } from '../../domain/receipt.ts'
import type { PersonKey } from '../../domain/types.ts'
import { chainStart, verifyAllChains, type ChainFault } from '../../store/audit-chains.ts'
import { openDatabase, type Database } from '../../store/database.ts'
import { reachDatabaseServer } from '../../store/database-server.ts'
import { makeReceipts } from '../../store/receipts.ts'
import { compareWithEnds, writeEnds, type EndsWriter, type Witness } from '../chain-ends.ts'
import { WrongUse, type Call, type Command, type ExitCode } from '../command.ts'
import { grouped, makeProgress } from '../progress.ts'

export const auditVerify: Command = {
  parameters: [],
  about: 'Counts the hash of every event again and says what is broken; with --receipt only the chain in which that receipt stands. Servers may\n'
    + 'run meanwhile. It finds events that were changed, removed, put in another order or added, and tails that were cut off while the\n'
    + 'recorded end of the chain stayed. Who owns the database can also change that end, or write a whole chain anew: that shows only\n'
    + 'against a witness kept elsewhere, which --write-ends makes and --against compares, or against a receipt somebody holds. Erased\n'
    + 'personal parts are no fault. It needs DATABASE_URL and no keys. The exit code is 1 when anything is broken.',
  options: {
    receipt: { type: 'string', value: 'NUMBER', about: 'The 16 digits of one receipt, with or without spaces.' },
    'write-ends': { type: 'string', value: 'FILE', about: 'Writes where every chain ends, to be kept on another machine.' },
    against: { type: 'string', value: 'FILE', about: 'Looks whether every end of such a list is still in its chain.' },
  },
  async run(call) {
    const receipt = receiptOf(call)
    const server = await reachDatabaseServer(parseConfig(call.environment, 'tool'), call.output.note)
    const db = openDatabase({ url: server.url, connections: 1, statementTimeout: 0 })
    try {
      return await (receipt === null ? verifyAll(db, call) : verifyReceipt(db, receipt, call))
    } finally {
      await db.close()
      await server.stop()
    }
  },
}

function receiptOf({ options: { receipt } }: Call): string | null {
  if (receipt === undefined) return null
  const read = readReceipt(String(receipt))
  if (read === null) throw new WrongUse('--receipt must be the 16 digits of a receipt, 0 to 9 and a to f.')
  return read
}

async function verifyReceipt(db: Database, receipt: string, { output }: Call): Promise<ExitCode> {
  const found = await makeReceipts(db).find(receipt)
  if (!found) {
    output.result('There is no event with this receipt.', { found: false })
    return 1
  }
  const at = new Date(found.at).toISOString()
  const chain = found.whole ? 'Its chain holds.' : 'ITS CHAIN IS BROKEN.'
  output.result(`The receipt is event ${found.seq} of ${found.of} of its chain: ${found.type}, ${at}. ${chain}`, { found: true, ...found, at })
  return found.whole ? 0 : 1
}

/** Each fault is told as it is found, up to this many; all are counted. */
const mostTold = 100

async function verifyAll(db: Database, call: Call): Promise<ExitCode> {
  const { output, options } = call
  let faults = 0
  const tell = (sentence: string): void => {
    faults += 1
    if (faults <= mostTold) output.note(sentence)
    if (faults === mostTold + 1) output.note('There are more; they are only counted.')
  }
  const { stderr } = process
  const progress = makeProgress({ unit: 'events', now: () => performance.now(), terminal: stderr.isTTY, write: (text) => stderr.write(text) }, options['json'] === true)
  const lost: Lost[] = []
  const witness = fileOf(options['against'], (file): Witness => compareWithEnds(file, (person, seq, hash) => lost.push({ person, seq, hash })))
  const ends = fileOf(options['write-ends'], (file): EndsWriter => writeEnds(file))
  const counted = await verifyAllChains(db, {
    onFault: (fault) => tell(sentenceOf(fault)),
    onEvent: (person, seq, hash) => witness?.see(person, seq, hash),
    onEnd: (person, seq, hash) => ends?.add(person, seq, hash),
  }, (done, about) => progress.update(about > done ? done / about : null, done))
  witness?.finish()
  ends?.close()
  for (const each of lost) if (!(await wentInTime(db, each))) tell(`${each.person}: event ${each.seq} of the list is not in the chain any more.`)
  progress.end()
  const verdict = faults === 0 ? 'Everything holds.' : `${grouped(faults)} ${faults === 1 ? 'FAULT' : 'FAULTS'}.`
  output.result(`${grouped(counted.events)} events of ${grouped(counted.people)} people counted again. ${verdict}`, { ...counted, faults })
  return faults === 0 ? 0 : 1
}

interface Lost { readonly person: string; readonly seq: number; readonly hash: string }

/** events go after their years, and the chain notes the last of them. An older one than that can be compared with nothing any more. */
async function wentInTime(db: Database, { person, seq, hash }: Lost): Promise<boolean> {
  const start = await chainStart(db, person as PersonKey)
  return start !== null && (seq < start.seq || (seq === start.seq && hash === start.hash.toString('hex')))
}

function fileOf<T>(option: string | boolean | undefined, open: (file: string) => T): T | null {
  return typeof option === 'string' ? open(option) : null
}

/** The person key is a keyed hash: it names nobody (ID-3). */
function sentenceOf({ person, seq, kind }: ChainFault): string {
  switch (kind) {
    case 'changed': return `${person}: event ${seq} was changed, or stands where it was not written.`
    case 'missing': return `${person}: what stood before event ${seq} is not there, or stands elsewhere.`
    case 'personal-changed': return `${person}: the sealed part of event ${seq} is not the one that was written.`
    case 'end-differs': return `${person}: the chain ends with event ${seq} and says otherwise itself: its tail was cut off or its end was changed.`
    case 'no-end': return `${person}: the end of the chain is not recorded; its last event is ${seq}.`
    case 'emptied': return `${person}: all events of the chain are gone.`
  }
}
