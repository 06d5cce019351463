/** The words of "Registro de cuenta bancaria". */
import type { AccountKind, AccountProblem } from '../../../domain/bank-account.ts'
import type { Language } from '../../language.ts'

export interface AccountWords {
  readonly current: { readonly title: string; readonly none: string; readonly bank: string; readonly kind: string; readonly number: string; readonly note: string }
  readonly kinds: Readonly<Record<AccountKind, string>>
  readonly key: { readonly title: string; readonly text: string; readonly submit: string }
  readonly form: {
    readonly title: string
    readonly first: string
    readonly lines: readonly string[]
    readonly bank: { readonly label: string; readonly none: string; readonly empty: string }
    readonly kind: { readonly label: string; readonly empty: string }
    readonly number: { readonly label: string; readonly hint: string }
    readonly again: { readonly label: string; readonly hint: string; readonly different: string }
    readonly submit: string
  }
  problem(problem: AccountProblem, from: number, to: number): string
  readonly same: string
  readonly stale: string
  readonly done: {
    readonly title: string
    readonly receipt: string
    readonly keep: string
    told(notices: number): string
    readonly notMe: string
    readonly next: string
  }
}

export const accountWords: Readonly<Record<Language, AccountWords>> = {
  es: {
    current: {
      title: 'Su cuenta registrada', none: 'Todavía no ha registrado aquí ninguna cuenta.', bank: 'Banco o cooperativa', kind: 'Tipo de cuenta', number: 'Número',
      note: 'Mostramos solo las últimas cuatro cifras.',
    },
    kinds: { savings: 'Ahorros', current: 'Corriente' },
    key: {
      title: 'Escriba su clave otra vez', text: 'Este servicio decide adónde va su dinero. Por eso le pedimos la clave otra vez, aunque ya ingresó.', submit: 'Continuar',
    },
    form: {
      title: 'Registrar otra cuenta', first: 'Registrar una cuenta',
      lines: ['La cuenta debe estar a su nombre. Tenga a mano su libreta o la aplicación de su banco.', 'Avisaremos del registro a todos sus correos comprobados.'],
      bank: { label: 'Banco o cooperativa', none: 'Elija de la lista', empty: 'Elija su banco o cooperativa' },
      kind: { label: 'Tipo de cuenta', empty: 'Elija el tipo de cuenta' },
      number: { label: 'Número de cuenta', hint: 'Solo cifras. Puede separarlas con espacios o guiones.' },
      again: { label: 'Número de cuenta, otra vez', hint: 'Para descubrir un error al escribirlo.', different: 'Los dos números no son iguales: revíselos' },
      submit: 'Registrar la cuenta',
    },
    problem: (problem, from, to) => ({
      empty: 'Escriba el número de cuenta',
      'not-digits': 'El número de cuenta tiene solo cifras',
      'too-short': `El número de cuenta tiene al menos ${from} cifras`,
      'too-long': `El número de cuenta tiene como máximo ${to} cifras`,
      'one-digit': 'Ninguna cuenta repite una sola cifra: revise el número',
    })[problem],
    same: 'Esa cuenta ya está registrada: escriba otra',
    stale: 'Pasó un tiempo desde que escribió su clave. Escríbala otra vez; no se registró nada.',
    done: {
      title: 'Su cuenta quedó registrada',
      receipt: 'Número de constancia',
      keep: 'Sus próximos pagos irán a esta cuenta.',
      told: (notices) => (notices === 1 ? 'Le enviamos un aviso a su correo.' : `Le enviamos un aviso a sus ${notices} correos.`),
      notMe: 'El aviso tiene el enlace «No fui yo», por si alguien más hizo el registro.',
      next: 'Ver todos los servicios',
    },
  },
  en: {
    current: {
      title: 'Your registered account', none: 'You have not registered an account here yet.', bank: 'Bank or cooperative', kind: 'Kind of account', number: 'Number',
      note: 'We show the last four digits only.',
    },
    kinds: { savings: 'Savings', current: 'Current' },
    key: {
      title: 'Write your key again', text: 'This service decides where your money goes. So we ask for your key again, although you are signed in.', submit: 'Continue',
    },
    form: {
      title: 'Register another account', first: 'Register an account',
      lines: ['The account must be in your name. Have your passbook or the app of your bank at hand.', 'We will tell all your confirmed email addresses.'],
      bank: { label: 'Bank or cooperative', none: 'Choose from the list', empty: 'Choose your bank or cooperative' },
      kind: { label: 'Kind of account', empty: 'Choose the kind of account' },
      number: { label: 'Account number', hint: 'Digits only. You may separate them with spaces or hyphens.' },
      again: { label: 'Account number, again', hint: 'To find a slip in writing it.', different: 'The two numbers are not the same: look at them again' },
      submit: 'Register the account',
    },
    problem: (problem, from, to) => ({
      empty: 'Write the account number',
      'not-digits': 'An account number has digits only',
      'too-short': `An account number has at least ${from} digits`,
      'too-long': `An account number has at most ${to} digits`,
      'one-digit': 'No account repeats a single digit: look at the number again',
    })[problem],
    same: 'That account is registered already: write another one',
    stale: 'Some time has passed since you wrote your key. Write it again; nothing was registered.',
    done: {
      title: 'Your account is registered',
      receipt: 'Receipt number',
      keep: 'Your next payments go to this account.',
      told: (notices) => (notices === 1 ? 'We sent a notice to your email address.' : `We sent a notice to your ${notices} email addresses.`),
      notMe: 'The notice has a link “It was not me”, in case somebody else registered it.',
      next: 'See all services',
    },
  },
}
