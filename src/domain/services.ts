/**
 * The catalogue of services on our own pages: path, class and group. Names are stable: events and refusals cite them. The gate
 * (src/web/journeys/services/service-gate.ts), the portal and docs/services.md read it; nothing else decides what a service asks for.
 */
import type { ServiceClass } from './service-access.ts'

export interface Service {
  readonly path: string
  readonly class: ServiceClass
  readonly group: ServiceGroup
  /** One sentence for docs/services.md. */
  readonly says: string
}

export type ServiceGroup = 'work' | 'data'

export const serviceCatalogue = {
  'labour-history': {
    path: '/servicios/historia-laboral', class: 'read', group: 'work',
    says: 'Years, employers, months and wages as the register has them, with the gaps between them.',
  },
  'affiliation-certificate': {
    path: '/servicios/certificado', class: 'read', group: 'work',
    says: 'A signed PDF of what the register says on the day, with a code by which anybody can check it at `/certificado`.',
  },
  'contact-details': {
    path: '/mi-clave/contactos', class: 'contact', group: 'data',
    says: 'Mail addresses and telephone: shown to every key, changed by one that is no longer on probation.',
  },
  'bank-account': {
    path: '/servicios/cuenta-bancaria', class: 'money', group: 'data',
    says: 'The account to which the person is paid; asks for the key again, and tells every verified address.',
  },
} as const satisfies Record<string, Service>

export type ServiceName = keyof typeof serviceCatalogue
export const serviceNames = Object.keys(serviceCatalogue) as readonly ServiceName[]

export function serviceOf(name: ServiceName): Service {
  return serviceCatalogue[name]
}
