/** Help, accessibility, privacy and free software: short, and only what is true of this release. Numbers come from the policy. */
import type { Policy } from '../../domain/policy.ts'
import { day, hour, minute } from '../../domain/types.ts'
import type { Language } from '../language.ts'

export type AboutName = 'help' | 'accessibility' | 'privacy' | 'free-software'

export interface AboutFacts {
  readonly institution: string
  readonly policy: Policy
  /** How people reach the institution, as it wants it written; from the configuration. */
  readonly help: string | undefined
  /** The same for the person in charge of data protection. */
  readonly privacy: string | undefined
}

export interface Section {
  readonly id?: string
  readonly title: string
  readonly body?: readonly string[]
  readonly list?: readonly string[]
  readonly link?: { readonly text: string; readonly href: string }
}

export interface AboutText { readonly title: string; readonly lead: string; readonly sections: readonly Section[] }

type Texts = Readonly<Record<AboutName, (facts: AboutFacts) => AboutText>>

const minutes = (duration: number): number => Math.round(duration / minute)
const hours = (duration: number): number => Math.round(duration / hour)
const days = (duration: number): number => Math.round(duration / day)
const years = (duration: number): number => Math.round(duration / (365.25 * day))

export const aboutWords: Readonly<Record<Language, Texts>> = {
  es: { help: helpEs, accessibility: accessibilityEs, privacy: privacyEs, 'free-software': freeSoftwareEs },
  en: { help: helpEn, accessibility: accessibilityEn, privacy: privacyEn, 'free-software': freeSoftwareEn },
}

function contactEs(contact: string | undefined): string {
  return contact ?? 'En una oficina de la institución. Este sitio todavía no publica otra forma de contacto.'
}

function contactEn(contact: string | undefined): string {
  return contact ?? 'At an office of the institution. This site does not publish another way to get in touch yet.'
}

function helpEs({ policy, help }: AboutFacts): AboutText {
  const { proofing, login, link, notice, session } = policy
  return {
    title: 'Ayuda',
    lead: 'Qué es la clave y qué hacer cuando algo no sale bien.',
    sections: [
      { title: 'Qué es la clave', body: ['Es la contraseña con la que usted, y nadie más, usa los servicios en línea. La elige usted y solo usted la conoce. Nadie de la institución puede verla ni se la pedirá.'] },
      {
        title: 'Cómo generar su clave',
        list: [
          'Escriba su número de cédula.', 'Responda su fecha de nacimiento y preguntas que se contestan con sus papeles.',
          'Escriba su correo y su teléfono, responda preguntas personales y elija una figura.', `Confirme su correo: el enlace y el código sirven ${minutes(link.lifetime)} minutos.`,
          'Acepte las condiciones y escriba su clave nueva.',
        ],
        link: { text: 'Generar o recuperar clave', href: '/clave' },
      },
      {
        title: 'Si una respuesta no era correcta',
        body: [
          `Tiene ${proofing.perDay} intentos cada día y ${proofing.inAll} en total. Cuando se acaban los del día, puede volver a partir de la medianoche. Cuando se acaban todos, acérquese a una oficina.`,
          'Equivocarse al escribir un número, actualizar la página o volver más tarde no gasta intentos.',
        ],
      },
      { title: 'Si olvidó su clave', body: [
        'Elija «Generar o recuperar clave»: responda las mismas preguntas que la primera vez, dos de sus preguntas personales y su figura, y abra el correo que enviamos a la dirección que tenemos comprobada.',
        'Si no recuerda sus preguntas o su figura, puede usar un código enviado a su segundo correo comprobado. Si no tiene otro, o ya no puede abrir su correo, acérquese a una oficina con su cédula.',
        'La clave nueva cierra todas las sesiones, y avisamos a todos sus correos comprobados.',
      ] },
      {
        id: 'bloqueada',
        title: 'Si la clave se bloqueó',
        body: [
          `Después de ${login.inARow} claves equivocadas seguidas, la clave se bloquea para que nadie la adivine. Por seguridad la página no dice que está bloqueada: responde igual que a una clave equivocada.`,
          'La desbloquea usted con un correo, a cualquier hora. La clave sigue siendo la misma. En los navegadores donde ya había ingresado puede seguir ingresando.',
        ],
        link: { text: 'Desbloquear clave', href: '/desbloquear' },
      },
      {
        id: 'no-fui-yo',
        title: 'Si le llegó un correo y no fue usted',
        body: [
          `Abra el enlace «No fui yo» de ese correo y escriba su número de cédula. Su clave queda congelada y todas las sesiones se cierran en ese momento. El enlace sirve ${days(notice.repudiation)} días.`,
          'Después acérquese a una oficina con su documento.',
        ],
      },
      { title: 'Si su sesión se cerró', body: [`La sesión termina después de ${minutes(session.idle)} minutos sin actividad, y como máximo a las ${hours(session.absolute)} horas. Ingrese otra vez; no se pierde nada.`] },
      { title: 'Contacto', body: [contactEs(help)] },
    ],
  }
}

