/**
 * Pools for who has no statistics of a register yet. Provinces and banks are public lists with rough weights of ours. There are no
 * employers: a made-up name beside a real one would point at the real one, so without statistics that kind is not asked.
 */
import type { PoolEntry, Pools } from './pools.ts'
import { provinceNames, provinceWeights } from './provinces.ts'

const banks: Readonly<Record<string, number>> = {
  'Banco Pichincha': 30, 'Banco Guayaquil': 14, 'Banco del Pacífico': 13, Produbanco: 9, 'Banco Bolivariano': 6, 'Banco del Austro': 5,
  'Banco Internacional': 4, 'Banco Solidario': 3, 'Banco de Loja': 2, 'Banco de Machala': 2, 'Banco General Rumiñahui': 2,
  'Cooperativa JEP': 5, 'Cooperativa Jardín Azuayo': 3, 'Cooperativa 29 de Octubre': 2, 'Cooperativa Policía Nacional': 2,
  'Cooperativa Cooprogreso': 2, 'Cooperativa Oscus': 1, 'Cooperativa Riobamba': 1, 'Cooperativa Alianza del Valle': 2,
  'Cooperativa Mushuc Runa': 1, 'Cooperativa San Francisco': 1, 'Cooperativa Andalucía': 1, BanEcuador: 4, 'Mutualista Pichincha': 1,
}

const everywhere: readonly PoolEntry[] = Object.entries(banks).map(([label, weight]) => ({ label, weight }))
const noEmployers: readonly PoolEntry[] = []

export const defaultPools: Pools = {
  employers: () => noEmployers,
  provinces: Object.entries(provinceNames).map(([province, label]) => ({ province, label, weight: provinceWeights[province] ?? 1 })),
  banks: everywhere,
  banksIn: () => everywhere,
}
