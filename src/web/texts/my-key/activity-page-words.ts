/** The words of "Actividad de mi clave". What each event says is in texts/activity-words.ts. */
import type { ActivityKind } from '../../../domain/activity-kinds.ts'
import type { Language } from '../../language.ts'

export interface ActivityPageWords {
  readonly title: string
  readonly lead: string
  readonly place: string
  readonly filter: { readonly label: string; readonly all: string; readonly kinds: Readonly<Record<ActivityKind, string>>; readonly submit: string }
  readonly receipt: string
  readonly none: string
  readonly older: string
  readonly newest: string
  readonly pages: string
  readonly notYou: { readonly text: string; readonly link: string }
  readonly check: { readonly title: string; readonly text: string; readonly link: string }
  readonly copy: {
    readonly title: string
    readonly text: string
    readonly pdf: string
    readonly csv: string
    readonly columns: readonly string[]
    /** Without its ending. */
    readonly fileName: string
    readonly paper: {
      readonly demo: string
      made(day: string, time: string, zone: string): string
      shows(kind: string): string
      page(page: number, of: number): string
      count(lines: number): string
      more(most: number): string
      check(address: string): string
    }
  }
}

export const activityPageWords: Readonly<Record<Language, ActivityPageWords>> = {
  es: {
    title: 'Actividad de mi clave',
    lead: 'Todo lo que se hizo con su clave, o que alguien quiso hacer, lo más reciente primero.',
    place: 'Una red es la parte de internet desde donde se hizo algo: muchas personas comparten la misma, y la suya puede cambiar de un día a otro. No dice quién fue.',
    filter: {
      label: 'Mostrar', all: 'Todo', submit: 'Mostrar',
      kinds: { access: 'Ingresos, sesiones y servicios', key: 'Cambios de la clave', contacts: 'Correos y datos de contacto', attempts: 'Intentos' },
    },
    receipt: 'Constancia',
    none: 'No hay nada de este tipo.',
    older: 'Más antiguo', newest: 'Volver a lo más reciente', pages: 'Páginas de la actividad',
    notYou: { text: '¿Hay algo que no hizo usted?', link: 'Qué hacer si no fue usted' },
    check: { title: 'Las constancias', text: 'Con el número de constancia cualquier persona puede verificar que esa línea está en nuestro registro y que nadie la cambió.', link: 'Comprobar un número' },
    copy: {
      title: 'Descargar', text: 'Un documento para guardar o imprimir, o una hoja de cálculo, con lo que está mostrando ahora. La descarga también queda anotada.',
      pdf: 'Descargar (PDF)', csv: 'Descargar hoja (CSV)', columns: ['Fecha', 'Hora', 'Qué pasó', 'Desde dónde', 'Constancia'], fileName: 'actividad-de-mi-clave',
      paper: {
        demo: 'Este documento es de una demostración: la persona y los datos son inventados.',
        made: (day, time, zone) => `Descargado el ${day}, ${time} (${zone}). Todas las horas son de esa zona.`,
        shows: (kind) => `Muestra: ${kind}.`,
        page: (page, of) => `Página ${page} de ${of}`,
        count: (lines) => (lines === 1 ? '1 anotación.' : `${lines} anotaciones, la más reciente primero.`),
        more: (most) => `Hay más: este documento tiene solo las ${most} más recientes; la hoja (CSV) las tiene todas.`,
        check: (address) => `Cualquier persona puede comprobar una constancia en ${address}.`,
      },
    },
  },
  en: {
    title: 'Activity of my key',
    lead: 'Everything that was done with your key, or that somebody wanted to do; the newest first.',
    place: 'A network is the part of the internet from which something was done: many people share one, and yours may change from one day to the next. It does not say who it was.',
    filter: {
      label: 'Show', all: 'Everything', submit: 'Show',
      kinds: { access: 'Sign-ins, sessions and services', key: 'Changes of the key', contacts: 'Emails and contact details', attempts: 'Attempts' },
    },
    receipt: 'Receipt',
    none: 'There is nothing of this kind.',
    older: 'Older', newest: 'Back to the newest', pages: 'Pages of the activity',
    notYou: { text: 'Is there something you did not do?', link: 'What to do if it was not you' },
    check: { title: 'The receipts', text: 'With the receipt number anybody can check that the line is in our log and that nobody changed it.', link: 'Check a number' },
    copy: {
      title: 'Download', text: 'A document to keep or print, or a spreadsheet, with what is shown now. The download is written down too.',
      pdf: 'Download (PDF)', csv: 'Download sheet (CSV)', columns: ['Date', 'Time', 'What happened', 'From where', 'Receipt'], fileName: 'activity-of-my-key',
      paper: {
        demo: 'This document is from a demonstration: the person and the data are invented.',
        made: (day, time, zone) => `Downloaded on ${day}, ${time} (${zone}). All times are of that zone.`,
        shows: (kind) => `Shows: ${kind}.`,
        page: (page, of) => `Page ${page} of ${of}`,
        count: (lines) => (lines === 1 ? '1 line.' : `${lines} lines, the newest first.`),
        more: (most) => `There are more: this document has only the newest ${most}; the sheet (CSV) has all of them.`,
        check: (address) => `Anybody can check a receipt at ${address}.`,
      },
    },
  },
}