function helpEn({ policy, help }: AboutFacts): AboutText {
  const { proofing, login, link, notice, session } = policy
  return {
    title: 'Help',
    lead: 'What the key is, and what to do when something does not work.',
    sections: [
      { title: 'What the key is', body: ['It is the password with which you, and nobody else, use the online services. You choose it and only you know it. Nobody from the institution can see it or will ask you for it.'] },
      {
        title: 'How to make your key',
        list: [
          'Write your ID number.', 'Give your birth date and answer questions with your papers at hand.',
          'Write your email address and telephone, answer personal questions and choose a figure.', `Confirm your email address: link and code work for ${minutes(link.lifetime)} minutes.`,
          'Accept the terms and write your new key.',
        ],
        link: { text: 'Make or recover a key', href: '/clave' },
      },
      {
        title: 'If an answer was not right',
        body: [
          `You have ${proofing.perDay} attempts a day and ${proofing.inAll} in all. When those of the day are used up you can come back after midnight. When all are used up, go to an office.`,
          'Mistyping a number, reloading the page or coming back later spends no attempt.',
        ],
      },
      { title: 'If you forgot your key', body: [
        'Choose “Make or recover a key”: answer the same kind of questions as the first time, two of your personal questions and your figure, and open the mail we send to the address we have verified.',
        'If you do not remember your questions or your figure, you can use a code sent to your second verified address. If you have no other, or can no longer open your mailbox, go to an office with your ID card.',
        'The new key closes all sessions, and we tell all your verified addresses.',
      ] },
      {
        id: 'bloqueada',
        title: 'If the key was blocked',
        body: [
          `After ${login.inARow} wrong keys in a row the key is blocked, so that nobody can guess it. For safety the page does not say that it is blocked: it answers as it does to a wrong key.`,
          'You unblock it with an email, at any hour. The key stays the same. In browsers where you signed in before you can still sign in.',
        ],
        link: { text: 'Unblock the key', href: '/desbloquear' },
      },
      {
        id: 'no-fui-yo',
        title: 'If you got an email and it was not you',
        body: [
          `Open the link “It was not me” in that email and write your ID number. Your key is frozen and all sessions are closed at that moment. The link works for ${days(notice.repudiation)} days.`,
          'Then go to an office with your document.',
        ],
      },
      { title: 'If your session was closed', body: [`A session ends after ${minutes(session.idle)} minutes without activity, and after ${hours(session.absolute)} hours at the latest. Sign in again; nothing is lost.`] },
      { title: 'Contact', body: [contactEn(help)] },
    ],
  }
}

