/** The words around every page: header, footer, banners. The words of the journeys are in es.ts and en.ts. */
import type { Language } from '../language.ts'

export type LayoutWords = {
  skip: string
  back: string
  languageLabel: string
  siteLabel: string
  menuLabel: string
  footerLabel: string
  help: string
  accessibility: string
  privacy: string
  openSource: string
  footerNote: string
  signedInAs: string
  signOut: string
  status: { label: string; database: string; mail: string }
  demo: { tag: string; text: string; people: string; mail: string; officer: string }
  session: { title: string; text: string; stay: string; extended: string; ended: string }
  password: { show: string; hide: string; showLabel: string; hideLabel: string; shown: string; hidden: string }
  robot: { checking: string; ready: string; failed: string }
}

export const layoutWords: Readonly<Record<Language, LayoutWords>> = {
  es: {
    skip: 'Ir al contenido principal',
    back: 'Atrás',
    languageLabel: 'Idioma',
    siteLabel: 'Sitio',
    menuLabel: 'Menú',
    footerLabel: 'Pie de página',
    help: 'Ayuda',
    accessibility: 'Accesibilidad',
    privacy: 'Privacidad',
    openSource: 'Software libre',
    footerNote: 'Nunca le pediremos su clave por teléfono, por correo ni en una ventanilla.',
    signedInAs: 'Ingresó como',
    signOut: 'Salir',
    status: {
      label: 'Aviso',
      database: 'Tenemos un problema técnico. Ahora puede fallar ingresar o generar la clave. Vuelva a intentarlo en unos minutos: no pierde intentos.',
      mail: 'Los correos están tardando más de lo normal. El enlace y el código empiezan a contar cuando el correo sale: no hace falta pedir otro.',
    },
    demo: {
      tag: 'Demostración',
      text: 'Este sitio es una demostración: las personas que aparecen son inventadas.',
      people: 'Ver las personas inventadas',
      mail: 'Ver el correo que llegó',
      officer: 'Abrir las páginas de seguridad',
    },
    session: {
      title: 'Su sesión está por terminar',
      text: 'Por seguridad, su sesión terminará en unos 2 minutos si no continúa.',
      stay: 'Continuar en la sesión',
      extended: 'Su sesión continúa.',
      ended: 'Su sesión terminó. Ingrese de nuevo para continuar.',
    },
    password: {
      show: 'Mostrar',
      hide: 'Ocultar',
      showLabel: 'Mostrar la clave',
      hideLabel: 'Ocultar la clave',
      shown: 'Su clave está visible',
      hidden: 'Su clave está oculta',
    },
    robot: { checking: 'Comprobando…', ready: 'Listo', failed: 'Puede continuar: lo comprobaremos de otra manera.' },
  },
  en: {
    skip: 'Skip to main content',
    back: 'Back',
    languageLabel: 'Language',
    siteLabel: 'Site',
    menuLabel: 'Menu',
    footerLabel: 'Footer',
    help: 'Help',
    accessibility: 'Accessibility',
    privacy: 'Privacy',
    openSource: 'Open source',
    footerNote: 'We will never ask for your key by telephone, by mail or at a counter.',
    signedInAs: 'Signed in as',
    signOut: 'Sign out',
    status: {
      label: 'Notice',
      database: 'We have a technical problem. Signing in or making a key may fail now. Try again in a few minutes: you lose no attempts.',
      mail: 'Emails are taking longer than usual. The time of the link and the code begins when the email leaves: there is no need to ask for another.',
    },
    demo: {
      tag: 'Demo',
      text: 'This site is a demonstration: the people in it are invented.',
      people: 'See the invented people',
      mail: 'See the mail that arrived',
      officer: 'Open the security pages',
    },
    session: {
      title: 'Your session is about to end',
      text: 'For your security, your session will end in about 2 minutes unless you continue.',
      stay: 'Stay signed in',
      extended: 'Your session continues.',
      ended: 'Your session has ended. Sign in again to continue.',
    },
    password: {
      show: 'Show',
      hide: 'Hide',
      showLabel: 'Show the key',
      hideLabel: 'Hide the key',
      shown: 'Your key is visible',
      hidden: 'Your key is hidden',
    },
    robot: { checking: 'Checking…', ready: 'Ready', failed: 'You can continue: we will check in another way.' },
  },
}
