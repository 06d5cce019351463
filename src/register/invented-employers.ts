/**
 * Invented employers: 60,000 of them, none stored. Each follows from the seed and its rank; sizes follow Zipf's law, so a few
 * employ thousands and most a handful. In a small canton one of them is often the town's employer.
 */
import { cedulaCheckDigit } from '../domain/identifier.ts'
import { chanceFor, skewed, weighted, type Chance } from './chance.ts'
import { inventSurname } from './invented-names.ts'
import { inventCanton, inventOrigin, provinces } from './invented-places.ts'

export interface Employer {
  readonly ruc: string
  readonly name: string
  readonly province: string
  readonly canton: string
  /** Share of its people who earn exactly the basic wage. */
  readonly atMinimum: number
  /** 1 for the largest of its province. */
  readonly rank: number
}

const inAll = 60_000
const weightInAll = provinces.reduce((sum, { weight }) => sum + weight, 0)
const inProvince = new Map(provinces.map(({ code, weight }) => [code, Math.ceil((inAll * weight) / weightInAll)]))
const offsets = new Map(provinces.map(({ code }, index) => [code, index * 100_000]))

const trades = weighted([
  ['Comercial', 14], ['Distribuidora', 8], ['Constructora', 7], ['Transportes', 6], ['Importadora', 5], ['Servicios', 6], ['Hacienda', 5],
  ['Florícola', 4], ['Bananera', 4], ['Camaronera', 4], ['Textiles', 3], ['Panificadora', 3], ['Ferretería', 4], ['Farmacia', 4],
  ['Restaurante', 6], ['Hotel', 3], ['Clínica', 3], ['Unidad Educativa', 5], ['Cooperativa de Ahorro y Crédito', 2], ['Seguridad Privada', 4],
  ['Avícola', 2], ['Lácteos', 2], ['Imprenta', 2], ['Consultora', 3], ['Muebles', 2], ['Pesquera', 2], ['Laboratorio', 2], ['Molinos', 1],
] as const)
const wellPaid = new Set(['Consultora', 'Clínica', 'Laboratorio', 'Cooperativa de Ahorro y Crédito'])
const emblems = skewed(`El Rosal, La Esperanza, San José, del Pacífico, Los Andes, Santa Ana, El Cóndor, La Dolorosa, Nueva Era, San Francisco,
Equinoccial, Cotopaxi, El Ángel, Los Ceibos, La Colina, del Sur, Tungurahua, Señor de los Milagros, Ñukanchik, Sumak, El Progreso, Primavera,
La Unión, Puerto Azul, Imbabura, Río Verde, El Triunfo, Tres Hermanos, Altamira, Vista Hermosa, El Guayacán, La Pradera, Chimborazo, El Dorado,
Mar y Cielo, Pailón, Quilotoa, Cajas, Santa Rita, Pichincha Norte, Las Acacias, El Carrizal, Yahuarcocha, La Peñita`.split(/,\s/), 20)
const forms = weighted([['S.A.', 45], ['Cía. Ltda.', 30], ['S.A.S.', 20], ['C.A.', 5]] as const)
const publicBodies = ['Dirección Distrital de Educación', 'Dirección Distrital de Salud', 'Empresa Pública de Agua', 'Hospital General']

/** Draws an employer of a province; the first ranks are drawn most: the chance of rank r goes with 1/r. */
export function inventEmployer(chance: Chance, seed: number, province: string): Employer {
  const count = inProvince.get(province) ?? 1
  return employerAt(seed, province, Math.min(count, Math.floor((count + 1) ** chance.next())))
}

/** The employer of a rank (from 1) in a province, always the same for a seed. */
export function employerAt(seed: number, province: string, rank: number): Employer {
  const number = (offsets.get(province) ?? 0) + rank
  const chance = chanceFor(seed, -number)
  const canton = rank <= 2 ? inventCantonOfCapital(province) : inventCanton(chance, province)
  if (rank <= 4) return publicBody(chance, province, canton, rank, number)
  const trade = trades(chance)
  const atMinimum = wellPaid.has(trade) ? 0.15 : Math.min(0.75, 0.3 + 0.06 * Math.log10(rank) + 0.3 * chance.next())
  const surname = (): string => inventSurname(chance, inventOrigin(chance, province))
  if (rank > 300 && chance.happens(0.4)) {
    const household = chance.happens(0.5)
    const name = household ? `${surname()} ${surname()}` : `${trade} ${surname()}`
    return { ruc: naturalRuc(chance, province, rank, household), name, province, canton, atMinimum: household ? 0.85 : atMinimum, rank }
  }
  const emblem = chance.happens(0.65) ? emblems(chance) : `${surname()} ${chance.pick(['e Hijos', 'Hermanos', `& ${surname()}`])}`
  const ruc = `${province}9${digits(number, 6)}${chance.below(10)}001`
  return { ruc, name: `${trade} ${emblem} ${forms(chance)}`, province, canton, atMinimum, rank }
}

function publicBody(chance: Chance, province: string, canton: string, rank: number, number: number): Employer {
  const name = `${publicBodies[rank - 1] ?? 'Gobierno Provincial'} ${province} ${canton}`
  return { ruc: `${province}6${digits(number, 5)}${chance.below(10)}0001`, name, province, canton, atMinimum: 0.08, rank }
}

/** Who employs at home is known to the institution by cédula and 000, a business by cédula and 001. */
function naturalRuc(chance: Chance, province: string, rank: number, household: boolean): string {
  const nine = province + chance.below(6) + digits((rank * 7_919) % 999_983, 6) // another rank, another sequence
  return `${nine}${cedulaCheckDigit(nine)}${household ? '000' : '001'}`
}

function inventCantonOfCapital(province: string): string {
  return provinces.find(({ code }) => code === province)?.cantons[0] ?? 'Quito'
}

const digits = (number: number, length: number): string => String(number).padStart(length, '0').slice(-length)
