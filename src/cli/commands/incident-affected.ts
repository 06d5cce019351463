import { loadPolicy } from '../../config/policy-file.ts'
import { parseConfig } from '../../config/parse.ts'
import { eventCatalogue, type EventType } from '../../domain/events.ts'
import type { Incident } from '../../app/rights-ports.ts'
import { openRights, type Rights } from '../../rights.ts'
import { requiredOption, WrongUse, type Call, type Command } from '../command.ts'
import { openPrivateFile } from '../private-file.ts'
import { grouped } from '../progress.ts'

export const incidentAffected: Command = {
  parameters: [],
  about: 'For the notice of a breach (LOPDP, articles 43 and 46): lists everybody with an event in a window of time, with what is on file to reach\n'
    + 'them and by which way to tell each. Places are erased after a year, and --network finds only events that still have theirs.\n'
    + 'It changes nothing. It needs DATABASE_URL and CLAVE_KEYS.',
  options: {
    from: { type: 'string', value: 'TIME', about: 'The first moment, with its zone, such as 2026-11-22T08:00:00-05:00.' },
    to: { type: 'string', value: 'TIME', about: 'The end; that moment itself is not in it.' },
    network: { type: 'string', value: 'NETWORK', about: 'Only events from this network, as events have it: 203.0.113.0/24 or 2001:db8:1::/48.' },
    event: { type: 'string', value: 'TYPE', about: 'Only events of this type of docs/events.md, such as login.succeeded.' },
    file: { type: 'string', value: 'FILE', about: 'Where the list goes (CSV), readable by its owner alone; an existing file is never touched.' },
  },
  async run(call) {
    const [incident, path] = [incidentOf(call), requiredOption(call, 'file')]
    const config = parseConfig(call.environment, 'tool')
    const rights = await openRights(config, loadPolicy(config.policyFile), call.output.note)
    try {
      const file = openPrivateFile(path)
      let people = 0
      await file.write(lines(rights, incident, () => { people += 1 })).catch((error: unknown) => {
        file.discard()
        throw error
      })
      call.output.result(`${grouped(people)} ${people === 1 ? 'person' : 'people'} in ${path}. ${deadlines}`, { file: path, people })
    } finally {
      await rights.close()
    }
  },
}

const deadlines = 'The authority and the telecommunications regulator are told within 5 working days of knowing of the breach, each person at risk within 3 of\n'
  + 'knowing of the risk, by the way in the last column; a public notice where telling each is out of proportion. Delete the file afterwards.'

async function* lines(rights: Rights, incident: Incident, count: () => void): AsyncGenerator<string> {
  yield rights.head
  for await (const each of rights.affected(incident)) {
    count()
    yield await rights.row(each)
  }
}

function incidentOf(call: Call): Incident {
  const [from, to] = [moment(call, 'from'), moment(call, 'to')]
  if (from >= to) throw new WrongUse('--from must be before --to.')
  const { network, event } = call.options
  if (event !== undefined && !Object.hasOwn(eventCatalogue, String(event))) throw new WrongUse(`There is no event ${String(event)}; docs/events.md lists them.`)
  if (network !== undefined && !/^(?:\d{1,3}(?:\.\d{1,3}){2}\.0\/24|[0-9a-f:]+::\/48|unknown)$/.test(String(network))) throw new WrongUse('--network must be a network as events have it: 203.0.113.0/24 or 2001:db8:1::/48.')
  return { from, to, network: network === undefined ? null : String(network), type: event === undefined ? null : (String(event) as EventType) }
}

/** Without its zone a time would be that of whatever machine this runs on. */
function moment(call: Call, name: string): number {
  const text = requiredOption(call, name)
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : NaN
  if (Number.isNaN(at)) throw new WrongUse(`--${name} must be a moment with its zone, such as 2026-11-22T08:00:00-05:00.`)
  return at
}
