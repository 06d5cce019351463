/** The words of the demo's own pages: the invented people with their papers, and the mail that arrived. */
import type { IdentifierType, PersonStatus } from '../../domain/person.ts'
import type { Language } from '../language.ts'

export interface DemoWords {
  readonly people: { readonly title: string; readonly lead: string; readonly open: string }
  /** What a person who tries the journey will meet. */
  readonly ways: Readonly<Record<'questions' | 'none' | 'deceased' | 'withheld', string>>
  readonly portrait: {
    works(employers: number): string
    readonly worked: string
    readonly noWork: string
    pension(kind: string): string
    loan(kind: string): string
    readonly represents: string
    readonly contact: string
  }
  readonly papers: {
    readonly title: string
    readonly start: string
    readonly identity: string
    readonly number: Readonly<Record<IdentifierType, string>>
    readonly formerNumber: string
    readonly names: string
    readonly birthDate: string
    readonly birthProvince: string
    readonly abroad: string
    readonly died: string
    readonly status: Readonly<Record<PersonStatus, string>>
    readonly history: string
    readonly first: string
    readonly contributions: string
    /** `to` null: still there. */
    stretch(from: string, to: string | null): string
    readonly payslips: string
    readonly month: string
    readonly wage: string
    readonly pension: { readonly title: string; readonly kind: string; readonly since: string; readonly amount: string }
    readonly loan: { readonly title: string; readonly granted: string; readonly amount: string; readonly installment: string; readonly to: string }
    readonly account: { readonly title: string; readonly bank: string; readonly since: string }
    readonly contacts: { readonly title: string; readonly kinds: Readonly<Record<'email' | 'mobile' | 'landline', string>>; readonly verified: string; readonly unverified: string }
    readonly back: string
  }
  readonly mail: {
    readonly title: string
    readonly lead: string
    readonly none: string
    readonly refresh: string
    readonly subject: string
    readonly to: string
    readonly arrived: string
    readonly back: string
  }
  readonly texts: { readonly title: string; readonly lead: string; readonly none: string }
  readonly officer: { readonly title: string; readonly lead: string; readonly text: string; readonly make: string; readonly made: string }
}

