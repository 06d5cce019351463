/** The words of /seguridad/preguntas. Codes that have no words here yet are shown as they are. */
import type { QuestionKind } from '../../../questions/question.ts'
import type { Language } from '../../language.ts'
import { countText } from '../amount-words.ts'

export type OddsWords = {
  title: string
  none: string
  lead(day: string): string
  summary: { people: string; askable: string; median: string; worst: string; bits(bits: string): string }
  chart: {
    title: string; none: string; description(first: number, last: number, most: number): string; bar(bits: number, people: string): string
    step(people: number, most: number): string; note: string; table: string; bits: string; people: string
  }
  reasons: { title: string; reason: string; people: string }
  kinds: { title: string; kind: string; asked: string; usable(people: string): string }
  decks: { perPerson: string; perDeck: string; decks: string; people: string; questions: string }
  whatIf: { title: string; change: string; askable: string; same: string; more(people: string): string; worst(odds: string): string; note: string }
  reasonNames: Readonly<Record<string, string>>
  kindNames: Readonly<Record<QuestionKind, string>>
  changes: { without(kind: string): string; tolerance(cents: string): string; questions(number: string): string; bits(bits: string): string }
}

/** '6 mill.', '500 mil': short, for the lines of a picture. */
const shortIn = (million: string, thousand: string, point: string) => (people: number, most: number): string => {
  const [unit, word] = most >= 1_000_000 ? [1_000_000, million] : most >= 1_000 ? [1_000, thousand] : [1, '']
  return `${String(Math.round((people / unit) * 10) / 10).replace('.', point)}${people === 0 ? '' : word}`
}

