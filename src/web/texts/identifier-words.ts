/** What is wrong with a number as it was typed (ID-1), and how to put it right. It costs no attempt. */
import type { IdentifierProblem } from '../../domain/identifier.ts'
import type { Language } from '../language.ts'

export const identifierWords: Readonly<Record<Language, Readonly<Record<IdentifierProblem, string>>>> = {
  es: {
    empty: 'Escriba su número de cédula',
    'not-an-identifier': 'El número de cédula tiene 10 dígitos, sin letras. Si usa el código de extranjero, escríbalo completo',
    'wrong-length': 'El número de cédula tiene 10 dígitos: cuente los que escribió',
    'unknown-province': 'Ninguna cédula empieza con esos dos dígitos: revise el número',
    'wrong-check-digit': 'Hay un dígito equivocado en el número de cédula: compárelo con su documento',
  },
  en: {
    empty: 'Write your ID number (cédula)',
    'not-an-identifier': 'The ID number has 10 digits and no letters. If you use a foreigner’s code, write all of it',
    'wrong-length': 'The ID number has 10 digits: count the ones you wrote',
    'unknown-province': 'No ID number begins with those two digits: check the number',
    'wrong-check-digit': 'One digit of the ID number is wrong: compare it with your document',
  },
}
