/** Provinces with their share of the invented people, the peoples who live there, and cantons, the larger ones first. */
import { skewed, weighted, type Chance } from './chance.ts'
import type { Origin } from './invented-names.ts'

interface Province {
  readonly code: string
  /** in thousands of invented insured people; only the proportions matter */
  readonly weight: number
  readonly peoples: Partial<Record<Origin, number>>
  readonly cantons: readonly string[]
}

const province = (code: string, weight: number, peoples: Province['peoples'], cantons: string): Province =>
  ({ code, weight, peoples, cantons: cantons.split(', ') })

export const provinces: readonly Province[] = [
  province('01', 190, { mestizo: 85, kichwa: 15 }, 'Cuenca, Gualaceo, Paute, Girón, Santa Isabel, Sígsig, Nabón'),
  province('02', 35, { mestizo: 65, kichwa: 35 }, 'Guaranda, San Miguel, Caluma, Chillanes, Echeandía'),
  province('03', 40, { mestizo: 70, kichwa: 30 }, 'Azogues, La Troncal, Cañar, Biblián, El Tambo'),
  province('04', 35, { mestizo: 85, african: 10, kichwa: 5 }, 'Tulcán, Montúfar, Espejo, Mira, Bolívar'),
  province('05', 85, { mestizo: 55, kichwa: 45 }, 'Latacunga, Salcedo, Pujilí, La Maná, Saquisilí, Sigchos'),
  province('06', 85, { mestizo: 55, kichwa: 45 }, 'Riobamba, Guano, Alausí, Colta, Guamote, Chambo'),
  province('07', 150, { mestizo: 75, montubio: 18, african: 7 }, 'Machala, Pasaje, Santa Rosa, Huaquillas, El Guabo, Zaruma, Piñas'),
  province('08', 85, { african: 50, mestizo: 25, montubio: 25 }, 'Esmeraldas, Quinindé, Atacames, San Lorenzo, Eloy Alfaro, Muisne'),
  province('09', 820, { mestizo: 55, montubio: 36, african: 7, kichwa: 2 },
    'Guayaquil, Durán, Milagro, Daule, Samborondón, El Triunfo, Naranjal, Balzar, Playas, Yaguachi'),
  province('10', 90, { mestizo: 60, kichwa: 30, african: 10 }, 'Ibarra, Otavalo, Antonio Ante, Cotacachi, Pimampiro, Urcuquí'),
  province('11', 95, { mestizo: 90, kichwa: 10 }, 'Loja, Catamayo, Saraguro, Macará, Calvas, Paltas'),
  province('12', 130, { montubio: 65, mestizo: 30, african: 5 }, 'Quevedo, Babahoyo, Ventanas, Vinces, Buena Fe, Valencia, Baba'),
  province('13', 230, { montubio: 80, mestizo: 20 }, 'Manta, Portoviejo, Chone, El Carmen, Jipijapa, Montecristi, Sucre, Tosagua'),
  province('14', 25, { amazonian: 50, mestizo: 50 }, 'Morona, Gualaquiza, Sucúa, Santiago, Méndez'),
  province('15', 22, { amazonian: 60, mestizo: 40 }, 'Tena, Archidona, El Chaco, Quijos'),
  province('16', 20, { amazonian: 45, mestizo: 55 }, 'Pastaza, Mera, Santa Clara, Arajuno'),
  province('17', 890, { mestizo: 78, kichwa: 16, african: 4, montubio: 2 },
    'Quito, Rumiñahui, Cayambe, Mejía, Pedro Moncayo, San Miguel de los Bancos, Pedro Vicente Maldonado'),
  province('18', 135, { mestizo: 70, kichwa: 30 }, 'Ambato, Pelileo, Baños de Agua Santa, Píllaro, Cevallos, Quero'),
  province('19', 18, { mestizo: 75, amazonian: 15, kichwa: 10 }, 'Zamora, Yantzaza, El Pangui, Centinela del Cóndor'),
  province('20', 12, { mestizo: 65, kichwa: 20, montubio: 15 }, 'Santa Cruz, San Cristóbal, Isabela'),
  province('21', 32, { mestizo: 60, amazonian: 30, african: 10 }, 'Lago Agrio, Shushufindi, Cascales, Cuyabeno'),
  province('22', 28, { mestizo: 50, amazonian: 50 }, 'Francisco de Orellana, La Joya de los Sachas, Loreto'),
  province('23', 85, { mestizo: 60, montubio: 30, african: 10 }, 'Santo Domingo, La Concordia'),
  province('24', 50, { montubio: 80, mestizo: 20 }, 'Santa Elena, La Libertad, Salinas'),
]

const drawProvince = weighted(provinces.map((entry) => [entry.code, entry.weight] as const))
const drawAbroad = weighted([['30', 1], ['', 60]] as const)

const known = new Map(provinces.map((entry) => [entry.code, {
  peoples: weighted(Object.entries(entry.peoples) as [Origin, number][]),
  canton: skewed(entry.cantons, 1),
}]))

/** Where somebody was born: one of the 24 provinces, or 30 for who was registered abroad. */
export function inventBirthProvince(chance: Chance): string {
  return drawAbroad(chance) || drawProvince(chance)
}

export const inventProvince: (chance: Chance) => string = drawProvince

/** For a province code; people registered abroad are of the majority and live in the capital's province. */
export function inventOrigin(chance: Chance, code: string): Origin {
  return known.get(code)?.peoples(chance) ?? 'mestizo'
}

export function inventCanton(chance: Chance, code: string): string {
  return known.get(code)?.canton(chance) ?? 'Quito'
}