function accessibilityEs({ policy, help }: AboutFacts): AboutText {
  return {
    title: 'Accesibilidad',
    lead: 'Queremos que cualquier persona pueda usar este sitio sola, con cualquier navegador.',
    sections: [
      {
        title: 'Lo que hacemos',
        list: [
          'Seguimos las pautas WCAG 2.2, nivel AA, que incluyen lo que pide el reglamento técnico ecuatoriano RTE INEN 288.',
          'Todo se puede hacer solo con el teclado y con un lector de pantalla.', 'Todo funciona sin JavaScript y en pantallas pequeñas.',
          'Los colores tienen contraste suficiente, en claro y en oscuro.', 'No hay rompecabezas para demostrar que usted no es un robot.',
          'Puede pegar su clave o dejar que la llene su navegador, y puede verla mientras la escribe.',
        ],
      },
      { title: 'El tiempo', body: [`Un trámite espera ${minutes(policy.journey.idle)} minutos sin actividad y una sesión ${minutes(policy.session.idle)}. Antes de cerrar la sesión le avisamos ${minutes(policy.session.warning)} minutos antes y puede continuar con un solo botón, si su navegador usa JavaScript.`] },
      { title: 'Lo que todavía falta', body: ['Ninguna persona con discapacidad ha revisado aún este sitio; lo revisan programas en cada cambio. La figura de seguridad es una imagen: cada una tiene también su nombre escrito.'] },
      { title: 'Si algo no le sirve', body: ['Cuéntenos qué página era y qué pasó.', contactEs(help)] },
    ],
  }
}

function accessibilityEn({ policy, help }: AboutFacts): AboutText {
  return {
    title: 'Accessibility',
    lead: 'We want everybody to be able to use this site alone, with any browser.',
    sections: [
      {
        title: 'What we do',
        list: [
          'We follow WCAG 2.2, level AA, which includes what the Ecuadorian technical regulation RTE INEN 288 asks for.',
          'Everything can be done with the keyboard alone and with a screen reader.', 'Everything works without JavaScript and on small screens.',
          'Colours have enough contrast, in light and in dark.', 'There is no puzzle to show that you are not a robot.',
          'You can paste your key or let your browser fill it in, and you can see it while you type.',
        ],
      },
      { title: 'Time', body: [`A request waits ${minutes(policy.journey.idle)} minutes without activity and a session ${minutes(policy.session.idle)}. We warn you ${minutes(policy.session.warning)} minutes before a session ends, and one button lets it go on, if your browser runs JavaScript.`] },
      { title: 'What is missing', body: ['No person with a disability has reviewed this site yet; programs review it at every change. The security figure is a picture: each one also has its name in writing.'] },
      { title: 'If something does not work for you', body: ['Tell us which page it was and what happened.', contactEn(help)] },
    ],
  }
}

