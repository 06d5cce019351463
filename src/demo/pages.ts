/** The demo's own pages. They exist only where the demo registers them: anywhere else /demo is not found. */
import type { FastifyInstance } from 'fastify'
import { localDay } from '../domain/calendar.ts'
import type { RegisterRecord } from '../domain/person.ts'
import { handling } from '../web/visit.ts'
import type { Visit, Web } from '../web/web.ts'
import type { DemoInbox } from './inbox.ts'
import type { DemoTextBox } from './text-box.ts'
import { mailListPage, mailPage, mailPath } from './mail-pages.ts'
import { papersPage, peoplePage, peoplePath } from './people-pages.ts'
import { makeOfficerLink, officerPath, showOfficerLink } from './officer-page.ts'
import { choosePersonas } from './personas.ts'

export interface Demo {
  /** Invented anew at each call, about 50 ms; asked once, when somebody first looks. */
  readonly records: () => Iterable<RegisterRecord>
  readonly inbox: Pick<DemoInbox, 'list' | 'get'>
  readonly texts: Pick<DemoTextBox, 'list'>
}

const offered = 12

export function demoRoutes(app: FastifyInstance, web: Web, { records, inbox, texts }: Demo): void {
  const personas = once(async () => choosePersonas([...records()], offered, await canBeAsked(web)))
  app.get('/demo', handling(web, () => ({ to: peoplePath })))
  app.get(peoplePath, handling(web, async (visit) => peoplePage(visit, await personas())))
  app.get(`${peoplePath}/:place`, handling(web, async (visit) => papersPage(visit, await personas(), parameter(visit, 'place'))))
  app.get(officerPath, handling(web, showOfficerLink))
  app.post(officerPath, handling(web, makeOfficerLink))
  app.get(mailPath, handling(web, (visit) => mailListPage(visit, inbox, texts)))
  app.get(`${mailPath}/:id`, handling(web, (visit) => mailPage(visit, inbox, parameter(visit, 'id'))))
}

/** With all three decks: who tries the demo should not run out of questions after one mistake. */
async function canBeAsked({ deps, policy }: Web): Promise<(record: RegisterRecord) => boolean> {
  const today = localDay(await deps.store.now(), policy.timeZone)
  return (record) => deps.questions.plan(deps.register.personKey(record.id), record, today).length >= policy.proofing.decks
}

/** A failure is not kept: the next who looks tries again. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  const forget = (): void => {
    made = undefined
  }
  return () => {
    if (made === undefined) {
      made = make()
      made.catch(forget)
    }
    return made
  }
}

function parameter({ request }: Visit, name: string): string {
  return (request.params as Record<string, string>)[name] ?? ''
}
