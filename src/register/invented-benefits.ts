/** Invented pensions, loans, bank accounts and firms somebody answers for. */
import type { Loan, RegisterRecord } from '../domain/person.ts'
import { monthText } from './calendar.ts'
import { skewed, weighted, type Chance } from './chance.ts'
import { amountText, basicWage } from './invented-wages.ts'

type Pension = NonNullable<RegisterRecord['pension']>
type Account = NonNullable<RegisterRecord['account']>
type Mandate = NonNullable<RegisterRecord['represents']>[number]

const banks = skewed([
  'Banco Pichincha', 'Banco Guayaquil', 'Banco del Pacífico', 'Produbanco', 'Cooperativa JEP', 'Banco Bolivariano', 'Cooperativa Jardín Azuayo',
  'Banco Internacional', 'Cooperativa 29 de Octubre', 'Cooperativa Policía Nacional', 'Banco de Loja', 'BanEcuador', 'Banco del Austro',
  'Cooperativa Alianza del Valle', 'Cooperativa Oscus', 'Cooperativa Mushuc Runa', 'Banco Solidario', 'Mutualista Pichincha', 'Banco de Machala',
  'Cooperativa San Francisco', 'Cooperativa Riobamba', 'Banco General Rumiñahui', 'Cooperativa Cooprogreso', 'Cooperativa Andalucía',
], 2)
const terms = weighted([[12, 15], [24, 20], [36, 30], [48, 15], [60, 20]] as const)

/** `since` and `now` as month numbers. Half of the old-age pensions lie near the minimum, the others spread. */
export function inventPension(chance: Chance, kind: string, since: number): Pension {
  const basic = basicWage(Math.floor(since / 12)) * 100
  const share = chance.happens(0.3) ? 0.5 + 0.1 * chance.below(6) : 0.6 + 2.6 * chance.next() * chance.next()
  return { kind, since: monthText(since), amount: amountText(Math.round(basic * share)) }
}

/** Loans running now or ended in the last years; who has contributed for three years may have one. */
export function inventLoans(chance: Chance, contributions: number, now: number): Loan[] {
  const loans: Loan[] = []
  if (contributions < 36) return loans
  if (chance.happens(0.34)) {
    const principal = 30_000 + chance.below(120) * chance.below(120) * 100
    loans.push(inventLoan('quirografario', now - 1 - chance.below(54), terms(chance), principal, 0.125))
  }
  if (contributions >= 60 && chance.happens(0.05)) {
    const principal = (250 + chance.below(700)) * 10_000
    loans.push(inventLoan('hipotecario', now - 1 - chance.below(150), 12 * (10 + chance.below(16)), principal, 0.0799))
  }
  return loans
}

/** `principal` in cents; the installment is that of an annuity, rounded up to the cent. */
function inventLoan(kind: string, granted: number, months: number, principal: number, rate: number): Loan {
  const monthly = rate / 12
  const installment = Math.ceil((principal * monthly) / (1 - (1 + monthly) ** -months))
  const [amount, from, to] = [amountText(principal), monthText(granted), monthText(granted + months)]
  return { kind, granted: from, amount, installment: amountText(installment), to }
}

export function inventAccount(chance: Chance, now: number): Account {
  return { bank: banks(chance), since: monthText(now - 1 - chance.below(140)) }
}

/** A firm of one's own: the RUC is the cédula and 001. */
export function inventMandates(chance: Chance, cedula: string, now: number): Mandate[] {
  const from = now - 6 - chance.below(120)
  const to = chance.happens(0.2) ? from + chance.below(now - from) : null
  return [{ ruc: `${cedula}001`, branch: '0001', from: monthText(from), to: to === null ? null : monthText(to) }]
}
