/** A courier in a process of its own, to be killed: `courier-process.ts DATABASE_URL SMTP_URL`, the key ring on standard input. */
import { readFileSync } from 'node:fs'
import { startCourier } from '../../src/mail/courier.ts'
import { makeComposer } from '../../src/mail/messages.ts'
import { openSmtp } from '../../src/mail/smtp.ts'
import { makeFieldCipher } from '../../src/security/field-cipher.ts'
import { parseKeyring } from '../../src/security/keyring.ts'
import { openDatabase } from '../../src/store/database.ts'
import { makeDeliveries } from '../../src/store/outbox-delivery.ts'

const [database = '', smtp = ''] = process.argv.slice(2)
startCourier({
  deliveries: makeDeliveries(openDatabase({ url: database }), makeFieldCipher(parseKeyring(readFileSync(0, 'utf8')))),
  compose: makeComposer({ baseUrl: 'https://clave.ejemplo.ec', institution: 'Institución de prueba', timeZone: 'America/Guayaquil', code: () => '12345678' }),
  post: openSmtp({ url: smtp, from: 'clave@ejemplo.ec', institution: 'Institución de prueba' }),
  report: () => undefined,
})
