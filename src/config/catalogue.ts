/**
 * Every environment variable, with its type, default and documentation. docs/configuration.md is generated from here (npm run docs), and
 * src/config/parse.ts reads by it; nothing else reads the environment.
 */
import * as read from './readers.ts'
import type { Reader } from './readers.ts'

/** What the program was started for. `tool`: commands that work on the database and end. */
export type Purpose = 'serve' | 'demo' | 'tool'

export interface Setting<T> {
  readonly name: string
  readonly reader: Reader<T>
  /** A text as it would stand in the environment; null when there is no value unless given. A secret never has one. */
  readonly default: string | null
  /** Must be given when the program was started for one of these. */
  readonly neededFor: readonly Purpose[]
  readonly secret?: true
  /** Sentences for docs/configuration.md. */
  readonly about: string
}

const optional = <T>(name: string, reader: Reader<T>, standard: string, about: string): Setting<T> & { readonly default: string } => ({ name, reader, default: standard, neededFor: [], about })
const needed = <T>(name: string, reader: Reader<T>, neededFor: readonly Purpose[], about: string): Setting<T> => ({ name, reader, default: null, neededFor, about })

export const catalogue = {
  port: optional('PORT', read.wholeNumber(0, 65_535), '3000', 'The port to listen on; 0 takes any free one.'),
  address: optional('CLAVE_ADDRESS', read.host, 'localhost', 'The address to listen on. In a container or behind a proxy on another machine: 0.0.0.0 or ::.'),
  baseUrl: needed('CLAVE_BASE_URL', read.baseUrl, ['serve'],
    'The address people see, from which every link in a mail is made; it is never taken from a request (LINK-5). In the demo http://localhost and the port.'),
  home: optional('CLAVE_HOME', read.filePath, '.clave', 'The data folder: the embedded database and, in the demo, its keys. Unless given it is in the folder of the program.'),
  databaseUrl: {
    ...needed('DATABASE_URL', read.databaseUrl, ['serve', 'tool'],
      'The PostgreSQL server (15 or newer), or the word embedded for the one that comes with the program, in the data folder. In the demo embedded.'),
    secret: true,
  },
  namedStatements: optional('CLAVE_DATABASE_NAMED_STATEMENTS', read.onOrOff, 'on',
    'Named prepared statements. Off behind pgbouncer below 1.21 in transaction mode, which mixes them up; that pgbouncer also needs '
    + '`ignore_startup_parameters = options`, and the database `alter role … set search_path = clave`.'),
  connections: optional('CLAVE_DATABASE_CONNECTIONS', read.wholeNumber(2, 200), '10', 'The most connections this process opens to the database.'),
  smtpUrl: {
    ...needed('SMTP_URL', read.smtpUrl, ['serve'], 'The mail server that takes our mail. In the demo a mail server of its own, whose mail is shown at /demo/correo.'),
    secret: true,
  },
  mailFrom: needed('CLAVE_MAIL_FROM', read.mailbox, ['serve'], 'The sender of every mail. In the demo clave@localhost.'),
  textUrl: needed('CLAVE_TEXT_URL', read.gatewayUrl, [],
    'The gateway that takes our text messages, as far as the version of its interface (OneAPI SMS), such as https://gateway.example.org/smsmessaging/v1. '
    + 'Without it notices go out by mail alone. In the demo a gateway of its own, whose texts are shown at /demo/correo.'),
  textAuthorization: {
    ...needed('CLAVE_TEXT_AUTHORIZATION', read.authorization, [], 'What that gateway is sent as the header Authorization. Needed with CLAVE_TEXT_URL.'),
    secret: true,
  },
  textSender: needed('CLAVE_TEXT_SENDER', read.textSender, [], 'The number or short code that text messages come from. Needed with CLAVE_TEXT_URL.'),
  textSenderName: needed('CLAVE_TEXT_SENDER_NAME', read.textSenderName, [], 'What telephones show in place of that number, where the operator allows it.'),
  keysFile: needed('CLAVE_KEYS', read.filePath, ['serve'],
    'The file with the key ring, made by `clave keys new`. Without it no person is found and no fact can be read, so keep a copy apart from the database. '
    + 'Servers read it, again within seconds when it changes; `clave person erase` writes it anew, in its folder. '
    + 'In the demo a file in the data folder, made at the first start.'),
  policyFile: needed('CLAVE_POLICY', read.filePath, [], 'A JSON file that changes numbers of the policy; see below.'),
  trustProxy: optional('CLAVE_TRUST_PROXY', read.proxies, 'off', 'Whose X-Forwarded-For and X-Forwarded-Proto are believed. Never everybody, since any client could then choose its address.'),
  logLevel: optional('CLAVE_LOG_LEVEL', read.oneOf('fatal', 'error', 'warn', 'info', 'debug'), 'info', 'How much is logged. No level logs personal data (ID-3).'),
  institution: optional('CLAVE_INSTITUTION', read.words(80), 'Instituto de Seguridad Social', 'The name of the institution on pages and in mails.'),
  helpContact: needed('CLAVE_HELP_CONTACT', read.words(200), [],
    'How people reach the institution, as one sentence for the help page, such as "Llame al 1800 000 000, de lunes a viernes de 8:00 a 17:00." Without it the page points to the offices.'),
  privacyContact: needed('CLAVE_PRIVACY_CONTACT', read.words(200), [],
    'How people reach the person in charge of data protection, as one sentence for the privacy page. Without it the help contact.'),
} as const satisfies Record<string, Setting<unknown>>

/** Variables of the tests and of the launcher, which the program passes over. */
export const otherVariables = /^CLAVE_TEST_/