function privacyEs({ policy, institution, privacy }: AboutFacts): AboutText {
  const { retention: keep } = policy
  return {
    title: 'Privacidad',
    lead: 'Qué datos suyos usa este sitio, para qué y qué puede pedir usted. Es el aviso que manda la Ley Orgánica de Protección de Datos Personales.',
    sections: [
      { title: 'Quién responde por sus datos', body: [`${institution}. La persona encargada de la protección de datos le atiende así:`, contactEs(privacy)] },
      { title: 'Para qué los usa', body: ['Para comprobar que usted es usted, darle una clave, protegerla y avisarle de lo que se hace con ella. Para nada más: no hay publicidad, ni perfiles, ni se venden datos.'] },
      { title: 'Con qué base legal', body: ['El cumplimiento de una misión de interés público que la ley da a la institución (artículo 7 de la ley). Por eso no se le pide consentimiento; aceptar las condiciones de uso es otra cosa.'] },
      {
        title: 'Qué datos son',
        list: [
          'Los que la institución ya tiene en su registro: nombres, fecha de nacimiento, empleadores, sueldos, aportes, pensión, préstamos. De ahí salen las preguntas.',
          'Los que usted da: correo, teléfono, respuestas personales y figura. Las respuestas, la figura y la clave se guardan de forma que nadie puede leerlas.',
          'Lo que se hace con su clave: qué, cuándo y desde qué parte de la red (no la dirección completa).',
        ],
      },
      {
        title: 'Cuánto tiempo se guardan',
        list: [
          `Un trámite sin terminar deja de servir después de ${minutes(policy.journey.idle)} minutos sin actividad y como máximo a las ${hours(policy.journey.absolute)} horas. Se borra ${hours(keep.journeys)} horas después de la última vez que lo usó. Lo mismo pasa con un cambio que espera sus códigos.`,
          `Los enlaces de los correos sirven ${minutes(policy.link.lifetime)} minutos; el de «No fui yo», ${days(policy.notice.repudiation)} días. Los enlaces que ya no sirven, la lista de correos enviados y las sesiones terminadas se borran a los ${days(keep.over)} días.`,
          `Sus datos de contacto y su cuenta bancaria se guardan mientras los use aquí. Los contactos que usted cambia se guardan ${days(keep.formerContacts)} días más, por si hay un reclamo; después solo queda una huella con la que no se puede leer el dato.`,
          `Los navegadores que recordamos se olvidan ${days(keep.browsers)} días después de su último ingreso en ellos.`,
          `Las preguntas preparadas para usted se borran a los ${days(keep.decks)} días si no hay intentos fallidos. Los intentos fallidos se siguen contando hasta que usted acierte, para que nadie adivine con paciencia. Que se volvió a abrir el trámite se guarda ${days(keep.reopenings)} días.`,
          `La comprobación de que usted no es un robot se borra a las ${hours(keep.robots)} horas.`,
          `Para ver si alguien prueba muchos números seguidos se guarda, cada vez que se escribe un número, una huella con la que no se puede leer. Se borra después de ${hours(keep.tries)} ${hours(keep.tries) === 1 ? 'hora' : 'horas'}. Cuántos intentos fallaron en cada minuto, sin decir de quién, se guarda ${days(keep.failures)} días para las preguntas y ${days(keep.loginFailures)} para los ingresos.`,
          `La actividad de su clave se guarda ${years(keep.events)} años. La parte de la red desde la que se hizo se borra a los ${days(keep.places)} días.`,
          'Los certificados que usted emitió se guardan para que se puedan comprobar. Puede pedir que se borren.',
        ],
      },
      { title: 'Quién los ve', body: ['Los datos personales se guardan cifrados. Ninguna otra empresa los recibe: este sitio no usa servicios de terceros. Los correos salen por el servidor de correo de la institución.'] },
      { title: 'Decisiones automáticas', body: ['Un programa decide si sus respuestas coinciden con el registro. Si no está de acuerdo, pida en una oficina que una persona lo revise.'] },
      {
        title: 'Qué puede pedir',
        body: ['Ver sus datos, corregirlos, borrarlos, oponerse, llevárselos en un formato que otro sistema entienda y que se suspenda su uso mientras se revisan. Es gratis y deben responderle en 15 días.', 'Si no le responden o no está de acuerdo, puede reclamar ante la Superintendencia de Protección de Datos Personales.'],
      },
      { title: 'Cookies', body: ['Solo las necesarias: para los formularios, para su trámite, para su sesión, para el enlace de un correo y para recordar el idioma. Ninguna sirve para seguirle.'] },
    ],
  }
}

