/** The words of the portal: its menu, its first page and the lists of services. */
import { serviceOf, type ServiceName } from '../../domain/services.ts'
import type { Language } from '../language.ts'
import { serviceWords } from './services/service-words.ts'

export type Audience = 'afiliados' | 'pensionistas' | 'empleadores'

export interface Service {
  readonly name: string
  readonly about: string
  /** Left out: not there yet, and shown as such. */
  readonly href?: string
  /** Of a service that the key opens: what its class is called. */
  readonly kind?: string
}

export interface ServiceGroup { readonly title: string; readonly services: readonly Service[] }

export interface PortalWords {
  readonly audiences: Readonly<Record<Audience, { readonly name: string; readonly lead: string; readonly groups: readonly ServiceGroup[] }>>
  readonly services: string
  readonly soon: string
  readonly home: {
    readonly title: string
    readonly heading: string
    readonly lead: string
    readonly cards: readonly (Service & { readonly href: string })[]
    readonly ready: { readonly title: string; readonly items: readonly string[]; readonly note: string }
    readonly notMe: { readonly title: string; readonly text: string; readonly link: string }
    readonly signedOut: { readonly title: string; readonly text: string }
  }
}

/** What the key opens on our own pages stands in one catalogue, with the words beside it. */
function opened(name: ServiceName, language: Language): Service {
  const { names, classes } = serviceWords[language]
  const { path, class: kind } = serviceOf(name)
  return { ...names[name], href: path, kind: classes[kind] }
}

const key = {
  es: { name: 'Generar o recuperar clave', about: 'Para tener su clave de los servicios en línea, a cualquier hora y sin ir a una oficina.', href: '/clave' },
  en: { name: 'Make or recover a key', about: 'To get your key for the online services, at any hour and without going to an office.', href: '/clave' },
} as const
const signIn = {
  es: { name: 'Ingresar', about: 'Con su número de cédula y su clave. Verá todo lo que se ha hecho con ella.', href: '/ingresar' },
  en: { name: 'Sign in', about: 'With your ID number and your key. You will see everything that was done with it.', href: '/ingresar' },
} as const

const keyGroup = {
  es: {
    title: 'Su clave',
    services: [
      key.es, signIn.es,
      { name: 'Desbloquear clave', about: 'Cuando la clave se bloqueó por varias equivocaciones seguidas. Con un correo, sin ir a una oficina.', href: '/desbloquear' },
      { name: 'Cambiar clave', about: 'Cuando sabe su clave y quiere otra.', href: '/mi-clave/cambiar' },
    ],
  },
  en: {
    title: 'Your key',
    services: [
      key.en, signIn.en,
      { name: 'Unblock the key', about: 'When the key was blocked after several mistakes in a row. With an email, without going to an office.', href: '/desbloquear' },
      { name: 'Change the key', about: 'When you know your key and want another one.', href: '/mi-clave/cambiar' },
    ],
  },
} as const

const dataGroup = {
  es: {
    title: 'Sus datos',
    services: [
      opened('contact-details', 'es'),
      opened('bank-account', 'es'),
    ],
  },
  en: {
    title: 'Your data',
    services: [
      opened('contact-details', 'en'),
      opened('bank-account', 'en'),
    ],
  },
} as const

const workGroup = {
  es: {
    title: 'Su trabajo y sus aportes',
    services: [
      opened('labour-history', 'es'),
      opened('affiliation-certificate', 'es'),
      { name: 'Comprobar un certificado', about: 'Si le entregaron un certificado: vea si es verdadero. No hace falta clave.', href: '/certificado' },
    ],
  },
  en: {
    title: 'Your work and contributions',
    services: [
      opened('labour-history', 'en'),
      opened('affiliation-certificate', 'en'),
      { name: 'Check a certificate', about: 'If you were given a certificate: see whether it is true. No key is needed.', href: '/certificado' },
    ],
  },
} as const

