/** The pages of who has signed in, in every state. */
import { lookAt } from './look-at-states.ts'
import { ownPages } from './states-signed-in.ts'

lookAt([...ownPages])
