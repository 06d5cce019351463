/** The pages of the portal, and of the journey up to the verdict, in every state. */
import { lookAt } from './look-at-states.ts'
import { faults, identifying, portal, proofing } from './states.ts'

lookAt([...portal, ...identifying, ...proofing, ...faults])
