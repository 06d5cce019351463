/**
 * The program put together and kept running: configuration in, a listening server out, everything stopped in order at the end.
 * The only file besides src/cli that knows the process it runs in.
 */
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import type { Config } from './config/parse.ts'
import { deckRules } from './deck-rules.ts'
import { erasureState, erasureTroubles } from './erasure-state.ts'
import type { Policy } from './domain/policy.ts'
import { minute, second } from './domain/types.ts'
import { makeRetentionTurn } from './app/retention.ts'
import { answerUnlockRequest } from './app/unlock-mail.ts'
import { startClerk } from './mail/clerk.ts'
import { startCourier, type Courier } from './mail/courier.ts'
import { makeComposer } from './mail/messages.ts'
import { openSmtp, type Post } from './mail/smtp.ts'
import { openTextGateway, type TextGatewaySettings } from './mail/text-gateway.ts'
import { makeTextComposer } from './mail/text-words.ts'
import { allRoutes } from './routes.ts'
import { keepInventedStatistics } from './invented-statistics.ts'
import { watchKnowledge } from './kept-statistics.ts'
import { loadCommonPasswords } from './security/common-passwords.ts'
import { loadKeyring, upgradeKeyring } from './security/keyring-file.ts'
import { startKeyringWatch } from './security/keyring-watch.ts'
import { newKeyringFile, type Keyring } from './security/keyring.ts'
import { randomFromPool } from './security/random-pool.ts'
import { defaultEffort, robotCheck } from './security/robot-check.ts'
import { openDatabase, type Database } from './store/database.ts'
import { migrate } from './store/migrate.ts'
import { makeDeliveries } from './store/outbox-delivery.ts'
import { makeRegisterPriors } from './store/register-priors.ts'
import { makeSiteStatus } from './store/site-status.ts'
import { makeRetention } from './store/retention.ts'
import { makeSystem, type System } from './system.ts'
import { loadAssets } from './web/assets.ts'
import { makeWeb } from './web/make-web.ts'
import { requestLog } from './web/request-log.ts'
import { buildServer, type ServerOptions } from './web/server.ts'
import { startStatusWatch, type StatusWatch } from './web/status-watch.ts'
import { loadTerms } from './web/terms.ts'

export interface ServeOptions {
  readonly config: Config
  readonly policy: Policy
  /** What is going on, for the person at the terminal. */
  note(sentence: string): void
}