export const oddsWords: Readonly<Record<Language, OddsWords>> = {
  es: {
    title: 'Fuerza de las preguntas',
    none: 'Todavía no se ha calculado nada. Lo calcula quien opera el sistema con esta orden:',
    lead: (day) => `Qué tan difícil es adivinar, para todas las personas del registro. Calculado el ${day}.`,
    summary: {
      people: 'Personas', askable: 'Se les puede preguntar', median: 'La mitad de ellas llega al menos a', worst: 'La persona menos protegida', bits: (bits) => `${bits} bits`,
    },
    chart: {
      title: 'Personas según la fuerza de sus preguntas', none: 'No hay a quién preguntar.',
      description: (first, last, most) => `Columnas de ${first} a ${last} bits; la más alta es la de ${most} bits. La tabla que sigue tiene los mismos datos.`,
      bar: (bits, people) => `${bits} bits: ${people} personas`,
      step: shortIn(' M', ' mil', ','),
      note: 'Cada bit más hace adivinar el doble de difícil. Los nueve intentos juntos no deben pasar de 1 en 100.000: son 16,6 bits. La fuerza va sin decimales.',
      table: 'Las mismas cifras', bits: 'Bits', people: 'Personas',
    },
    reasons: { title: 'A quién no se puede preguntar, y por qué', reason: 'Razón', people: 'Personas' },
    kinds: { title: 'Lo que aporta cada tipo de pregunta', kind: 'Tipo', asked: 'Se les pregunta', usable: (people) => `serviría para ${people}` },
    decks: { perPerson: 'Grupos de preguntas por persona', perDeck: 'Preguntas por grupo', decks: 'Grupos', people: 'Personas', questions: 'Preguntas' },
    whatIf: {
      title: 'Qué pasaría con otra política', change: 'Cambio', askable: 'Se les podría preguntar', same: 'igual', more: (people) => people,
      worst: (odds) => `la menos protegida: ${odds}`, note: 'Nada de esto está activado. Una política que deja a alguien por encima de 1 en 100.000 no se acepta.',
    },
    reasonNames: { 'thin-file': 'El registro tiene pocos datos', 'popular-answers': 'Sus respuestas son demasiado comunes', 'too-weak': 'Sus respuestas juntas se adivinarían', 'one-record': 'Todo viene de un solo tipo de papel' },
    kindNames: {
      wage: 'Sueldo declarado de un mes', 'first-affiliation': 'Primer mes de afiliación', entry: 'Mes de entrada con el empleador', 'employer-name': 'Nombre del empleador', 'previous-employer': 'Nombre del empleador anterior',
      'pension-amount': 'Valor de la pensión', 'pension-since': 'Desde cuándo hay pensión', 'loan-installment': 'Cuota del préstamo', contributions: 'Número de aportes',
      'employer-in-year': 'Empleador en un año', 'province-in-year': 'Provincia de trabajo en un año', bank: 'Banco de la cuenta',
    },
    changes: { without: (kind) => `Sin: ${kind}`, tolerance: (cents) => `Valores con hasta ${cents} centavos de diferencia`, questions: (number) => `Hasta ${number} preguntas`, bits: (bits) => `Al menos ${bits} bits en cada intento` },
  },
  en: {
    title: 'Strength of the questions',
    none: 'Nothing has been computed yet. Whoever operates the system computes it with this command:',
    lead: (day) => `How hard guessing is, for all people of the register. Computed on ${day}.`,
    summary: {
      people: 'People', askable: 'Can be asked', median: 'Half of them reach at least', worst: 'The least protected person', bits: (bits) => `${bits} bits`,
    },
    chart: {
      title: 'People by the strength of their questions', none: 'There is nobody to ask.',
      description: (first, last, most) => `Columns from ${first} to ${last} bits; the highest is that of ${most} bits. The table below has the same figures.`,
      bar: (bits, people) => `${bits} bits: ${people} people`,
      step: shortIn(' M', 'k', '.'),
      note: 'Each bit more makes guessing twice as hard. All nine attempts together must not pass 1 in 100,000: that is 16.6 bits. Strength is shown without decimals.',
      table: 'The same figures', bits: 'Bits', people: 'People',
    },
    reasons: { title: 'Who cannot be asked, and why', reason: 'Reason', people: 'People' },
    kinds: { title: 'What each kind of question adds', kind: 'Kind', asked: 'Are asked', usable: (people) => `would do for ${people}` },
    decks: { perPerson: 'Decks of questions a person', perDeck: 'Questions a deck', decks: 'Decks', people: 'People', questions: 'Questions' },
    whatIf: {
      title: 'What another policy would do', change: 'Change', askable: 'Could be asked', same: 'the same', more: (people) => people,
      worst: (odds) => `least protected: ${odds}`, note: 'None of this is switched on. A policy that leaves anybody above 1 in 100,000 is refused.',
    },
    reasonNames: { 'thin-file': 'The register holds few facts', 'popular-answers': 'Their answers are too common', 'too-weak': 'Their answers together could be guessed', 'one-record': 'All comes from one kind of paper' },
    kindNames: {
      wage: 'Declared wage of a month', 'first-affiliation': 'First month of affiliation', entry: 'Month of entry with the employer', 'employer-name': 'Name of the employer', 'previous-employer': 'Name of the employer before',
      'pension-amount': 'Amount of the pension', 'pension-since': 'Since when there is a pension', 'loan-installment': 'Instalment of the loan', contributions: 'Number of contributions',
      'employer-in-year': 'Employer in a year', 'province-in-year': 'Province of work in a year', bank: 'Bank of the account',
    },
    changes: { without: (kind) => `Without: ${kind}`, tolerance: (cents) => `Amounts up to ${cents} cents off`, questions: (number) => `Up to ${number} questions`, bits: (bits) => `At least ${bits} bits for each attempt` },
  },
}

export const kindText = (kind: string, language: Language): string => (oddsWords[language].kindNames as Readonly<Record<string, string>>)[kind] ?? kind
export const reasonText = (reason: string, language: Language): string => oddsWords[language].reasonNames[reason] ?? reason

export function changeText(change: string, language: Language): string {
  const { changes } = oddsWords[language]
  const [what = '', value = ''] = change.split(':')
  if (what === 'without') return changes.without(kindText(value, language))
  return what === 'tolerance' || what === 'questions' || what === 'bits' ? changes[what](value) : change
}

/** 7.6e-6: '1 en 131.578'. */
export function oddsText(odds: number, language: Language): string {
  if (odds <= 0) return '0'
  return `1 ${language === 'es' ? 'en' : 'in'} ${countText(Math.floor(1 / odds), language)}`
}
