/**
 * The 16 security figures (BANK-1). The codes are stored, hashed, with the answers: never rename or reuse one.
 * Drawn in assets/figures/<code>.svg; told apart by shape and name, never by colour alone.
 */
import type { Language } from './language.ts'

export const figures = {
  sol: { es: 'Sol', en: 'Sun' },
  luna: { es: 'Luna', en: 'Moon' },
  estrella: { es: 'Estrella', en: 'Star' },
  arbol: { es: 'Árbol', en: 'Tree' },
  flor: { es: 'Flor', en: 'Flower' },
  maiz: { es: 'Maíz', en: 'Corn' },
  montana: { es: 'Montaña', en: 'Mountain' },
  pez: { es: 'Pez', en: 'Fish' },
  gato: { es: 'Gato', en: 'Cat' },
  mariposa: { es: 'Mariposa', en: 'Butterfly' },
  colibri: { es: 'Colibrí', en: 'Hummingbird' },
  casa: { es: 'Casa', en: 'House' },
  barco: { es: 'Barco', en: 'Boat' },
  bicicleta: { es: 'Bicicleta', en: 'Bicycle' },
  guitarra: { es: 'Guitarra', en: 'Guitar' },
  sombrero: { es: 'Sombrero', en: 'Hat' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>

export type FigureCode = keyof typeof figures

export const figureCodes = Object.keys(figures) as readonly FigureCode[]

export function isFigureCode(value: unknown): value is FigureCode {
  return typeof value === 'string' && Object.hasOwn(figures, value)
}
