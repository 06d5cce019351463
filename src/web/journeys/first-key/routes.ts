/** Journey 1, "Generar o recuperar clave": its pages, in the order of src/domain/journey.ts, and the landing of the mailed link. */
import { randomInt } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { stepNamed } from '../../../domain/journey.ts'
import { stepPost, stepRoutes, type StepPage } from '../../step-routes.ts'
import { loadTerms } from '../../terms.ts'
import { handling } from '../../visit.ts'
import type { Web } from '../../web.ts'
import { contacts } from './contacts.ts'
import { figureAgain } from './figure-again.ts'
import { figure } from './figure.ts'
import { challengePath, showIdentify, submitIdentify } from './identify.ts'
import { landingPath, receiveLink, showLanding, submitLanding } from './landing.ts'
import { sendAgain } from './mail-asked.ts'
import { mail, resendPath } from './mail.ts'
import { passwordStep } from './password.ts'
import { personalQuestionsStep } from './personal-questions.ts'
import { prepare } from './prepare.ts'
import { questions } from './questions.ts'
import { receipt } from './receipt.ts'
import { termsStep } from './terms.ts'
import { wait } from './wait.ts'

export function firstKeyRoutes(app: FastifyInstance, web: Web): void {
  const { path } = stepNamed('identify')
  app.get(path, handling(web, showIdentify))
  app.post(path, handling(web, submitIdentify))
  app.get(challengePath, async () => web.robot.challenge(await web.deps.store.now()))
  for (const page of pages(web)) stepRoutes(app, web, page)
  stepPost(app, web, 'mail', resendPath, sendAgain)
  app.get(`${landingPath}/:token`, handling(web, receiveLink))
  app.get(landingPath, handling(web, showLanding))
  app.post(landingPath, handling(web, submitLanding))
}

function pages(web: Web): readonly StepPage[] {
  const terms = loadTerms()
  if (terms.digest !== web.deps.terms.digest) throw new Error('the terms that are shown are not the terms that are stored as accepted')
  return [
    wait, prepare, questions, contacts, personalQuestionsStep, figure, figureAgain, mail, termsStep(terms), passwordStep((below) => randomInt(below)), receipt,
  ]
}
