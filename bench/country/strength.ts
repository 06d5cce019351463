/** Everybody read once by `clave register strength`. */
import { runClave, type Ran } from './clave.ts'
import type { CountryParts } from './imports.ts'

export interface StrengthFigures extends Ran {
  readonly people: number
}

export async function strengthRun({ url, keys }: CountryParts): Promise<StrengthFigures> {
  const ran = await runClave(['register', 'strength', '--json'], { DATABASE_URL: url, CLAVE_KEYS: keys })
  return { ...ran, people: (ran.report as { people: number }).people }
}
