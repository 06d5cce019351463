/**
 * Answers questions as a person does, from the papers alone: the words of the page of an invented person and the words of the page with
 * the questions. Knows nothing of the register, of decks or of how answers are compared.
 */

/** A page as it is read: its words in the pieces in which they stand, from top to bottom. */
export type Pieces = readonly string[]

export interface AskedQuestion {
  /** '¿Cuánto recibe de pensión cada mes?' */
  readonly text: string
  /** What can be chosen, without "Ninguna de las anteriores"; null when it is typed. */
  readonly options: readonly string[] | null
}

export const noneOfThem = 'Ninguna de las anteriores'
const months = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ')

/** Lines of text, in which columns are apart by tabs or by more than one space, as pieces. */
export function piecesOf(text: string): Pieces {
  return text.split(/\n|\t| {2,}/).map((piece) => piece.replace(/\s+/g, ' ').replace(/^[•□] /, '').trim()).filter((piece) => piece !== '')
}

/** The numbered questions of the page, in order. */
export function questionsOn(page: Pieces): readonly AskedQuestion[] {
  const starts = page.flatMap((piece, at) => (/^Pregunta \d de \d/.test(piece) ? [at] : []))
  return starts.map((start, n) => {
    const own = page.slice(start, starts[n + 1] ?? page.length)
    const text = /¿[^?]+\?/.exec(own.join(' '))?.[0] ?? ''
    const end = own.findIndex((piece) => piece.endsWith(noneOfThem))
    if (end < 0) return { text, options: null }
    const begin = own.findIndex((piece) => piece.endsWith('Elija una opción.'))
    return { text, options: own.slice(begin + 1, end).map((piece) => piece.replace(/^\([^)]?\) ?/, '')).filter((piece) => piece !== '') }
  })
}

export interface Papers {
  readonly number: string
  readonly birthDate: { readonly day: string; readonly month: string; readonly year: string }
  /** What to type, or the option to choose. Throws when no paper tells. */
  answer(question: AskedQuestion): string
}

interface Stretch { readonly employer: string; readonly from: string; readonly to: string | null; readonly province: string }

export function readPapers(papers: Pieces): Papers {
  const after = (key: string, from = 0): string => {
    const at = papers.indexOf(key, from)
    if (at < 0) throw new Error(`no paper says: ${key}`)
    return papers[at + 1] ?? ''
  }
  const number = papers.includes('Número de cédula') ? after('Número de cédula') : after('Código de extranjero')
  const [day = '', month = '', year = ''] = after('Fecha de nacimiento').split(' de ')
  return {
    number,
    birthDate: { day, month: String(months.indexOf(month) + 1), year },
    answer: ({ text, options }) => (options ? chosen(text, options, stretches(papers), papers) : typed(text, after, stretches(papers), papers)),
  }
}

/** 'Entrada: julio de 2004; salida: diciembre de 2004', with the employer before and the place after it. */
function stretches(papers: Pieces): readonly Stretch[] {
  return papers.flatMap((piece, at) => {
    const found = /^Entrada: (\w+ de \d{4}); (?:hasta hoy|salida: (\w+ de \d{4}))$/.exec(piece)
    if (!found) return []
    return [{ employer: papers[at - 1] ?? '', from: found[1] ?? '', to: found[2] ?? null, province: (papers[at + 1] ?? '').split(', ').at(-1) ?? '' }]
  })
}

function typed(question: string, after: (key: string, from?: number) => string, jobs: readonly Stretch[], papers: Pieces): string {
  const current = jobs.filter(({ to }) => to === null)
  const month = /por (\w+ de \d{4})\?/.exec(question)?.[1]
  if (question.includes('sueldo') && month !== undefined) return amount(after(month, papers.indexOf('Sueldo')))
  if (question.includes('se afilió por primera vez')) return after('Primer mes')
  if (question.includes('entró a trabajar')) return current[0]?.from ?? ''
  if (question.includes('la empresa o institución donde trabaja')) return current[0]?.employer ?? ''
  if (question.includes('de pensión cada mes')) return amount(after('Valor mensual'))
  if (question.includes('recibe su pensión')) return after('Desde')
  if (question.includes('aportaciones mensuales')) return after('Aportaciones mensuales en total')
  const loan = /cuota mensual de su (préstamo \w+)/.exec(question)?.[1]
  if (loan !== undefined) return amount(runningInstallment(loan, papers))
  throw new Error(`no paper answers: ${question}`)
}

/** Of several loans of one kind the one that ends last is the one still paid. */
function runningInstallment(loan: string, papers: Pieces): string {
  const tables = papers.flatMap((piece, at) => (piece === `Tabla de pagos del ${loan}` ? [at] : []))
  const valueOf = (at: number, key: string): string => papers[papers.indexOf(key, at) + 1] ?? ''
  const last = tables.sort((a, b) => monthsOf(valueOf(b, 'Última cuota')) - monthsOf(valueOf(a, 'Última cuota')))[0]
  if (last === undefined) throw new Error(`no table of a ${loan}`)
  return valueOf(last, 'Cuota mensual')
}

function chosen(question: string, options: readonly string[], jobs: readonly Stretch[], papers: Pieces): string {
  const year = Number(/en (\d{4})\?/.exec(question)?.[1])
  const then = jobs.filter(({ from, to }) => Number(from.slice(-4)) <= year && (to === null || Number(to.slice(-4)) >= year))
  const truths = question.includes('provincias') ? then.map(({ province }) => province)
    : question.includes('entidades') ? [papers[papers.indexOf('Entidad') + 1] ?? ''] : then.map(({ employer }) => employer)
  return options.find((option) => truths.includes(option)) ?? noneOfThem
}

const monthsOf = (text: string): number => Number(text.slice(-4)) * 12 + months.indexOf(text.split(' ')[0] ?? '')

/** '$ 1850,00' → '1850,00' */
const amount = (text: string): string => text.replace(/^\$ ?/, '')
