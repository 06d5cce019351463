/** What a form with the robot check brought. */
import type { RobotProof } from '../app/identify.ts'
import type { Visit } from './web.ts'

/** Anything but a good solution counts as a browser without scripts: it waits, and nobody is turned away. */
export async function robotProofOf({ web, form }: Visit): Promise<RobotProof> {
  const payload = form.text('altcha')
  if (payload === '') return { solved: false }
  const verdict = await web.robot.verify(payload, await web.deps.store.now())
  return verdict.ok ? { solved: true, challenge: verdict.challenge, expiresAt: verdict.expiresAt } : { solved: false }
}
