/**
 * The words of the register questions. A text asks for a fact and tells none beyond that it is asked: no name, no amount, no place. The
 * hint says on which paper the answer stands. A kind without words does not compile.
 */
import type { FormatFault } from '../../questions/format.ts'
import type { Question, QuestionKind } from '../../questions/question.ts'
import type { Language } from '../language.ts'

export type QuestionWords<Q extends Question = Question> = {
  text(question: Q): string
  /** The paper on which the answer stands. */
  hint: string
  /** How to write the answer. */
  format: string
}

export type QuestionsWords = {
  kinds: { readonly [K in QuestionKind]: QuestionWords<Extract<Question, { kind: K }>> }
  none: string
  faults: Readonly<Record<FormatFault, string>>
}

/** The words of one question, ready to print. */
export function wordsFor(question: Question, language: Language): { text: string; hint: string; format: string } {
  const words: QuestionWords = questionsWords[language].kinds[question.kind]
  return { text: words.text(question), hint: words.hint, format: words.format }
}

const months = {
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

function monthIn(language: Language, month: string): string {
  const name = months[language][Number(month.slice(5)) - 1] ?? month
  return language === 'es' ? `${name} de ${month.slice(0, 4)}` : `${name} ${month.slice(0, 4)}`
}

const loans: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  es: { quirografario: 'préstamo quirografario', hipotecario: 'préstamo hipotecario', prendario: 'préstamo prendario' },
  en: { quirografario: 'unsecured loan (quirografario)', hipotecario: 'mortgage (hipotecario)', prendario: 'pawn loan (prendario)' },
}

const money = { es: 'En dólares y con centavos. Por ejemplo: 612,50', en: 'In dollars, with the cents. For example: 612.50' }
const month = { es: 'Mes y año. Por ejemplo: 03/2015', en: 'Month and year. For example: 03/2015' }
const choice = { es: 'Elija una opción.', en: 'Choose one option.' }

