/**
 * The account to which a person is paid: which banks there are, and what a number may look like. Whether the account exists and whose it is
 * only the bank can say; here a slip of the hand is caught. Held by test/domain/bank-account.test.ts.
 */

export const accountKinds = ['savings', 'current'] as const
export type AccountKind = (typeof accountKinds)[number]

export interface BankAccount {
  readonly bank: BankCode
  readonly kind: AccountKind
  /** Digits only. */
  readonly number: string
}

interface Bank {
  readonly name: string
  /** How many digits its numbers have, where that is certain; else as many as any bank may have. */
  readonly digits?: { readonly from: number; readonly to: number }
}

/** Codes are stored and never reused. */
export const banks = {
  pichincha: { name: 'Banco Pichincha' }, guayaquil: { name: 'Banco Guayaquil' }, pacifico: { name: 'Banco del Pacífico' },
  produbanco: { name: 'Produbanco' }, bolivariano: { name: 'Banco Bolivariano' }, austro: { name: 'Banco del Austro' },
  internacional: { name: 'Banco Internacional' }, solidario: { name: 'Banco Solidario' }, loja: { name: 'Banco de Loja' },
  machala: { name: 'Banco de Machala' }, ruminahui: { name: 'Banco General Rumiñahui' }, banecuador: { name: 'BanEcuador' },
  'mutualista-pichincha': { name: 'Mutualista Pichincha' }, jep: { name: 'Cooperativa JEP' }, 'jardin-azuayo': { name: 'Cooperativa Jardín Azuayo' },
  '29-de-octubre': { name: 'Cooperativa 29 de Octubre' }, 'policia-nacional': { name: 'Cooperativa Policía Nacional' },
  cooprogreso: { name: 'Cooperativa Cooprogreso' }, oscus: { name: 'Cooperativa Oscus' }, riobamba: { name: 'Cooperativa Riobamba' },
  'alianza-del-valle': { name: 'Cooperativa Alianza del Valle' }, 'mushuc-runa': { name: 'Cooperativa Mushuc Runa' },
  'san-francisco': { name: 'Cooperativa San Francisco' }, andalucia: { name: 'Cooperativa Andalucía' },
} as const satisfies Record<string, Bank>

export type BankCode = keyof typeof banks
export const bankCodes = Object.keys(banks) as readonly BankCode[]
export const anyBank = { from: 8, to: 20 } as const

export const isBankCode = (text: string): text is BankCode => Object.hasOwn(banks, text)
export const isAccountKind = (text: string): text is AccountKind => (accountKinds as readonly string[]).includes(text)

export type AccountProblem = 'empty' | 'not-digits' | 'too-short' | 'too-long' | 'one-digit'

/** Blanks, hyphens and dots are how people group digits. `bank` null: none was chosen yet. */
export function readAccountNumber(typed: string, bank: BankCode | null): { readonly ok: true; readonly number: string } | { readonly ok: false; readonly problem: AccountProblem } {
  const number = typed.replace(/[\s.\-\u2010-\u2015]/g, '')
  const problem = problemOf(number, digitsOf(bank))
  return problem === null ? { ok: true, number } : { ok: false, problem }
}

export function digitsOf(bank: BankCode | null): { readonly from: number; readonly to: number } {
  return (bank === null ? undefined : (banks[bank] as Bank).digits) ?? anyBank
}

function problemOf(number: string, { from, to }: { readonly from: number; readonly to: number }): AccountProblem | null {
  if (number === '') return 'empty'
  if (!/^\d+$/.test(number)) return 'not-digits'
  if (number.length < from) return 'too-short'
  if (number.length > to) return 'too-long'
  return /^(\d)\1*$/.test(number) ? 'one-digit' : null
}

/** All that is ever shown of it again: '•••• 4321'. Always four dots, so that the length is not told. */
export function maskedNumber(number: string): string {
  return `•••• ${number.slice(-4)}`
}
