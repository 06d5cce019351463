/** What a signed-in person can do with her key: one page each, all behind the gate of src/web/session-gate.ts. */
import { randomInt } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Web } from '../../web.ts'
import { showActivity } from './activity.ts'
import { copyAsCsv, copyAsPdf, csvPath, pdfPath } from './activity-copies.ts'
import { changePages, donePath } from './change.ts'
import { confirmPath, showConfirm, submitConfirm } from './confirm.ts'
import { confirmKeyPath, sendConfirmationPath, showConfirmKey, submitCode, submitSend } from './confirm-key.ts'
import { showChange, showCodes, submitChange, submitCodes } from './contact-change.ts'
import { cancelPath, codesPath, contactPaths, removePath, showContacts, submitCancel, submitRemove } from './contacts.ts'
import { ownPaths } from './menu.ts'
import { showMyData, submitMyData } from './my-data.ts'
import { figurePath, showFigureAgain, showQuestions, submitFigureAgain, submitQuestions } from './questions.ts'
import { owned } from './own-page.ts'
import { endOnePath, endOthersPath, forgetPath, showSessions, submitEndOne, submitEndOthers, submitForget } from './sessions.ts'

export function myKeyRoutes(app: FastifyInstance, web: Web): void {
  const change = changePages((below) => randomInt(below))
  app.get(ownPaths.change, owned(web, change.show))
  app.post(ownPaths.change, owned(web, change.submit))
  app.get(donePath, owned(web, change.done))
  app.get(ownPaths.activity, owned(web, showActivity))
  app.post(csvPath, owned(web, copyAsCsv))
  app.post(pdfPath, owned(web, copyAsPdf))
  app.get(confirmPath, owned(web, showConfirm))
  app.post(confirmPath, owned(web, submitConfirm))
  app.get(confirmKeyPath, owned(web, showConfirmKey))
  app.post(confirmKeyPath, owned(web, submitCode))
  app.post(sendConfirmationPath, owned(web, submitSend))
  app.get(ownPaths.sessions, owned(web, showSessions))
  app.post(endOnePath, owned(web, submitEndOne))
  app.post(endOthersPath, owned(web, submitEndOthers))
  app.post(forgetPath, owned(web, submitForget))
  app.get(ownPaths.contacts, owned(web, showContacts))
  for (const place of ['email', 'second-email', 'phone'] as const) {
    app.get(contactPaths[place], owned(web, showChange(place)))
    app.post(contactPaths[place], owned(web, submitChange(place)))
  }
  app.get(codesPath, owned(web, showCodes))
  app.post(codesPath, owned(web, submitCodes))
  app.post(cancelPath, owned(web, submitCancel))
  app.post(removePath, owned(web, submitRemove))
  app.get(ownPaths.questions, owned(web, showQuestions))
  app.post(ownPaths.questions, owned(web, submitQuestions))
  app.get(figurePath, owned(web, showFigureAgain))
  app.post(figurePath, owned(web, submitFigureAgain))
  app.get(ownPaths.data, owned(web, showMyData))
  app.post(ownPaths.data, owned(web, submitMyData))
}
