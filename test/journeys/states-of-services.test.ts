/** The services on our own pages, in every state. */
import { lookAt } from './look-at-states.ts'
import { services } from './states-signed-in.ts'

lookAt([...services])
