/** The search, the public checks and unlocking, in every state. */
import { lookAt } from './look-at-states.ts'
import { publicPages, unlock } from './states-of-life.ts'

lookAt([...publicPages, ...unlock])
