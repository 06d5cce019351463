/** Names of employers of a payslip as people type them. */
import type { Chance } from '../../src/register/chance.ts'
import type { Writing } from './writing.ts'

const forms = ['S.A.', 'Cía. Ltda.', 'S.A.S.', 'C.A.']
const formAtEnd = / (S\.A\.|Cía\. Ltda\.|S\.A\.S\.|C\.A\.)$/
const trade = new RegExp('^(Comercial|Distribuidora|Constructora|Transportes|Importadora|Servicios|Hacienda|Florícola|Bananera|Camaronera|Textiles|Panificadora|' +
  'Ferretería|Farmacia|Restaurante|Hotel|Clínica|Unidad Educativa|Cooperativa de Ahorro y Crédito|Seguridad Privada|Avícola|Lácteos|Imprenta|Consultora|' +
  'Muebles|Pesquera|Laboratorio|Molinos) ')
const short: readonly (readonly [RegExp, string])[] = [
  [/Cooperativa de Ahorro y Crédito/, 'Coop.'], [/Unidad Educativa/, 'U.E.'], [/Distribuidora/, 'Dist.'], [/Constructora/, 'Const.'], [/Comercial/, 'Com.'],
  [/Transportes/, 'Transp.'], [/Hermanos/, 'Hnos.'], [/Dirección Distrital/, 'Distrito'], [/Empresa Pública/, 'E.P.'], [/Importadora/, 'Import.'],
]

const withoutForm = (name: string): string => name.replace(formAtEnd, '')
const bare = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '')
const changed = (name: string, text: string): string | undefined => (text === name || text === '' ? undefined : text)

/** One slip of a finger in a word of five letters or more: left out, twice, swapped, or another letter. */
function slip(text: string, chance: Chance): string | undefined {
  const words = text.split(' ')
  const long = words.flatMap((word, at) => (word.length >= 5 ? [at] : []))
  if (long.length === 0) return undefined
  const at = chance.pick(long)
  const word = words[at]!
  const n = 1 + chance.below(word.length - 2)
  const slips = [
    word.slice(0, n) + word.slice(n + 1), word.slice(0, n) + word[n] + word.slice(n), word.slice(0, n) + word[n + 1] + word[n] + word.slice(n + 2),
    word.slice(0, n) + 'aeionrst'[chance.below(8)] + word.slice(n + 1),
  ]
  return words.with(at, chance.pick(slips)).join(' ')
}

export const nameWritings: readonly Writing[] = [
  { name: 'as on the paper', weight: 16, write: (name) => name },
  { name: 'capitals', weight: 10, write: (name) => name.toUpperCase() },
  { name: 'capitals without accents', weight: 10, write: (name) => bare(name.toUpperCase()) },
  { name: 'small letters without accents or form', weight: 14, write: (name) => bare(withoutForm(name)).toLowerCase() },
  { name: 'without legal form', weight: 14, write: (name) => changed(name, withoutForm(name)) },
  { name: 'an old legal form', weight: 4, write: (name, chance) => (formAtEnd.test(name) ? name.replace(formAtEnd, ` ${chance.pick(forms)}`) : undefined) },
  { name: 'legal form without points', weight: 5, write: (name) => changed(name, name.replace(/ S\.A\.$/, ' SA').replace(/ Cía\. Ltda\.$/, ' CIA LTDA').replace(/ S\.A\.S\.$/, ' SAS')) },
  { name: 'legal form in words', weight: 1, write: (name) => changed(name, name.replace(/ S\.A\.$/, ' Sociedad Anónima').replace(/ Cía\. Ltda\.$/, ' Compañía Limitada')) },
  { name: 'trade left out', weight: 6, write: (name) => changed(withoutForm(name), withoutForm(name).replace(trade, '')) },
  { name: 'trade put behind', weight: 1, write: (name) => (trade.test(name) ? `${withoutForm(name).replace(trade, '')} ${trade.exec(name)![1]}` : undefined) },
  { name: 'the company put before', weight: 2, write: (name) => `Empresa ${withoutForm(name)}` },
  { name: 'a slip of a finger', weight: 7, write: (name, chance) => slip(withoutForm(name), chance) },
  { name: 'two slips of a finger', weight: 1, write: (name, chance) => slip(slip(withoutForm(name), chance) ?? '', chance) },
  { name: 'a word abbreviated', weight: 3, write: (name) => changed(name, short.reduce((text, [long, brief]) => text.replace(long, brief), withoutForm(name))) },
  { name: 'b for v, s for z, i for y', weight: 1.5, write: (name) => changed(withoutForm(name), withoutForm(name).replace(/v/g, 'b').replace(/z/g, 's').replace(/y(?=[a-z])/g, 'i')) },
  { name: 'the first of two surnames', weight: 1, write: (name) => changed(name, withoutForm(name).replace(/ & .*$| e Hijos$| Hermanos$/, '')) },
  { name: 'y for &', weight: 2, write: (name) => changed(name, name.replace(' & ', ' y ')) },
  { name: 'words run together', weight: 1, write: (name) => changed(name, withoutForm(name).replace(/ (\S+) (\S+)$/, ' $1$2')) },
  { name: 'the city put behind', weight: 1, write: (name, chance) => `${withoutForm(name)} ${chance.pick(['Quito', 'Guayaquil', 'Cuenca', 'Ambato', 'Matriz'])}` },
  { name: 'the number of the district left out', weight: 6, write: (name) => changed(name, name.replace(/ \d\d /, ' ')) },
  { name: 'only the body, not its place', weight: 3, write: (name) => (/ \d\d /.test(name) ? name.replace(/ \d\d .*$/, '') : undefined) },
  { name: 'the ministry above', weight: 2, write: (name) => (name.includes('de Educación') ? 'Ministerio de Educación' : name.includes('de Salud') ? 'Ministerio de Salud Pública' : undefined) },
]
