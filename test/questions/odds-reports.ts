/** Made-up reports for tests of what shows them. */
import type { OddsReport } from '../../src/questions/odds-report.ts'

export const madeUp: OddsReport = {
  madeOn: '2026-11-22', people: 18_000_000, askable: 15_300_000,
  notAskable: { 'thin-file': 2_100_000, 'too-weak': 599_999, 'one-employer': 1 },
  bits: { 17: 12_000, 20: 900_000, 21: 2_000_000, 23: 5_400_000, 24: 4_000_000, 25: 2_000_000, 28: 988_000 },
  worst: 7.6e-6, decksPerPerson: [2_700_000, 1_000_000, 2_300_000, 12_000_000], questionsPerDeck: { 3: 22_000_000, 4: 15_000_000, 6: 4_600_000 },
  kinds: {
    wage: { usable: 11_000_000, asked: 10_800_000, medianBits: 9.4 }, entry: { usable: 9_000_000, asked: 8_100_000, medianBits: 7.2 },
    bank: { usable: 4_000_000, asked: 0, medianBits: 2.1 }, 'not-yet-known': { usable: 1, asked: 1, medianBits: 5 },
  },
  whatIf: [
    { change: 'without:wage', askable: 6_000_000, worst: 9.9e-6, medianBits: 21 }, { change: 'questions:4', askable: 15_900_000, worst: 4.1e-6, medianBits: 25 },
    { change: 'tolerance:99', askable: 15_300_000, worst: 7.6e-6, medianBits: 24 },
  ],
}

export const ofNobody: OddsReport = {
  madeOn: '2026-11-22', people: 0, askable: 0, notAskable: {}, bits: {}, worst: 0, decksPerPerson: [0, 0, 0, 0], questionsPerDeck: {}, kinds: {}, whatIf: [],
}