export const demoWords: Readonly<Record<Language, DemoWords>> = {
  es: {
    people: {
      title: 'Personas inventadas',
      lead: 'Ninguna existe. Elija una, abra sus papeles y genere su clave como lo haría ella. El correo que se le envíe llega a esta misma demostración.',
      open: 'Ver sus papeles',
    },
    ways: {
      questions: 'Puede generar su clave respondiendo preguntas.',
      none: 'No se le puede preguntar de forma segura: verá las otras formas de tener la clave.',
      deceased: 'Verá las mismas páginas que cualquiera, pero no puede tener una clave.',
      withheld: 'El registro la tiene reservada: verá las mismas páginas que cualquiera, pero no puede tener una clave.',
    },
    portrait: {
      works: (employers) => (employers === 1 ? 'Trabaja, siempre con el mismo empleador' : `Trabaja; ha tenido ${employers} empleadores`),
      worked: 'Trabajó antes',
      noWork: 'Sin historia laboral',
      pension: (kind) => `Recibe pensión: ${kind}`,
      loan: (kind) => `Tiene un préstamo ${kind}`,
      represents: 'Representa a una empresa',
      contact: 'La institución ya conoce su correo',
    },
    papers: {
      title: 'Papeles de',
      start: 'Generar la clave de esta persona (abre otra pestaña)',
      identity: 'Documento de identidad',
      number: { cedula: 'Número de cédula', extranjero: 'Código de extranjero' },
      formerNumber: 'Código anterior',
      names: 'Nombres y apellidos',
      birthDate: 'Fecha de nacimiento',
      birthProvince: 'Provincia de nacimiento',
      abroad: 'En el exterior',
      died: 'Fecha de fallecimiento',
      status: { active: 'Activa', deceased: 'Fallecida', withheld: 'Reservada' },
      history: 'Historia laboral impresa',
      first: 'Primer mes',
      contributions: 'Aportaciones mensuales en total',
      stretch: (from, to) => (to === null ? `Entrada: ${from}; hasta hoy` : `Entrada: ${from}; salida: ${to}`),
      payslips: 'Roles de pago',
      month: 'Mes',
      wage: 'Sueldo',
      pension: { title: 'Comprobante de la pensión', kind: 'Pensión', since: 'Desde', amount: 'Valor mensual' },
      loan: { title: 'Tabla de pagos del préstamo', granted: 'Concedido', amount: 'Monto', installment: 'Cuota mensual', to: 'Última cuota' },
      account: { title: 'Estado de cuenta', bank: 'Entidad', since: 'Registrada desde' },
      contacts: { title: 'Contactos que la institución conoce', kinds: { email: 'Correo', mobile: 'Celular', landline: 'Teléfono fijo' }, verified: 'comprobado', unverified: 'sin comprobar' },
      back: 'Personas inventadas',
    },
    mail: {
      title: 'Correo que llegó',
      lead: 'Todo el correo de la demostración llega aquí, a quien sea que vaya. No sale nada de esta máquina.',
      none: 'Todavía no ha llegado ningún correo.',
      refresh: 'Actualizar',
      subject: 'Asunto',
      to: 'Para',
      arrived: 'Llegó',
      back: 'Correo que llegó',
    },
    officer: {
      title: 'Páginas de seguridad',
      lead: 'Alarmas y fuerza de las preguntas, para todas las personas juntas. El personal de seguridad entra con un enlace de quien opera el sistema.',
      text: 'En una instalación real lo da la orden clave officer link. Sirve una sola vez, durante 15 minutos.',
      make: 'Crear un enlace', made: 'Este es el enlace:',
    },
    texts: {
      title: 'Mensajes de texto que llegaron',
      lead: 'Los avisos van también a los celulares que la institución ya tenía comprobados. Ningún mensaje sale de esta máquina.',
      none: 'Todavía no ha llegado ningún mensaje de texto.',
    },
  },
  en: {
    people: {
      title: 'Invented people',
      lead: 'None of them exists. Choose one, open the papers and make a key as that person would. The mail they are sent arrives in this same demo.',
      open: 'See the papers of',
    },
    ways: {
      questions: 'Can make a key by answering questions.',
      none: 'Cannot be asked safely: will see the other ways to get a key.',
      deceased: 'Will see the same pages as everybody, but cannot get a key.',
      withheld: 'Withheld in the register: will see the same pages as everybody, but cannot get a key.',
    },
    portrait: {
      works: (employers) => (employers === 1 ? 'Works, always with the same employer' : `Works; has had ${employers} employers`),
      worked: 'Worked before',
      noWork: 'No labour history',
      pension: (kind) => `Receives a pension: ${kind}`,
      loan: (kind) => `Has a loan (${kind})`,
      represents: 'Represents a company',
      contact: 'The institution already knows an email address',
    },
    papers: {
      title: 'Papers of',
      start: 'Make this person’s key (opens another tab)',
      identity: 'Identity document',
      number: { cedula: 'ID number (cédula)', extranjero: 'Foreigner’s code' },
      formerNumber: 'Earlier code',
      names: 'Names',
      birthDate: 'Birth date',
      birthProvince: 'Province of birth',
      abroad: 'Abroad',
      died: 'Date of death',
      status: { active: 'Active', deceased: 'Deceased', withheld: 'Withheld' },
      history: 'Printed labour history',
      first: 'First month',
      contributions: 'Monthly contributions in all',
      stretch: (from, to) => (to === null ? `Start: ${from}; until today` : `Start: ${from}; end: ${to}`),
      payslips: 'Payslips',
      month: 'Month',
      wage: 'Wage',
      pension: { title: 'Pension receipt', kind: 'Pension', since: 'Since', amount: 'Each month' },
      loan: { title: 'Payment table of the loan', granted: 'Granted', amount: 'Amount', installment: 'Monthly instalment', to: 'Last instalment' },
      account: { title: 'Bank statement', bank: 'Bank', since: 'On file since' },
      contacts: { title: 'Contacts the institution knows', kinds: { email: 'Email', mobile: 'Mobile', landline: 'Landline' }, verified: 'verified', unverified: 'not verified' },
      back: 'Invented people',
    },
    mail: {
      title: 'Mail that arrived',
      lead: 'All mail of the demo arrives here, whoever it is for. Nothing leaves this machine.',
      none: 'No mail has arrived yet.',
      refresh: 'Refresh',
      subject: 'Subject',
      to: 'To',
      arrived: 'Arrived',
      back: 'Mail that arrived',
    },
    officer: {
      title: 'Security pages',
      lead: 'Alarms and the strength of the questions, for all people together. Security staff come in by a link of whoever operates the system.',
      text: 'In a real installation the command clave officer link gives it. It works once, for 15 minutes.',
      make: 'Make a link', made: 'This is the link:',
    },
    texts: {
      title: 'Text messages that arrived',
      lead: 'Notices also go to the mobiles that the institution had verified before. No message leaves this machine.',
      none: 'No text message has arrived yet.',
    },
  },
}