export const portalWords: Readonly<Record<Language, PortalWords>> = {
  es: {
    audiences: {
      afiliados: { name: 'Afiliados', lead: 'Para quienes aportan al seguro, o aportaron antes.', groups: [keyGroup.es, workGroup.es, dataGroup.es] },
      pensionistas: { name: 'Pensionistas', lead: 'Para quienes reciben una pensión. La clave se genera igual que la de los afiliados.', groups: [keyGroup.es, dataGroup.es] },
      empleadores: {
        name: 'Empleadores',
        lead: 'Este sitio todavía no tiene servicios para empresas. Si usted representa a una empresa, aquí puede tener su clave personal.',
        groups: [{ title: 'Su clave', services: [key.es, signIn.es] }],
      },
    },
    services: 'Servicios en línea',
    soon: 'Próximamente',
    home: {
      title: 'Inicio',
      heading: '¿Qué desea hacer?',
      lead: 'Con una sola clave usa todos los servicios en línea.',
      cards: [
        { ...key.es, about: 'Si todavía no tiene clave. Toma unos cinco minutos.' },
        { ...signIn.es, about: 'Si ya tiene clave.' },
        { name: 'Servicios en línea', about: 'La lista de lo que puede hacer en este sitio.', href: '/afiliados/servicios-en-linea' },
      ],
      ready: {
        title: 'Para generar su clave, tenga a mano',
        items: [
          'su cédula, o el documento con su código de extranjero',
          'un rol de pagos y su historia laboral impresa, si trabaja o trabajó',
          'el comprobante de su pensión o la tabla de pagos de su préstamo, si los tiene',
          'su teléfono y un correo electrónico que pueda abrir ahora',
        ],
        note: 'Le haremos preguntas que se responden con esos papeles. Nadie de la institución le pedirá su clave.',
      },
      notMe: {
        title: '¿Le llegó un correo sobre su clave y no fue usted?',
        text: 'Abra el enlace «No fui yo» de ese correo. Su clave quedará congelada de inmediato.',
        link: 'Qué hacer si no fue usted',
      },
      signedOut: { title: 'Salió', text: 'Su sesión está cerrada.' },
    },
  },
  en: {
    audiences: {
      afiliados: { name: 'Insured people', lead: 'For people who pay contributions, or did before.', groups: [keyGroup.en, workGroup.en, dataGroup.en] },
      pensionistas: { name: 'Pensioners', lead: 'For people who receive a pension. The key is made in the same way.', groups: [keyGroup.en, dataGroup.en] },
      empleadores: {
        name: 'Employers',
        lead: 'This site has no services for companies yet. If you represent a company, you can get your personal key here.',
        groups: [{ title: 'Your key', services: [key.en, signIn.en] }],
      },
    },
    services: 'Online services',
    soon: 'Coming soon',
    home: {
      title: 'Home',
      heading: 'What do you want to do?',
      lead: 'One key opens all the online services.',
      cards: [
        { ...key.en, about: 'If you have no key yet. It takes about five minutes.' },
        { ...signIn.en, about: 'If you have a key.' },
        { name: 'Online services', about: 'The list of what you can do on this site.', href: '/afiliados/servicios-en-linea' },
      ],
      ready: {
        title: 'To make your key, have at hand',
        items: [
          'your cédula, or the document with your foreigner’s code',
          'a payslip and your printed labour history, if you work or worked',
          'your pension receipt or the payment table of your loan, if you have them',
          'your telephone and an email address that you can open now',
        ],
        note: 'We will ask you questions that those papers answer. Nobody from the institution will ask you for your key.',
      },
      notMe: {
        title: 'Did you get an email about your key, and it was not you?',
        text: 'Open the link “It was not me” in that email. Your key will be frozen at once.',
        link: 'What to do if it was not you',
      },
      signedOut: { title: 'Signed out', text: 'Your session is closed.' },
    },
  },
}
