/**
 * Everything the tables hold about one person, readable (D-08, LOPDP access and portability). Not given, because nobody can read it: the key, the
 * answers, the figure and tokens, which are stored as hashes; and what somebody else may have typed into an unfinished journey.
 * test/web/my-key/my-data.test.ts compares the list with the database: a new table with a person in it must be named here.
 */
import type { OwnData } from '../app/own-ports.ts'
import { maskedNumber } from '../domain/bank-account.ts'
import type { PersonKey } from '../domain/types.ts'
import type { Field, FieldCipher } from '../security/field-cipher.ts'
import { statement, type Database, type Statement } from './database.ts'
import { bytesOf } from './person-key.ts'

interface Part {
  readonly name: string
  readonly table: string
  readonly statement: Statement
  /** Sealed columns, by the names they have in the copy. */
  readonly sealed: Readonly<Record<string, Field>>
}

const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

function part(name: string, table: string, columns: string, order: string, sealed: Part['sealed'] = {}): Part {
  return { name, table, sealed, statement: statement(`own-data-${table}`, `select ${columns} from ${table} where person_key = $1 order by ${order}`) }
}

export const ownDataParts: readonly Part[] = [
  part('clave', 'accounts', `state as estado, ${iso('issued_at')} as generada, ${iso('changed_at')} as cambiada, ${iso('recovered_at')} as recuperada,
    ${iso('probation_until')} as "aPruebaHasta", ${iso('frozen_at')} as congelada, ${iso('signed_in_at')} as "ultimoIngreso", terms_version as "condicionesAceptadas"`, 'issued_at'),
  part('contactos', 'contacts', `kind as tipo, value as valor, verified_by as "comprobadoPor", ${iso('since')} as desde, ${iso('money_from')} as "paraDineroDesde"`, 'rank', { valor: 'contact' }),
  part('contactosAnteriores', 'former_contacts', `kind as tipo, value as valor, verified_by as "comprobadoPor", ${iso('ended_at')} as hasta`, 'ended_at', { valor: 'contact' }),
  part('cambiosDeContactoEnEspera', 'contact_changes', `what as tipo, value as valor, ${iso('asked_at')} as pedido`, 'asked_at', { valor: 'contact' }),
  part('preguntasPersonales', 'personal_answers', 'question as pregunta', 'question'),
  part('figura', 'personal_figures', `'guardada sin que nadie la pueda leer' as figura`, 'person_key'),
  part('preguntasEnEspera', 'bank_changes', `${iso('asked_at')} as pedido`, 'asked_at'),
  part('sesiones', 'sessions', `${iso('started_at')} as inicio, ${iso('seen_at')} as "ultimaActividad", ${iso('ended_at')} as fin, origin as desde`, 'started_at', { desde: 'session' }),
  part('navegadores', 'devices', `label as navegador, ${iso('first_used_at')} as "primerIngreso", ${iso('last_used_at')} as "ultimoIngreso", ${iso('expires_at')} as hasta, ${iso('ended_at')} as fin`, 'first_used_at', { navegador: 'device' }),
  part('intentosConPreguntas', 'proofing_attempts', `day as dia, used_today as "usadosEseDia", used_in_all as "usadosEnTotal"`, 'person_key'),
  part('intentosConClave', 'login_attempts', `split_part(lane, ' ', 1) as via, in_a_row as "seguidos", since_success as "desdeElUltimoAcierto"`, 'lane'),
  part('reaperturas', 'reopenings', `${iso('reopened_at')} as fecha, by as por`, 'reopened_at'),
  part('pedidosDeDesbloqueo', 'unlock_requests', `${iso('asked_at')} as fecha, reason as motivo, mailed as "conCorreo"`, 'asked_at'),
  part('tramites', 'journeys', `kind as tipo, ${iso('begun_at')} as inicio, ${iso('seen_at')} as "ultimaActividad"`, 'begun_at'),
  part('enlacesEnviados', 'links', `kind as tipo, ${iso('created_at')} as creado, ${iso('expires_at')} as "sirveHasta", ${iso('consumed_at')} as usado`, 'created_at'),
  part('avisosEnviados', 'outbox', `kind as tipo, channel as por, ${iso('created_at')} as pedido, ${iso('sent_at')} as enviado, ${iso('given_up_at')} as "noSePudoEntregar"`, 'id'),
  part('cuentaBancaria', 'bank_accounts', `account as cuenta, ${iso('registered_at')} as registrada`, 'registered_at', { cuenta: 'bank-account' }),
  part('certificados', 'certificates', `content as contenido, ${iso('issued_at')} as emitido`, 'issued_at', { contenido: 'certificate' }),
]

export function makeOwnData(db: Database, cipher: FieldCipher): OwnData {
  return {
    async parts(person, account) {
      const found: [string, unknown][] = []
      for (const { name, statement: select, sealed } of ownDataParts) {
        const rows = await db.rows<Record<string, unknown>>(select, [bytesOf(person)])
        found.push([name, rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, opened(person, sealed[column], value, account)])))])
      }
      return Object.fromEntries(found)
    },
  }

  function opened(person: PersonKey, field: Field | undefined, value: unknown, account: 'masked' | 'whole'): unknown {
    if (field === undefined || !Buffer.isBuffer(value)) return value
    const text = cipher.decrypt(person, field, value).toString()
    if (!text.startsWith('{')) return text
    const read = JSON.parse(text) as Record<string, unknown>
    return field === 'bank-account' && account === 'masked' ? { ...read, number: maskedNumber(String(read['number'])) } : read
  }
}
