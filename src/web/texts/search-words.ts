/** The search over services: its page, the words people use for each page, and the pages that no list of services has. */
import type { Language } from '../language.ts'

export interface SearchWords {
  readonly title: string
  readonly label: string
  readonly hint: string
  readonly submit: string
  readonly empty: string
  found(many: number): string
  readonly nothing: { readonly title: string; readonly items: readonly string[]; readonly all: string; readonly help: string }
  /** Somebody typed what may be an ID number. */
  readonly number: { readonly title: string; readonly text: string }
  readonly errorTitle: string
  /** Beside the services of the lists. */
  readonly pages: readonly { readonly name: string; readonly about: string; readonly href: string }[]
}

/** How people call it, in either language; what stands in its name need not be repeated. */
export const searchKeywords: Readonly<Record<string, readonly string[]>> = {
  '/clave': ['contraseña password pin código olvidé olvidada olvido perdí perdida restablecer resetear crear obtener sacar registrarme registro nueva primera', 'forgot forgotten lost reset create register new first recover'],
  '/ingresar': ['entrar iniciar sesión acceder acceso login cuenta contraseña', 'login log enter access account password'],
  '/desbloquear': ['bloqueada bloqueado bloqueo intentos equivocaciones activar', 'blocked locked unlock attempts'],
  '/mi-clave/cambiar': ['contraseña password modificar actualizar otra', 'password modify update replace'],
  '/mi-clave/contactos': ['correo email mail teléfono celular móvil dirección actualizar cambiar', 'mail email phone telephone mobile address update change'],
  '/servicios/cuenta-bancaria': ['banco cooperativa ahorros corriente pago pagos depósito pensión dinero', 'bank savings payment payments deposit pension money'],
  '/servicios/historia-laboral': ['aportes aportaciones empleador empleadores sueldo sueldos trabajo tiempo mecanizado meses imposiciones', 'contributions employer wages salary work job months'],
  '/servicios/certificado': ['afiliado afiliación constancia documento pdf imprimir papel', 'proof affiliation insurance document pdf print'],
  '/certificado': ['verificar validar auténtico verdadero falso qr código', 'verify validate genuine true false qr code'],
  '/mi-clave/actividad': ['historial movimientos registro quién usó accesos', 'history log who used'],
  '/mi-clave/sesiones': ['dispositivos navegadores cerrar teléfono computadora perdido robado robaron', 'devices browsers close phone computer lost stolen'],
  '/mi-clave/preguntas': ['personales seguridad respuestas imagen', 'personal security answers picture'],
  '/mi-clave/mis-datos': ['copia derechos lopdp protección acceso descargar', 'copy rights protection access download'],
  '/comprobar': ['constancia recibo verificar número', 'receipt verify number'],
  '/ayuda': ['contacto teléfono oficina preguntas dudas problema soporte llamar', 'contact phone office questions problem support call'],
  '/ayuda#no-fui-yo': ['fraude robo robaron hackearon hackeo estafa suplantación sospechoso congelar denunciar aviso', 'fraud stolen hacked scam theft suspicious freeze report notice'],
  '/privacidad': ['datos personales lopdp ley derechos', 'personal data law rights'],
  '/accesibilidad': ['discapacidad ciego lector pantalla letra grande', 'disability blind screen reader large print'],
}

export const searchWords: Readonly<Record<Language, SearchWords>> = {
  es: {
    title: 'Buscar en este sitio',
    label: '¿Qué busca?',
    hint: 'Por ejemplo: olvidé mi clave, certificado, cambiar correo. No escriba aquí su cédula ni su clave.',
    submit: 'Buscar servicio',
    empty: 'Escriba lo que busca',
    found: (many) => (many === 1 ? 'Encontramos 1 página.' : `Encontramos ${many} páginas.`),
    nothing: {
      title: 'No encontramos nada con esas palabras',
      items: ['Pruebe con una sola palabra, por ejemplo «clave» o «certificado».', 'Revise si se le fue una letra.', 'Pruebe con otra palabra que signifique lo mismo.'],
      all: 'Ver todos los servicios', help: 'Ver la ayuda y cómo comunicarse con nosotros',
    },
    number: { title: 'Eso parece un número de cédula', text: 'Aquí no se busca a personas. Lo que escribió no se guardó. Su cédula se escribe en una de estas páginas:' },
    errorTitle: 'Revise lo siguiente',
    pages: [
      { name: 'Actividad de mi clave', about: 'Todo lo que se hizo con su clave, o que alguien quiso hacer.', href: '/mi-clave/actividad' },
      { name: 'Mis sesiones y dispositivos', about: 'Dónde está abierta su clave, y cómo cerrarla ahí.', href: '/mi-clave/sesiones' },
      { name: 'Mis preguntas y figura', about: 'Cambiar sus preguntas personales y su figura de seguridad.', href: '/mi-clave/preguntas' },
      { name: 'Mis datos', about: 'Lo que este sitio guarda de usted, para ver y descargar.', href: '/mi-clave/mis-datos' },
      { name: 'No fui yo', about: 'Qué hacer si alguien más usa o quiere usar su clave.', href: '/ayuda#no-fui-yo' },
      { name: 'Comprobar una constancia', about: 'Vea si un número de constancia está en nuestro registro.', href: '/comprobar' },
      { name: 'Ayuda', about: 'Preguntas frecuentes y cómo comunicarse con nosotros.', href: '/ayuda' },
      { name: 'Privacidad', about: 'Para qué se usan sus datos y qué puede pedir.', href: '/privacidad' },
      { name: 'Accesibilidad', about: 'Cómo usar este sitio con lector de pantalla, teclado o letra grande.', href: '/accesibilidad' },
    ],
  },
  en: {
    title: 'Search this site',
    label: 'What are you looking for?',
    hint: 'For example: forgot my key, certificate, change email. Do not write your cédula or your key here.',
    submit: 'Search services',
    empty: 'Write what you are looking for',
    found: (many) => (many === 1 ? 'We found 1 page.' : `We found ${many} pages.`),
    nothing: {
      title: 'We found nothing with those words',
      items: ['Try a single word, for example “key” or “certificate”.', 'Check whether a letter slipped.', 'Try another word that means the same.'],
      all: 'See all services', help: 'See the help and how to reach us',
    },
    number: { title: 'That looks like an ID number', text: 'Nobody is looked up here. What you wrote was not kept. Your cédula is written on one of these pages:' },
    errorTitle: 'Check the following',
    pages: [
      { name: 'Activity of my key', about: 'Everything that was done with your key, or that somebody wanted to do.', href: '/mi-clave/actividad' },
      { name: 'My sessions and devices', about: 'Where your key is open, and how to close it there.', href: '/mi-clave/sesiones' },
      { name: 'My questions and figure', about: 'Change your personal questions and your security figure.', href: '/mi-clave/preguntas' },
      { name: 'My data', about: 'What this site keeps about you, to see and to download.', href: '/mi-clave/mis-datos' },
      { name: 'It was not me', about: 'What to do if somebody else uses your key or wants to.', href: '/ayuda#no-fui-yo' },
      { name: 'Check a receipt', about: 'See whether a receipt number is in our log.', href: '/comprobar' },
      { name: 'Help', about: 'Frequent questions and how to reach us.', href: '/ayuda' },
      { name: 'Privacy', about: 'What your data are used for and what you may ask.', href: '/privacidad' },
      { name: 'Accessibility', about: 'How to use this site with a screen reader, a keyboard or large print.', href: '/accesibilidad' },
    ],
  },
}