export const questionsWords: Readonly<Record<Language, QuestionsWords>> = {
  es: {
    kinds: {
      wage: {
        text: (question) => `¿Qué sueldo declaró su empleador por ${monthIn('es', question.month)}?`,
        hint: 'Está en su rol de pagos de ese mes, como total de ingresos que aportan al seguro. Escriba el sueldo antes de los descuentos.',
        format: money.es,
      },
      'first-affiliation': {
        text: () => '¿En qué mes y año se afilió por primera vez?',
        hint: 'Está en su historia laboral impresa: es el primer mes de la lista.',
        format: month.es,
      },
      entry: {
        text: () => '¿En qué mes y año entró a trabajar con su empleador actual?',
        hint: 'Está en su aviso de entrada y en su contrato de trabajo.',
        format: month.es,
      },
      'employer-name': {
        text: () => '¿Cómo se llama la empresa o institución donde trabaja ahora?',
        hint: 'Está en la parte de arriba de su rol de pagos. No importan las mayúsculas, las tildes ni «S.A.» o «Cía. Ltda.».',
        format: 'Escriba el nombre.',
      },
      'previous-employer': {
        text: () => '¿Cómo se llama la última empresa o institución donde dejó de trabajar?',
        hint: 'Está en su historia laboral impresa y en el acta de finiquito de ese trabajo. No importan las mayúsculas, las tildes ni «S.A.» o «Cía. Ltda.».',
        format: 'Escriba el nombre.',
      },
      'pension-amount': {
        text: () => '¿Cuánto recibe de pensión cada mes?',
        hint: 'Está en su comprobante de pago de la pensión. Escriba el valor de la pensión antes de los descuentos.',
        format: money.es,
      },
      'pension-since': {
        text: () => '¿Desde qué mes y año recibe su pensión?',
        hint: 'Está en el acuerdo con el que le concedieron la pensión.',
        format: month.es,
      },
      'loan-installment': {
        text: (question) => `¿Cuánto es la cuota mensual de su ${loans.es[question.loan] ?? 'préstamo'}?`,
        hint: 'Está en la tabla de pagos de su préstamo.',
        format: money.es,
      },
      contributions: {
        text: () => '¿Cuántas aportaciones mensuales tiene en total?',
        hint: 'Está al final de su historia laboral impresa. Si no tiene la de este mes, escriba el número de la última que tenga.',
        format: 'Un número. Por ejemplo: 84',
      },
      'employer-in-year': {
        text: (question) => `¿En cuál de estas empresas o instituciones trabajó en ${question.year}?`,
        hint: 'Está en su historia laboral impresa y en sus roles de pago de ese año.',
        format: choice.es,
      },
      'province-in-year': {
        text: (question) => `¿En cuál de estas provincias trabajó en ${question.year}?`,
        hint: 'Está en su historia laboral impresa y en sus contratos de ese año.',
        format: choice.es,
      },
      bank: {
        text: () => '¿En cuál de estas entidades tiene la cuenta que registró para recibir pagos?',
        hint: 'Es la entidad que aparece en el estado de esa cuenta.',
        format: choice.es,
      },
    },
    none: 'Ninguna de las anteriores',
    faults: {
      empty: 'Escriba o elija su respuesta',
      'too-long': 'La respuesta es demasiado larga: escriba como máximo 120 letras',
      'not-an-amount': 'Escriba un valor en dólares, por ejemplo 612,50',
      'without-cents': 'Escriba también los centavos, como están en el papel. Si no hay, escriba ,00: por ejemplo 612,00',
      'not-a-month': 'Escriba el mes y el año, por ejemplo 03/2015',
      'not-a-number': 'Escriba un número, por ejemplo 84',
      'not-a-name': 'Escriba un nombre de al menos dos letras',
      'not-an-option': 'Elija una de las opciones',
    },
  },
  en: {
    kinds: {
      wage: {
        text: (question) => `What wage did your employer declare for ${monthIn('en', question.month)}?`,
        hint: 'It is on your payslip for that month, as the total income that pays contributions. Give the wage before deductions.',
        format: money.en,
      },
      'first-affiliation': {
        text: () => 'In which month and year were you first insured?',
        hint: 'It is on your printed labour history: the first month of the list.',
        format: month.en,
      },
      entry: {
        text: () => 'In which month and year did you start with your current employer?',
        hint: 'It is on your notice of entry and on your contract of employment.',
        format: month.en,
      },
      'employer-name': {
        text: () => 'What is the name of the company or institution you work for now?',
        hint: 'It is at the top of your payslip. Capitals, accents and forms such as “S.A.” or “Cía. Ltda.” do not matter.',
        format: 'Write the name.',
      },
      'previous-employer': {
        text: () => 'What is the name of the last company or institution where you stopped working?',
        hint: 'It is on your printed labour history and on the settlement of that job. Capitals, accents and forms such as “S.A.” or “Cía. Ltda.” do not matter.',
        format: 'Write the name.',
      },
      'pension-amount': {
        text: () => 'How much pension do you receive each month?',
        hint: 'It is on your pension receipt. Give the amount before deductions.',
        format: money.en,
      },
      'pension-since': {
        text: () => 'Since which month and year do you receive your pension?',
        hint: 'It is on the agreement that granted your pension.',
        format: month.en,
      },
      'loan-installment': {
        text: (question) => `How much is the monthly instalment of your ${loans.en[question.loan] ?? 'loan'}?`,
        hint: 'It is on the payment table of your loan.',
        format: money.en,
      },
      contributions: {
        text: () => 'How many monthly contributions do you have in all?',
        hint: 'It is at the end of your printed labour history. If it is not from this month, give the number on the latest one you have.',
        format: 'A number. For example: 84',
      },
      'employer-in-year': {
        text: (question) => `For which of these companies or institutions did you work in ${question.year}?`,
        hint: 'It is on your printed labour history and on your payslips of that year.',
        format: choice.en,
      },
      'province-in-year': {
        text: (question) => `In which of these provinces did you work in ${question.year}?`,
        hint: 'It is on your printed labour history and on your contracts of that year.',
        format: choice.en,
      },
      bank: {
        text: () => 'Which of these holds the account you registered to receive payments?',
        hint: 'It is the institution named on the statement of that account.',
        format: choice.en,
      },
    },
    none: 'None of the above',
    faults: {
      empty: 'Write or choose your answer',
      'too-long': 'The answer is too long: write at most 120 letters',
      'not-an-amount': 'Write an amount in dollars, for example 612.50',
      'without-cents': 'Write the cents too, as they stand on the paper. If there are none, write .00: for example 612.00',
      'not-a-month': 'Write the month and the year, for example 03/2015',
      'not-a-number': 'Write a number, for example 84',
      'not-a-name': 'Write a name of at least two letters',
      'not-an-option': 'Choose one of the options',
    },
  },
}