/** Resolves once the server listens; ends on SIGTERM or SIGINT after answering what is in work. */
export async function serve({ config, policy, note }: ServeOptions): Promise<void> {
  const closers: (() => Promise<void> | void)[] = []
  const [url] = await Promise.all([databaseFor(config, note, closers), prepareFiles(note)])
  await migrate({ url }, { log: note })
  // The demo's terminal is for the person who tries it; only what is wrong is said there.
  const level = config.purpose === 'demo' && config.logLevel === 'info' ? 'warn' : config.logLevel
  const log = pino({ level }, pino.destination({ sync: false, minLength: 4_096, periodicFlush: 500 })) // no system call for each line
  const db = openDatabase({
    url, namedStatements: config.namedStatements, connections: config.connections,
    onLost: () => log.warn('lost an idle connection to the database'),
  })
  closers.push(() => db.close())
  const keysFile = keysFileOf(config)
  const keyring = loadKeyring(keysFile)
  closers.push(await followErasures(keysFile, keyring, db, log))
  const couriers: Courier[] = []
  const texting = config.textUrl !== null || config.purpose === 'demo'
  const knowledge = watchKnowledge(makeRegisterPriors(db), deckRules(policy), (error) => log.error({ fault: (error as Error).name }, 'the statistics of the register were not read'))
  closers.push(() => knowledge.stop())
  const system = await makeSystem({
    db, keyring, policy, knowledge: knowledge.current, institution: config.institution, terms: loadTerms(), isCommonPassword: loadCommonPasswords(), texting,
    wakeCourier: () => couriers.forEach((courier) => courier.wake()), specimen: config.purpose === 'demo',
  })
  const demo = config.purpose === 'demo' ? await openDemo(config, policy, db, keyring, system, closers) : null
  await knowledge.look()
  if (knowledge.current() === undefined) note('Nobody can be asked questions yet: nothing is known of the register as a whole under this policy. clave register strength computes it.')
  const post = openSmtp({ url: demo?.inbox.url ?? config.smtpUrl!, from: config.mailFrom, institution: config.institution })
  couriers.push(startMail(config, policy, db, system, post, log))
  const gateway = gatewayOf(config, demo?.texts.settings ?? null)
  if (gateway) couriers.push(startTexts(config, policy, db, system, gateway, log))
  const clerk = startClerk({ answer: () => answerUnlockRequest(system.deps), onFault: (error) => log.error({ fault: (error as Error).name }, 'an unlock request was not answered') })
  const sweeper = startClerk({ answer: makeRetentionTurn(makeRetention(db), policy, (counts) => log.info({ counts }, 'what was past its time is deleted')), onFault: (error) => log.error({ fault: (error as Error).name }, 'what is past its time was not deleted'), beat: minute })
  closers.push(async () => {
    await sweeper.stop()
    await clerk.stop()
    await Promise.all(couriers.map((courier) => courier.stop()))
    post.close()
  })
  await system.watch.look()
  const watcher = startClerk({
    answer: async () => {
      for (const { code, since, until, most } of await system.watch.look()) log.warn({ alarm: code, since, until, most }, until === null ? 'an alarm began' : 'an alarm is over')
      return false
    },
    onFault: (error) => log.error({ fault: (error as Error).name }, 'the watch could not look'), beat: 5 * second,
  })
  closers.push(async () => {
    await watcher.stop()
    await system.watch.look().catch(() => undefined) // what was noted last; nothing rests on it
  })
  const status = startStatusWatch({ read: makeSiteStatus(db).read })
  closers.push(() => status.stop())
  await status.look()
  const app = await startWeb(config, system, keyring, demo, status, log)
  stopOnSignal(app, closers, note)
  note(`Clave is ready at ${config.baseUrl}`)
}

async function databaseFor(config: Config, note: (sentence: string) => void, closers: (() => Promise<void> | void)[]): Promise<string> {
  if (config.databaseUrl !== null) return config.databaseUrl
  const { startEmbeddedPostgres } = await import('./store/embedded-postgres.ts')
  const server = await startEmbeddedPostgres({ home: config.home, log: note })
  closers.push(() => server.stop())
  return server.url
}

/** Built once after an install or a change; looking whether that is needed takes a few milliseconds. */
async function prepareFiles(note: (sentence: string) => void): Promise<void> {
  const { buildAssets } = await import('../scripts/build-assets.ts')
  const { buildCommonPasswords } = await import('../scripts/build-common-passwords.ts')
  if ((await buildAssets()) === 'built') note('Built the style sheet and the scripts.')
  if (buildCommonPasswords() === 'built') note('Built the list of common passwords.')
}

/** The demo makes its own keys at the first start; anything else must be given them (C-08). */
function keysFileOf(config: Config): string {
  if (config.keysFile !== null) return config.keysFile
  if (config.purpose !== 'demo') throw new Error('CLAVE_KEYS is needed.')
  const file = join(config.home, 'keys.json')
  if (!existsSync(file)) {
    mkdirSync(config.home, { recursive: true })
    writeFileSync(file, newKeyringFile(randomBytes), { mode: 0o600 })
    chmodSync(file, 0o600)
  }
  upgradeKeyring(file, randomBytes) // of a demo begun with an earlier version
  return file
}

/** Keys destroyed in the file are forgotten here within seconds (D-03); what does not fit together is told and stops nothing. */
async function followErasures(keysFile: string, keyring: Keyring, db: Database, log: pino.Logger): Promise<() => void> {
  for (const trouble of erasureTroubles(await erasureState(db, keyring))) log.warn(trouble)
  const watch = startKeyringWatch({
    file: keysFile, keyring,
    onRefused: (why) => log.error({ why }, 'the file of the key ring changed and was not taken over'),
    onAdopted: (erased) => log.info({ erased }, 'the key ring was read again'),
  })
  return watch.stop
}

