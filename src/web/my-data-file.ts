/** The copy of a person's own data as a file (D-08): for the person's own page and for `clave person export`. */
import type { MyData } from '../app/my-data.ts'
import type { Instant } from '../domain/types.ts'
import { readableLine } from './activity.ts'
import { networkText } from './place.ts'

export interface MyDataFileFacts { readonly at: Instant; readonly institution: string; readonly timeZone: string }

/** The keys are Spanish in both languages: it is a format. The activity comes last and is written line by line. */
export async function* myDataFile({ register, parts, activity }: MyData, { at, institution, timeZone }: MyDataFileFacts): AsyncGenerator<string> {
  const head = { formato: 'clave/mis-datos/1', fecha: new Date(at).toISOString(), institucion: institution, registro: register, ...parts }
  yield `${JSON.stringify(head, null, 1).slice(0, -2)},\n "actividad": [`
  let first = true
  for await (const line of activity) {
    const { what, receipt } = readableLine(line, 'es', timeZone)
    const event = {
      numero: line.seq, fecha: new Date(line.at).toISOString(), tipo: line.type, dice: what, datos: line.facts,
      red: line.network === null ? null : networkText(line.network), constancia: receipt.replaceAll('\u00a0', ' '),
    }
    yield `${first ? '' : ','}\n  ${JSON.stringify(event)}`
    first = false
  }
  yield '\n ]\n}\n'
}
