/** Step 1: the number, the robot check, and the wait of browsers without scripts. */
import type { IdentifierProblem } from '../../../domain/identifier.ts'
import type { Language } from '../../language.ts'

export type IdentifyWords = {
  title: string
  lead: readonly string[]
  open: { text: string; action: string; done: string; receipt: string }
  number: { label: string; hint: string }
  /** Also shown by every other page that asks for the number. */
  problems: Readonly<Record<IdentifierProblem, string>>
  robot: { label: string; hint: string; missing: string }
  submit: string
  wait: { title: string; text(seconds: number): string; why: string; action: string }
  tooMany: { title: string; text(time: string): readonly string[]; action: string }
}

export const identifyWords: Readonly<Record<Language, IdentifyWords>> = {
  es: {
    title: 'Generar o recuperar clave',
    lead: [
      'Con su clave usted usa todos los servicios en línea. La hace aquí, a cualquier hora y sin ir a una oficina.',
      'Toma unos cinco minutos. Le preguntaremos su fecha de nacimiento y algunos datos de sus papeles.',
      'Tenga a mano los papeles que guarde de su trabajo, su pensión o su préstamo, y un correo electrónico que pueda abrir ahora.',
    ],
    open: {
      text: 'En este navegador hay un trámite abierto.', action: 'Continuar donde quedó',
      done: 'En este navegador se acaba de generar una clave.', receipt: 'Ver la constancia',
    },
    number: { label: 'Número de cédula', hint: 'Diez dígitos, por ejemplo 1710034065. Si es extranjero sin cédula, escriba su código.' },
    problems: {
      empty: 'Escriba su número de cédula',
      'not-an-identifier': 'Escriba solo los números de su cédula, o su código de extranjero como está en su documento',
      'wrong-length': 'El número de cédula tiene 10 dígitos: revise si falta o sobra alguno',
      'unknown-province': 'Los dos primeros dígitos del número de cédula no son correctos: revise si escribió bien el número',
      'wrong-check-digit': 'El número de cédula tiene algún dígito equivocado: compárelo con su cédula',
    },
    robot: {
      label: 'No soy un robot', hint: 'Marque la casilla. No tiene que resolver nada.', missing: 'Marque la casilla «No soy un robot»',
    },
    submit: 'Buscar',
    wait: {
      title: 'Espere un momento',
      text: (seconds) => `Estamos comprobando que no es un robot. Faltan unos ${seconds} segundos. La página continúa sola.`,
      why: 'Su navegador no hizo la comprobación rápida; por eso esperamos un poco. No tiene que escribir nada otra vez.',
      action: 'Continuar',
    },
    tooMany: {
      title: 'Espere un poco y pruebe otra vez',
      text: (time) => [
        'Desde la red de internet que usted usa llegaron muchos pedidos. No gastó ningún intento.',
        `Espere un minuto y pruebe otra vez. Si esta página sale de nuevo, pruebe después de las ${time} o desde otra conexión, por ejemplo los datos de su celular.`,
      ],
      action: 'Probar otra vez',
    },
  },
  en: {
    title: 'Make or recover your key',
    lead: [
      'With your key you use all the online services. You make it here, at any hour and without going to an office.',
      'It takes about five minutes. We will ask for your date of birth and some facts that stand on your papers.',
      'Have at hand the papers you keep of your work, your pension or your loan, and an email address you can open now.',
    ],
    open: {
      text: 'There is an open request in this browser.', action: 'Continue where you left off',
      done: 'A key has just been made in this browser.', receipt: 'See the receipt',
    },
    number: { label: 'ID number (cédula)', hint: 'Ten digits, for example 1710034065. If you are a foreigner without a cédula, type your code.' },
    problems: {
      empty: 'Type your ID number',
      'not-an-identifier': 'Type only the digits of your ID number, or your foreigner’s code as it stands on your document',
      'wrong-length': 'The ID number has 10 digits: check whether one is missing or too many',
      'unknown-province': 'The first two digits of the ID number are not right: check the number you typed',
      'wrong-check-digit': 'Some digit of the ID number is wrong: compare it with your card',
    },
    robot: { label: 'I am not a robot', hint: 'Tick the box. There is nothing to solve.', missing: 'Tick the box “I am not a robot”' },
    submit: 'Search',
    wait: {
      title: 'Wait a moment',
      text: (seconds) => `We are checking that you are not a robot. About ${seconds} seconds to go. The page goes on by itself.`,
      why: 'Your browser did not do the quick check, so we wait a little. You do not have to type anything again.',
      action: 'Continue',
    },
    tooMany: {
      title: 'Wait a little and try again',
      text: (time) => [
        'Many requests came from the internet connection you use. No attempt was spent.',
        `Wait a minute and try again. If you see this page again, try after ${time} or from another connection, for example the data of your phone.`,
      ],
      action: 'Try again',
    },
  },
}
