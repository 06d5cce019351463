import { loadPolicy } from '../../config/policy-file.ts'
import { alarmCatalogue, type Alarm } from '../../domain/alarms.ts'
import { breakerStands, reopensAt } from '../../domain/breaker.ts'
import { makeAlarms } from '../../store/alarms.ts'
import { makeProofingFailures } from '../../store/proofing-failures.ts'
import { numberOption, type Command } from '../command.ts'
import { grouped } from '../progress.ts'
import { withDatabase } from '../with-database.ts'

export const watchStatus: Command = {
  parameters: [],
  about: 'Says how the breaker of PROOF-11 stands, and which alarms stand now (docs/alarms.md). It needs DATABASE_URL and no keys, and CLAVE_POLICY if\n'
    + 'the servers have one.',
  options: {},
  run: (call) => withDatabase(call, async (db, config) => {
    const limit = loadPolicy(config.policyFile).proofing.failuresPerDay
    const reading = await makeProofingFailures(db, () => db).look(limit)
    const stands = breakerStands(reading, limit)
    const alarms = (await makeAlarms(db, () => db).list(100)).filter(({ until }) => until === null)
    const said = stands
      ? `The breaker stands: new proofings need a registered contact or an office first. It opens by itself at ${grouped(reopensAt(limit))}.`
      : 'The breaker is open: whoever asks is asked the questions.'
    const counted = `${grouped(reading.failures)} proofings failed in 24 hours; the limit is ${grouped(limit)}.`
    call.output.result([said, counted, ...(alarms.length === 0 ? ['No alarm stands.'] : alarms.flatMap(linesOf))].join('\n'), {
      breaker: { stands, failures: reading.failures, limit, opensAt: reopensAt(limit) }, alarms: alarms.map(objectOf),
    })
  }),
}

export const watchList: Command = {
  parameters: [],
  about: 'Lists alarms, those that stand first and then the newest (docs/alarms.md). It needs DATABASE_URL and no keys.',
  options: { most: { type: 'string', value: 'COUNT', about: 'How many at most; 50 unless given.' } },
  run: (call) => withDatabase(call, async (db) => {
    const alarms = await makeAlarms(db, () => db).list(numberOption(call, 'most', 50, { least: 1, most: 10_000 }))
    call.output.result(alarms.length === 0 ? 'There was never an alarm.' : alarms.flatMap(linesOf).join('\n'), { alarms: alarms.map(objectOf) })
  }),
}

const moment = (at: number): string => new Date(at).toISOString().replace(/\.\d+/, '')

function linesOf({ code, since, until, most }: Alarm): string[] {
  const { says, counts } = alarmCatalogue[code]
  return [`${until === null ? 'NOW ' : ''}${code}: ${says}`, `  ${moment(since)} to ${until === null ? 'now' : moment(until)}, at most ${grouped(most)} ${counts}`]
}

function objectOf({ code, since, until, most }: Alarm): Readonly<Record<string, unknown>> {
  return { code, since: moment(since), until: until === null ? null : moment(until), most }
}
