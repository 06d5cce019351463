/** The pages of the personal bank, the mail and the link, in every state. */
import { lookAt } from './look-at-states.ts'
import { bank, mailing } from './states.ts'

lookAt([...bank, ...mailing])
