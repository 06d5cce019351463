/** The officers' door and what stands around their pages. */
import type { OfficerPage } from '../../../domain/officer.ts'
import type { Language } from '../../language.ts'

export type DoorWords = {
  open: { title: string; lines(until: string): readonly string[]; submit: string }
  closed: { title: string; none: readonly string[]; spent: readonly string[] }
  notices: { over: string; left: string }
  menu: Readonly<Record<OfficerPage, string>>
  session: { text(caseNumber: string, until: string): string; leave: string }
}

export const doorWords: Readonly<Record<Language, DoorWords>> = {
  es: {
    open: {
      title: 'Páginas de seguridad',
      lines: (until) => [
        `Este enlace abre una sesión para personal de seguridad. Sirve una sola vez, hasta las ${until} (hora de Ecuador).`,
        'Verá alarmas y cifras de todas las personas juntas, nunca datos de una persona. Queda anotado cuándo empezó la sesión y qué páginas se abrieron.',
      ],
      submit: 'Comenzar la sesión',
    },
    closed: {
      title: 'Estas páginas se abren con un enlace',
      none: ['Pida el enlace a quien opera el sistema. Sirve una sola vez, durante 15 minutos.'],
      spent: ['Ese enlace ya se usó o se pasó la hora. Pida otro a quien opera el sistema.'],
    },
    notices: { over: 'La sesión terminó. Para seguir se necesita otro enlace.', left: 'Usted salió de la sesión.' },
    menu: { alarms: 'Alarmas', odds: 'Fuerza de las preguntas' },
    session: {
      text: (caseNumber, until) => `Sesión del expediente ${caseNumber}. Termina después de 15 minutos sin abrir una página y a más tardar a las ${until}.`,
      leave: 'Salir',
    },
  },
  en: {
    open: {
      title: 'Security pages',
      lines: (until) => [
        `This link opens a session for security staff. It works once, until ${until} (time of Ecuador).`,
        'You will see alarms and figures of all people together, never data of one person. When the session began and which pages were opened is written down.',
      ],
      submit: 'Begin the session',
    },
    closed: {
      title: 'These pages open with a link',
      none: ['Ask whoever operates the system for the link. It works once, for 15 minutes.'],
      spent: ['That link was used or its time is over. Ask whoever operates the system for another.'],
    },
    notices: { over: 'The session has ended. To go on, another link is needed.', left: 'You left the session.' },
    menu: { alarms: 'Alarms', odds: 'Strength of the questions' },
    session: {
      text: (caseNumber, until) => `Session of case ${caseNumber}. It ends after 15 minutes without opening a page, and at ${until} at the latest.`,
      leave: 'Leave',
    },
  },
}
