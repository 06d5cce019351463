import { statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { makeImportDeps, sealThreadsFor } from '../../import-deps.ts'
import { keepImportStatistics } from '../../import-statistics.ts'
import { importRegister, type ImportDeps, type ImportReport } from '../../register/import.ts'
import { OtherStream } from '../../register/resume.ts'
import type { BlockSealer } from '../../register/seal-block.ts'
import { openSealThreads, type SealThreadsOptions } from '../../register/seal-threads.ts'
import { openSource } from '../../register/source.ts'
import { numberOption, WrongUse, type Call, type Command } from '../command.ts'
import { makeProgress } from '../progress.ts'
import { strengthProgress } from '../strength-progress.ts'
import { openRejects, type Rejects } from '../rejects.ts'
import { reportObject, reportText } from '../import-report.ts'
import { withRegister } from '../register-access.ts'

export const registerImport: Command = {
  parameters: ['FILE'],
  about: 'FILE has one person a line (NDJSON), plain or compressed with gzip; - is standard input. docs/register.md describes the lines. The same file\n'
    + 'again changes nothing. An import that was cut off goes on where it stopped when it is called again with the same file. It needs\n'
    + 'DATABASE_URL and CLAVE_KEYS.',
  options: {
    'on-bad-line': { type: 'string', value: 'stop|skip', about: 'stop (unless given): the lines before it are stored. skip: all but the bad ones are.' },
    rejects: { type: 'string', value: 'FILE', about: 'Where the number and the reason of every bad line go; FILE.rejects beside the file unless given.' },
    threads: { type: 'string', value: 'N', about: 'Threads that read and encrypt lines beside the main one, 0 to 8; by the number of processors unless given.' },
    'skip-strength': { type: 'boolean', about: 'Does not compute anew what is known of all answers, even if the import changed much; clave register strength does.' },
    'from-start': { type: 'boolean', about: 'Begins at the first line even if an import of the same file was cut off.' },
  },
  async run(call) {
    const onBadLine = onBadLineOf(call)
    const threads = numberOption(call, 'threads', sealThreadsFor(availableParallelism(), sizeOf(call.parameters[0])), { least: 0, most: 8 })
    return await withRegister(call, async ({ db, database, keyring, keyringText, policy }) => {
      const rejects = openRejects(rejectsFile(call))
      const began = performance.now()
      const report = await withThreads({ keyring: keyringText, foreignerCode: policy.identifier.foreignerCode, threads }, async (seal) =>
        readAll(call, makeImportDeps(db, keyring, policy, seal), onBadLine, rejects))
      const seconds = (performance.now() - began) / 1000
      const imported = { changed: report.counts.added + report.counts.changed, passWanted: call.options['skip-strength'] !== true }
      const progress = strengthProgress(call)
      const people = await keepImportStatistics({ db, database, keyring: keyringText, threads: availableParallelism(), onProgress: progress.update }, policy, imported)
      progress.end()
      const outcome = { report, seconds, rejects: rejects.close(), people }
      call.output.result(reportText(outcome), reportObject(outcome))
      return report.stoppedAt === null ? 0 : 1
    })
  },
}

/** Threads for the work, if any, ended whatever becomes of it. */
async function withThreads<T>(options: SealThreadsOptions, work: (seal?: BlockSealer) => Promise<T>): Promise<T> {
  if (options.threads === 0) return await work()
  const threads = openSealThreads(options)
  try {
    return await work(threads.seal)
  } finally {
    await threads.close()
  }
}

/** Of the file; null of standard input and of what is no file, of which reading says more. */
function sizeOf(file = '-'): number | null {
  return file === '-' ? null : (statSync(file, { throwIfNoEntry: false })?.size ?? null)
}

function onBadLineOf({ options }: Call): 'stop' | 'skip' {
  const choice = options['on-bad-line'] ?? 'stop'
  if (choice === 'stop' || choice === 'skip') return choice
  throw new WrongUse('--on-bad-line must be stop or skip.')
}

function rejectsFile({ options, parameters: [file = '-'] }: Call): string {
  const chosen = options['rejects']
  return typeof chosen === 'string' ? chosen : `${file === '-' ? 'register-import' : file}.rejects`
}

/** Reads the file, a second time from the start when it only began like the one that was cut off. */
async function readAll(call: Call, deps: ImportDeps, onBadLine: 'stop' | 'skip', rejects: Rejects): Promise<ImportReport> {
  const [file = '-'] = call.parameters
  const attempt = async (fromStart: boolean): Promise<ImportReport> => {
    const source = await openSource(file, process.stdin)
    const progress = progressOf(call)
    const share = (): number | null => (source.size === null || source.size === 0 ? null : source.read() / source.size)
    try {
      return await importRegister(source.bytes, deps, {
        onBadLine,
        fromStart,
        onProgress: ({ lines }) => progress.update(share(), lines),
        onBadLineFound: (bad) => rejects.add(bad),
        onNote: call.output.note,
      })
    } finally {
      progress.end()
    }
  }
  try {
    return await attempt(call.options['from-start'] === true)
  } catch (error) {
    if (!(error instanceof OtherStream)) throw error
    if (file === '-') throw new WrongUse(`${error.message} Call it again with --from-start to import all of these lines.`)
    call.output.note(`${error.message} Beginning at the first line.`)
    return await attempt(true)
  }
}

function progressOf({ options }: Call): ReturnType<typeof makeProgress> {
  const { stderr } = process
  return makeProgress({ unit: 'lines', now: () => performance.now(), terminal: stderr.isTTY, write: (text) => stderr.write(text) }, options['json'] === true)
}
