/** What the pages of the journey have in common: progress, notices, the ways that stay open. */
import type { Language } from '../../language.ts'

export type FrameWords = {
  step(number: number, of: number): string
  errorTitle: string
  /** The person was led here from a page that is over or not yet open. */
  ledHere: string
  /** This page was completed before; Back leads to it again. */
  already: { text: string; action: string }
  /** PROOF-6: in words that fit anybody, also who typed a number that does not exist. */
  otherWays: { title: string; office: string; papers: string; number: string }
  attempts(left: number): string
  signIn: string
}

export const frameWords: Readonly<Record<Language, FrameWords>> = {
  es: {
    step: (number, of) => `Paso ${number} de ${of}`,
    errorTitle: 'Revise lo siguiente',
    ledHere: 'Ese paso ya está completo o todavía no se puede abrir. Continúe aquí: no se perdió nada.',
    already: { text: 'Usted ya completó esta página. Si no quiere cambiar nada,', action: 'siga donde quedó' },
    otherWays: {
      title: 'Otras formas de tener su clave',
      office: 'Vaya a una oficina de la institución con su cédula o, si es extranjero, con el documento donde está su código. No necesita haber usado sus intentos.',
      papers: 'Si otra persona está usando este trámite con su número sin su permiso, dígalo en la oficina: quedó anotado cada intento.',
      number: 'Revise que el número que escribió al comienzo sea el suyo.',
    },
    attempts: (left) => (left === 1 ? '1 intento' : `${left} intentos`),
    signIn: 'Ingresar',
  },
  en: {
    step: (number, of) => `Step ${number} of ${of}`,
    errorTitle: 'Check the following',
    ledHere: 'That step is complete, or cannot be opened yet. Continue here: nothing was lost.',
    already: { text: 'You have completed this page. If you do not want to change anything,', action: 'go on where you left off' },
    otherWays: {
      title: 'Other ways to get your key',
      office: 'Go to an office of the institution with your ID card or, if you are a foreigner, with the document that shows your code. You need not have used your attempts.',
      papers: 'If somebody else is using this procedure with your number without your leave, say so at the office: every attempt is on record.',
      number: 'Check that the number you typed at the start is yours.',
    },
    attempts: (left) => (left === 1 ? '1 attempt' : `${left} attempts`),
    signIn: 'Sign in',
  },
}
