/** Names of invented people born elsewhere: one surname, particles, apostrophes, hyphens, letters Spanish does not use. */
import { skewed, weighted, type Chance } from './chance.ts'

const list = (text: string): ((chance: Chance) => string) => skewed(text.split(', '), 5)

const latin = {
  F: list('Yusmary, Yetzibell, Luz Marina, Adriana, Yuleisy, Milagros, Rosmery, Leidy Johana, Claudia, Beatriz, Daniela, Yamileth, Oriana, Paola'),
  M: list('Wilmer, José Gregorio, Luis Alfredo, Yorman, Jhon Jairo, Óscar, Jesús, Rafael, Édgar, Yoel, Andrés Felipe, Freddy, Ramón, Héctor'),
  surnames: list('González, Rodríguez, Hernández, Díaz, Blanco, Urdaneta, Colmenares, Briceño, Ospina, Muñoz, Restrepo, Huamán, Quispe, Ñahui, Ríos, Acosta'),
}
const others = {
  F: list('Marie-Claire, Anna, Li, Siobhán, Françoise, Ingrid, Aisha, Ruth, Yuki, Chiara'),
  M: list('Jean-Pierre, Wei, Michael, Seán, Jürgen, João, Mohamed, Łukasz, Andrea, Piotr'),
  surnames: list('Zhang, Dubois, O’Connor, Müller, de la Croix, Smith-Jones, dos Santos, Wang, Novák, van der Berg, D\'Angelo, Kowalski, Al-Masri, Björk'),
}
const regions = weighted([[latin, 5], [others, 1]] as const)

export function inventForeigner(chance: Chance, sex: 'F' | 'M'): { givenNames: string; surnames: string } {
  const region = regions(chance)
  const two = chance.happens(region === latin ? 0.9 : 0.1)
  const one = region.surnames(chance)
  return { givenNames: region[sex](chance), surnames: two ? `${one} ${region.surnames(chance)}` : one }
}