async function openDemo(config: Config, policy: Policy, db: Database, keyring: Keyring, { deps }: System, closers: (() => Promise<void> | void)[]) {
  const [{ openDemoInbox }, { openDemoTextBox }, { prepareDemoRegister }, { localDay }] = await Promise.all([
    import('./demo/inbox.ts'), import('./demo/text-box.ts'), import('./demo/register.ts'), import('./domain/calendar.ts'),
  ])
  const inbox = await openDemoInbox()
  closers.push(() => inbox.close())
  const texts = await openDemoTextBox()
  closers.push(() => texts.close())
  const today = localDay(await deps.store.now(), policy.timeZone)
  const register = await prepareDemoRegister(config.home, today, db, keyring)
  await keepInventedStatistics(db, today)
  return { inbox, texts, records: register.records }
}

function startMail(config: Config, policy: Policy, db: Database, { deps, cipher }: System, post: Post, log: pino.Logger): Courier {
  const { baseUrl, institution } = config
  const compose = makeComposer({ baseUrl, institution, timeZone: policy.timeZone, code: deps.secrets.code })
  return startCourier({ deliveries: makeDeliveries(db, cipher), compose, post, report: (report) => log[report.result === 'sent' ? 'info' : 'warn'](report, 'mail') })
}

/** The demo's own when there is one, whatever the environment says: nothing of a demo leaves the machine. */
function gatewayOf({ textUrl, textAuthorization, textSender, textSenderName }: Config, demo: TextGatewaySettings | null): TextGatewaySettings | null {
  if (demo || textUrl === null) return demo
  return { url: textUrl, authorization: textAuthorization!, sender: textSender!, senderName: textSenderName ?? undefined }
}

function startTexts({ baseUrl }: Config, { timeZone }: Policy, db: Database, { cipher }: System, gateway: TextGatewaySettings, log: pino.Logger): Courier {
  return startCourier({
    deliveries: makeDeliveries(db, cipher, 'text'), compose: makeTextComposer({ baseUrl, timeZone }), post: openTextGateway(gateway),
    report: (report) => log[report.result === 'sent' ? 'info' : 'warn'](report, 'text'),
  })
}

type OpenDemo = Awaited<ReturnType<typeof openDemo>> | null

async function startWeb(config: Config, { deps }: System, keyring: Keyring, demo: OpenDemo, status: StatusWatch, log: pino.Logger): Promise<FastifyInstance> {
  const assets = loadAssets()
  const web = makeWeb({
    deps, assets, institution: config.institution, contacts: { help: config.helpContact ?? undefined, privacy: config.privacyContact ?? undefined },
    baseUrl: config.baseUrl, demo: demo !== null, status: status.current, formKey: keyring.derive('form'),
    robot: robotCheck(keyring.derive('robot'), { ...defaultEffort, lifetime: deps.policy.robot.challengeLifetime }), newBrowserId: () => randomFromPool(16).toString('base64url'),
  })
  const routes = [requestLog, ...allRoutes(assets, demo)]
  const app = await buildServer({ web, routes, logger: log, trustProxy: trusted(config.trustProxy) })
  // L-08: thousands who come at once are let in to be turned away; with Node's 511 the owner's connection would be dropped like theirs.
  await app.listen({ port: config.port, host: config.address, backlog: 4_096 })
  return app
}

/** A number means that many proxies in front of us; the address they vouch for is the one before them (L-12). */
function trusted(proxies: Config['trustProxy']): ServerOptions['trustProxy'] {
  if (proxies === false) return false
  return typeof proxies === 'number' ? (_address, hop) => hop < proxies : [...proxies]
}

/** Requests in work are answered, mail under way is finished, the database is closed last. A second signal ends at once. */
function stopOnSignal(app: FastifyInstance, closers: readonly (() => Promise<void> | void)[], note: (sentence: string) => void): void {
  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) process.exit(1)
    stopping = true
    note('Stopping.')
    await app.close()
    for (const close of [...closers].reverse()) await close()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
