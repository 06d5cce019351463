/** The breaker and the officers' pages, in every state. */
import { lookAt } from './look-at-states.ts'
import { breaker, officers } from './states-of-watch.ts'

lookAt([...breaker, ...officers])
