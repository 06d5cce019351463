/** The pages from the terms to the signed-in home, and «No fui yo», in every state. */
import { lookAt } from './look-at-states.ts'
import { finishing } from './states.ts'

lookAt([...finishing])
