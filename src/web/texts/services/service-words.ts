/** Names of the services, what their class asks for, and how a service says no. */
import type { Access, ServiceClass } from '../../../domain/service-access.ts'
import type { ServiceGroup, ServiceName } from '../../../domain/services.ts'
import type { Language } from '../../language.ts'

type Refusal = Exclude<Access, { readonly is: 'allowed' }>['why']

export interface ServiceWords {
  readonly title: string
  readonly lead: string
  readonly names: Readonly<Record<ServiceName, { readonly name: string; readonly about: string }>>
  readonly groups: Readonly<Record<ServiceGroup, string>>
  readonly classes: Readonly<Record<ServiceClass, string>>
  /** In the list, of a service that waits. */
  opens(day: string, time: string): string
  readonly refused: {
    title(name: string): string
    /** `until` is there for what waits. */
    readonly why: Readonly<Record<Refusal, readonly string[]>>
    opens(day: string, time: string): string
    readonly earlierTitle: string
    readonly earlier: readonly string[]
    readonly notYou: { readonly text: string; readonly link: string }
    readonly back: string
  }
}

export const serviceWords: Readonly<Record<Language, ServiceWords>> = {
  es: {
    title: 'Servicios en línea',
    lead: 'Lo que puede hacer con su clave en este sitio.',
    names: {
      'labour-history': { name: 'Historia laboral', about: 'Sus empleadores, meses de trabajo y sueldos, año por año.' },
      'affiliation-certificate': { name: 'Certificado de afiliación', about: 'Un documento firmado que cualquiera puede comprobar.' },
      'contact-details': { name: 'Mis datos de contacto', about: 'Ver y cambiar su correo y su teléfono.' },
      'bank-account': { name: 'Registro de cuenta bancaria', about: 'La cuenta en la que recibe sus pagos.' },
    },
    groups: { work: 'Su trabajo y sus aportes', data: 'Sus datos' },
    classes: { read: 'Consulta', contact: 'Datos de contacto', money: 'Dinero' },
    opens: (day, time) => `Disponible desde el ${day} a las ${time}.`,
    refused: {
      title: (name) => `${name}: todavía no se puede abrir`,
      why: {
        'new-key': [
          'Su clave es nueva. Durante sus primeras horas no sirve para cambiar datos de contacto ni para decidir adónde va su dinero.',
          'Es una protección para usted: si otra persona la hubiera generado, los avisos que enviamos le dan tiempo de detenerla.',
        ],
        'new-contact': [
          'Hace poco cambió un dato de contacto. Hasta que pase un tiempo, no sirve para decidir adónde va su dinero.',
          'Es una protección para usted: si otra persona hubiera hecho el cambio, los avisos que enviamos le dan tiempo de detenerla.',
        ],
        frozen: ['Su clave está congelada. Ningún servicio se abre con ella.'],
      },
      opens: (day, time) => `Este servicio se abre el ${day} a las ${time}. No tiene que hacer nada más: vuelva a partir de ese momento.`,
      earlierTitle: 'Si no puede esperar',
      earlier: ['Vaya a una oficina con su cédula, o con el documento con el que se registró. Después de comprobar quién es, la oficina le ayuda con este trámite.'],
      notYou: { text: '¿No generó usted esta clave o no cambió sus datos?', link: 'Qué hacer si no fue usted' },
      back: 'Ver todos los servicios',
    },
  },
  en: {
    title: 'Online services',
    lead: 'What you can do on this site with your key.',
    names: {
      'labour-history': { name: 'Labour history', about: 'Your employers, months of work and wages, year by year.' },
      'affiliation-certificate': { name: 'Certificate of insurance', about: 'A signed document that anybody can check.' },
      'contact-details': { name: 'My contact details', about: 'See and change your email address and telephone.' },
      'bank-account': { name: 'Bank account', about: 'The account to which you are paid.' },
    },
    groups: { work: 'Your work and contributions', data: 'Your data' },
    classes: { read: 'Look up', contact: 'Contact details', money: 'Money' },
    opens: (day, time) => `Available from ${day} at ${time}.`,
    refused: {
      title: (name) => `${name}: cannot be opened yet`,
      why: {
        'new-key': [
          'Your key is new. In its first hours it cannot change contact details or decide where your money goes.',
          'This protects you: if somebody else had made the key, the notices we send give you time to stop them.',
        ],
        'new-contact': [
          'A contact of yours was changed lately. For a while it cannot decide where your money goes.',
          'This protects you: if somebody else had made the change, the notices we send give you time to stop them.',
        ],
        frozen: ['Your key is frozen. It opens no service.'],
      },
      opens: (day, time) => `This service opens on ${day} at ${time}. You need not do anything else: come back from then on.`,
      earlierTitle: 'If you cannot wait',
      earlier: ['Go to an office with your cédula, or with the document you registered with. After checking who you are, the office helps you with this.'],
      notYou: { text: 'Did you not make this key, or not change your details?', link: 'What to do if it was not you' },
      back: 'See all services',
    },
  },
}
