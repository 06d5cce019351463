/** The words of "Historia laboral". */
import type { Month } from '../../../domain/types.ts'
import type { Language } from '../../language.ts'
import { monthText } from '../calendar-words.ts'

export interface HistoryWords {
  readonly lead: string
  readonly summary: { readonly title: string; readonly first: string; readonly last: string; readonly months: string; readonly employers: string; readonly contributions: string }
  readonly chart: {
    readonly title: string
    description(years: number, first: number, last: number, full: number): string
    bar(year: number, months: number): string
    step(months: number): string
  }
  readonly table: {
    readonly title: string
    readonly note: string
    readonly year: string
    readonly employer: string
    readonly months: string
    readonly total: string
    /** The register may have the wage of some of the months only. */
    wages(sum: string, known: number, months: number): string
    /** Within one year. */
    gap(from: Month, to: Month, months: number): string
  }
  readonly copy: { readonly title: string; readonly text: string; readonly submit: string; readonly fileName: string; readonly columns: readonly string[] }
  readonly wrong: { readonly title: string; readonly text: string }
  readonly empty: { readonly title: string; readonly lines: readonly string[] }
}

/** 'enero' */
const name = (month: Month, language: Language): string => monthText(month, language).split(' ')[0] ?? month

export const historyWords: Readonly<Record<Language, HistoryWords>> = {
  es: {
    lead: 'Lo que el registro de la institución dice hoy de su trabajo.',
    summary: {
      title: 'En resumen', first: 'Primer mes registrado', last: 'Último mes registrado', months: 'Meses con trabajo', employers: 'Empleadores', contributions: 'Aportes contados',
    },
    chart: {
      title: 'Meses con trabajo en cada año',
      description: (years, first, last, full) => (first === last
        ? `Una columna para el año ${last}. La tabla que sigue tiene los mismos datos.`
        : `Columnas para ${years} años, de ${first} a ${last}; en ${full} de ellos hubo trabajo los doce meses. La tabla que sigue tiene los mismos datos.`),
      bar: (year, months) => `${year}: ${months === 1 ? '1 mes' : `${months} meses`}`,
      step: (months) => String(months),
    },
    table: {
      title: 'Año por año',
      note: 'Los meses cuentan para cada empleador. En el total, un mes con dos empleadores cuenta una sola vez. El registro no tiene el sueldo de todos los meses.',
      year: 'Año', employer: 'Empleador y sueldos', months: 'Meses', total: 'Total',
      wages: (sum, known, months) => (known === months ? `Sueldos: ${sum}` : known === 1 ? `Sueldos: ${sum} (se conoce 1 mes)` : `Sueldos: ${sum} (se conocen ${known} meses)`),
      gap: (from, to, months) => (months === 12 ? 'Sin trabajo registrado en todo el año' : months === 1 ? `Sin trabajo registrado en ${name(from, 'es')}` : `Sin trabajo registrado de ${name(from, 'es')} a ${name(to, 'es')}`),
    },
    copy: {
      title: 'Llevarse una copia', text: 'Como archivo para una hoja de cálculo, o impresa con la función de imprimir de su navegador.',
      submit: 'Descargar (CSV)', fileName: 'historia-laboral.csv', columns: ['Año', 'RUC', 'Empleador', 'Meses', 'Meses con sueldo registrado', 'Sueldos'],
    },
    wrong: { title: '¿Falta algo o algo no es correcto?', text: 'Lo declara cada empleador. Pida primero a su empleador que lo corrija; si ya no existe o no lo hace, vaya a una oficina con sus roles de pago.' },
    empty: {
      title: 'Todavía no hay trabajo registrado a su nombre',
      lines: [
        'Es lo normal si nunca ha aportado. Cuando un empleador le registre, o usted se afilie por su cuenta, lo verá aquí.',
        'Si ya trabajó en relación de dependencia, vaya a una oficina con su cédula y sus roles de pago: la institución lo comprueba con el empleador.',
      ],
    },
  },
  en: {
    lead: 'What the register of the institution says of your work today.',
    summary: {
      title: 'In short', first: 'First month on record', last: 'Last month on record', months: 'Months with work', employers: 'Employers', contributions: 'Contributions counted',
    },
    chart: {
      title: 'Months with work in each year',
      description: (years, first, last, full) => (first === last
        ? `One column, for the year ${last}. The table below has the same figures.`
        : `Columns for ${years} years, from ${first} to ${last}; in ${full} of them there was work in all twelve months. The table below has the same figures.`),
      bar: (year, months) => `${year}: ${months === 1 ? '1 month' : `${months} months`}`,
      step: (months) => String(months),
    },
    table: {
      title: 'Year by year',
      note: 'Months count for each employer. In the total, a month with two employers counts once. The register does not have the wage of every month.',
      year: 'Year', employer: 'Employer and wages', months: 'Months', total: 'Total',
      wages: (sum, known, months) => (known === months ? `Wages: ${sum}` : known === 1 ? `Wages: ${sum} (1 month is known)` : `Wages: ${sum} (${known} months are known)`),
      gap: (from, to, months) => (months === 12 ? 'No work on record in the whole year' : months === 1 ? `No work on record in ${name(from, 'en')}` : `No work on record from ${name(from, 'en')} to ${name(to, 'en')}`),
    },
    copy: {
      title: 'Take a copy', text: 'As a file for a spreadsheet, or on paper with the print function of your browser.',
      submit: 'Download (CSV)', fileName: 'labour-history.csv', columns: ['Year', 'RUC', 'Employer', 'Months', 'Months with a wage on record', 'Wages'],
    },
    wrong: { title: 'Is something missing or not right?', text: 'Each employer declares it. Ask your employer first to correct it; if the employer no longer exists or does not, go to an office with your payslips.' },
    empty: {
      title: 'There is no work on record in your name yet',
      lines: [
        'That is as it should be if you never contributed. When an employer registers you, or you insure yourself, you will see it here.',
        'If you have worked for an employer, go to an office with your cédula and your payslips: the institution checks it with the employer.',
      ],
    },
  },
}
