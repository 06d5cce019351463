/** Recovering a key and opening a closed process, in every state. */
import { lookAt } from './look-at-states.ts'
import { recovery, reopen } from './states-of-life.ts'

lookAt([...recovery, ...reopen])
