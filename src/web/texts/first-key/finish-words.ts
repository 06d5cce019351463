/** Steps 5 and 6: terms, the new password, the receipt. */
import type { PasswordRefusal } from '../../../domain/password.ts'
import type { Language } from '../../language.ts'

type RefusalWords = { readonly [Why in PasswordRefusal['why']]: (refusal: Extract<PasswordRefusal, { why: Why }>) => string }

export type FinishWords = {
  terms: { title: string; intro: string; version(version: string): string; accept: string; missing: string; changed: string; submit: string }
  password: {
    title: string
    intro: readonly string[]
    rules: (shortest: number) => readonly string[]
    phrase: { title: string; text: string; after: string }
    field: { label: string; hint(shortest: number): string }
    repeat: { label: string; hint: string; different: string }
    empty: string
    refusals: RefusalWords
    submit: string
  }
  notPossible: { title: string; text: readonly string[] }
  receipt: {
    title: string
    number: string
    done: { title: string; what: string; whatText: string; when: string; notices: string; noticesText(count: number, address: string): string; textsText(count: number): string; terms: string }
    probation: { title: string; text(until: string): readonly string[] }
    notMe: { title: string; text(until: string): readonly string[] }
    keep: string
    next: string
  }
}

export const finishWords: Readonly<Record<Language, FinishWords>> = {
  es: {
    terms: {
      title: 'Términos y condiciones',
      intro: 'Su correo está confirmado. Lea estas condiciones antes de generar su clave.',
      version: (version) => `Versión ${version}`,
      accept: 'Acepto los términos y condiciones',
      missing: 'Para generar su clave debe aceptar los términos y condiciones',
      changed: 'Las condiciones cambiaron mientras usted las leía. Léalas otra vez y acepte las nuevas',
      submit: 'Continuar',
    },
    password: {
      title: 'Su nueva clave',
      intro: ['Escriba la clave con la que usted va a ingresar. Solo usted la conocerá.'],
      rules: (shortest) => [
        `Use ${shortest} letras o más. Una frase de varias palabras es lo más fácil de recordar.`,
        'Puede usar espacios, tildes, números y cualquier signo. Nada es obligatorio.',
        'No use su nombre, su número de cédula, su fecha de nacimiento ni su correo.',
      ],
      phrase: {
        title: 'Si no se le ocurre ninguna, use esta frase:',
        text: 'La inventamos ahora, solo para usted, y no la guardamos.',
        after: 'Escríbala igual, con los guiones. Anótela en un papel que guarde bien.',
      },
      field: { label: 'Nueva clave', hint: (shortest) => `${shortest} letras o más. Las mayúsculas y las tildes cuentan.` },
      repeat: {
        label: 'Escriba la clave otra vez', hint: 'Su navegador no puede mostrar lo que escribe; así comprobamos que está bien.',
        different: 'Las dos claves no son iguales: escríbalas otra vez',
      },
      empty: 'Escriba su nueva clave',
      refusals: {
        'too-short': ({ shortest, typed }) => `La clave tiene ${typed} letras y necesita ${shortest} o más: agregue otra palabra`,
        'too-long': ({ longest }) => `La clave es demasiado larga: use como máximo ${longest} letras`,
        common: () => 'Esa clave está en las listas que usan los delincuentes, porque mucha gente la usa: elija otra, por ejemplo varias palabras sin relación',
        'institution-word': ({ word }) => `La clave es casi toda «${word}», que es fácil de adivinar: agregue otras palabras`,
        'own-data': () => 'La clave es casi toda un dato suyo (nombre, número, fecha, correo o teléfono): agregue palabras que no tengan relación con usted',
        popular: () => 'Otras personas ya usan esa clave y no se permite que la tengan más: elija otra, por ejemplo varias palabras sin relación',
        'too-simple': () => 'La clave repite o sigue un orden muy simple: use varias palabras distintas',
      },
      submit: 'Generar la clave',
    },
    notPossible: {
      title: 'No pudimos generar la clave',
      text: [
        'Puede que la clave ya se haya generado en otra ventana, o que sus datos cambiaron en el registro. Esta página no hizo ningún cambio.',
        'Pruebe a ingresar. Si no puede, vaya a una oficina de la institución con su cédula.',
      ],
    },
    receipt: {
      title: 'Su clave está lista',
      number: 'Número de constancia',
      done: {
        title: 'Qué se hizo',
        what: 'Trámite', whatText: 'Se generó su primera clave',
        when: 'Fecha y hora',
        notices: 'Avisos',
        noticesText: (count, address) => (count === 1 ? `Enviamos un aviso por correo a ${address}` : `Enviamos ${count} avisos por correo: a ${address} y a los correos suyos que ya estaban comprobados`),
        textsText: (count) => (count === 1 ? 'y un mensaje de texto al celular suyo que ya estaba comprobado' : `y ${count} mensajes de texto a los celulares suyos que ya estaban comprobados`),
        terms: 'Condiciones aceptadas',
      },
      probation: {
        title: 'Sus primeras 72 horas',
        text: (until) => [
          `Su clave está a prueba hasta el ${until}. Hasta entonces puede consultar sus datos y pedir certificados.`,
          'Los servicios de dinero y el cambio de datos de contacto esperan hasta ese momento. Así, si otra persona hizo esta clave, el dueño de los datos alcanza a detenerla.',
          'Puede terminar antes: si la institución ya tenía comprobado un correo suyo, ingrese y, en «Mi clave», confirme la clave con el código que le enviamos ahí.',
        ],
      },
      notMe: {
        title: '¿No fue usted?',
        text: (until) => [`En el aviso que enviamos está el enlace «No fui yo». Detiene la clave en menos de un minuto y sirve hasta el ${until}.`],
      },
      keep: 'Puede imprimir esta página o anotar el número de constancia.',
      next: 'Ya puede usar los servicios en línea:',
    },
  },
  en: {
    terms: {
      title: 'Terms and conditions',
      intro: 'Your address is confirmed. Read these terms before you make your key.',
      version: (version) => `Version ${version}`,
      accept: 'I accept the terms and conditions',
      missing: 'To make your key you must accept the terms and conditions',
      changed: 'The terms changed while you were reading. Read them again and accept the new ones',
      submit: 'Continue',
    },
    password: {
      title: 'Your new key',
      intro: ['Type the key with which you will sign in. Only you will know it.'],
      rules: (shortest) => [
        `Use ${shortest} letters or more. A phrase of several words is the easiest to remember.`,
        'You can use spaces, accents, digits and any sign. Nothing is compulsory.',
        'Do not use your name, your ID number, your date of birth or your email address.',
      ],
      phrase: {
        title: 'If nothing comes to mind, use this phrase:',
        text: 'We made it up just now, for you alone, and do not keep it.',
        after: 'Type it as it is, with the hyphens. Write it on a paper that you keep safe.',
      },
      field: { label: 'New key', hint: (shortest) => `${shortest} letters or more. Capitals and accents count.` },
      repeat: {
        label: 'Type the key again', hint: 'Your browser cannot show what you type; so we check that it is right.',
        different: 'The two keys are not the same: type them again',
      },
      empty: 'Type your new key',
      refusals: {
        'too-short': ({ shortest, typed }) => `The key has ${typed} letters and needs ${shortest} or more: add another word`,
        'too-long': ({ longest }) => `The key is too long: use at most ${longest} letters`,
        common: () => 'That key is on the lists that criminals use, because many people have it: choose another, for example several words that have nothing to do with each other',
        'institution-word': ({ word }) => `The key is almost all “${word}”, which is easy to guess: add other words`,
        'own-data': () => 'The key is almost all your own data (name, number, date, email or telephone): add words that have nothing to do with you',
        popular: () => 'Other people have that key already, and no more may have it: choose another, for example several words that have nothing to do with each other',
        'too-simple': () => 'The key repeats itself or follows a very simple order: use several different words',
      },
      submit: 'Make the key',
    },
    notPossible: {
      title: 'We could not make the key',
      text: [
        'The key may have been made in another window, or your data changed in the register. This page changed nothing.',
        'Try to sign in. If you cannot, go to an office of the institution with your ID card.',
      ],
    },
    receipt: {
      title: 'Your key is ready',
      number: 'Receipt number',
      done: {
        title: 'What was done',
        what: 'Request', whatText: 'Your first key was made',
        when: 'Date and time',
        notices: 'Notices',
        noticesText: (count, address) => (count === 1 ? `We sent a notice by mail to ${address}` : `We sent ${count} notices by mail: to ${address} and to those addresses of yours that were verified before`),
        textsText: (count) => (count === 1 ? 'and a text message to the mobile of yours that was verified before' : `and ${count} text messages to those mobiles of yours that were verified before`),
        terms: 'Terms accepted',
      },
      probation: {
        title: 'Your first 72 hours',
        text: (until) => [
          `Your key is on probation until ${until}. Until then you can look up your data and ask for certificates.`,
          'The services of money and the change of contact data wait until that moment. So, if another person made this key, the owner of the data has time to stop it.',
          'It can end sooner: if the institution had verified an email address of yours before, sign in and, in “My key”, confirm the key with the code we send there.',
        ],
      },
      notMe: {
        title: 'Was it not you?',
        text: (until) => [`The notice we sent has a link “It was not me”. It stops the key in less than a minute and works until ${until}.`],
      },
      keep: 'You can print this page or note the receipt number.',
      next: 'You can now use the online services:',
    },
  },
}