function privacyEn({ policy, institution, privacy }: AboutFacts): AboutText {
  const { retention: keep } = policy
  return {
    title: 'Privacy',
    lead: 'Which data of yours this site uses, what for, and what you may ask. This is the notice that Ecuador’s data protection law (LOPDP) requires.',
    sections: [
      { title: 'Who answers for your data', body: [`${institution}. This is how to reach the person in charge of data protection:`, contactEn(privacy)] },
      { title: 'What they are used for', body: ['To make sure that you are you, to give you a key, to protect it and to tell you what is done with it. Nothing else: no advertising, no profiles, no sale of data.'] },
      { title: 'On what legal basis', body: ['A mission in the public interest which the law gives to the institution (article 7 of the law). So you are not asked for consent; accepting the terms of use is something else.'] },
      {
        title: 'Which data',
        list: [
          'Those the institution already has on its register: names, birth date, employers, wages, contributions, pension, loans. The questions come from there.',
          'Those you give: email address, telephone, personal answers and figure. Answers, figure and key are stored so that nobody can read them.',
          'What is done with your key: what, when, and from which part of the network (not the whole address).',
        ],
      },
      {
        title: 'How long they are kept',
        list: [
          `A request that is not finished stops working after ${minutes(policy.journey.idle)} minutes without activity and after ${hours(policy.journey.absolute)} hours at the latest. It is deleted ${hours(keep.journeys)} hours after you last used it. So is a change that waits for its codes.`,
          `The links in emails work for ${minutes(policy.link.lifetime)} minutes; the one called “It was not me”, ${days(policy.notice.repudiation)} days. Links that no longer work, the list of emails sent and sessions that are over are deleted after ${days(keep.over)} days.`,
          `Your contact details and your bank account are kept while you use them here. Contact details you change are kept for ${days(keep.formerContacts)} more days, in case of a dispute; after that only a fingerprint is left from which they cannot be read.`,
          `Browsers we remember are forgotten ${days(keep.browsers)} days after your last sign-in there.`,
          `Questions prepared for you are deleted after ${days(keep.decks)} days if there are no failed attempts. Failed attempts count until you succeed, so that nobody can guess with patience. That a request was opened again is kept for ${days(keep.reopenings)} days.`,
          `The check that you are not a robot is deleted after ${hours(keep.robots)} hours.`,
          `To see whether somebody tries many numbers in a row, a mark of each number that is typed is kept, from which it cannot be read. It is deleted after ${hours(keep.tries)} ${hours(keep.tries) === 1 ? 'hour' : 'hours'}. How many attempts failed in each minute, without saying whose, is kept ${days(keep.failures)} days for the questions and ${days(keep.loginFailures)} for signing in.`,
          `The activity of your key is kept for ${years(keep.events)} years. The part of the network it came from is erased after ${days(keep.places)} days.`,
          'Certificates you had made are kept so that they can be checked. You can ask for them to be erased.',
        ],
      },
      { title: 'Who sees them', body: ['Personal data are stored encrypted. No other company receives them: this site uses no third-party services. Emails leave through the institution’s mail server.'] },
      { title: 'Automated decisions', body: ['A program decides whether your answers match the register. If you disagree, ask at an office for a person to look at it.'] },
      {
        title: 'What you may ask',
        body: ['To see your data, correct them, erase them, object, take them with you in a format another system understands, and have their use suspended while they are checked. It is free and must be answered within 15 days.', 'If there is no answer or you disagree, you may complain to the data protection authority (Superintendencia de Protección de Datos Personales).'],
      },
      { title: 'Cookies', body: ['Only the necessary ones: for forms, for your request, for your session, for the link of an email and to remember the language. None of them follows you.'] },
    ],
  }
}

const projects = ['Fastify, GOV.UK Frontend, Argon2 (node-rs), ALTCHA, node-postgres, pino, zod, libphonenumber-js: MIT', 'Nodemailer: MIT-0', 'Node.js: MIT', 'PostgreSQL: PostgreSQL License', 'fxa-common-password-list: MPL-2.0']

function freeSoftwareEs(): AboutText {
  return {
    title: 'Software libre',
    lead: 'Este sitio funciona con Clave, un programa que cualquiera puede leer, usar, cambiar y compartir.',
    sections: [
      { title: 'La licencia', body: ['Clave tiene la licencia Apache 2.0. Así cualquiera puede comprobar cómo se protegen sus datos y su clave.'] },
      { title: 'Con qué está hecho', body: ['Usa el trabajo de otros proyectos libres, cada uno con su licencia. Los principales:'], list: projects },
      { title: 'Si encuentra una falla de seguridad', body: ['No la pruebe con los datos de otra persona y no la publique todavía. El archivo SECURITY.md del programa dice cómo avisar.'] },
    ],
  }
}

function freeSoftwareEn(): AboutText {
  return {
    title: 'Free software',
    lead: 'This site runs on Clave, a program that anybody may read, use, change and share.',
    sections: [
      { title: 'The licence', body: ['Clave has the Apache 2.0 licence. So anybody can check how your data and your key are protected.'] },
      { title: 'What it is made with', body: ['It uses the work of other free projects, each with its licence. The main ones:'], list: projects },
      { title: 'If you find a security fault', body: ['Do not try it with the data of another person, and do not publish it yet. The file SECURITY.md of the program says how to report it.'] },
    ],
  }
}
