/** What a certificate of affiliation says. In Spanish only: it is a document of the institution. */
import type { CertificateText } from '../app/certificate-ports.ts'
import type { Affiliation, AffiliationStatus } from '../domain/affiliation.ts'
import { clockTime, localDay } from '../domain/calendar.ts'
import type { Instant } from '../domain/types.ts'
import { dayText, monthText } from '../web/texts/calendar-words.ts'

const situations: Readonly<Record<AffiliationStatus, string>> = {
  insured: 'Afiliación vigente', pensioner: 'Pensionista', 'not-insured': 'Sin afiliación vigente',
}

export interface Issuer { readonly institution: string; readonly timeZone: string; readonly specimen: boolean }

export function certificateText({ institution, timeZone, specimen }: Issuer, affiliation: Affiliation, at: Instant): CertificateText {
  const { name, identifier, status, employers, pensionSince, contributions } = affiliation
  return {
    title: specimen ? 'Certificado de afiliación: muestra sin valor' : 'Certificado de afiliación',
    sentence: `${specimen ? 'Este documento es de una demostración: la persona y los datos son inventados. ' : ''}${institution} certifica que en su registro, en la fecha de emisión, consta lo siguiente:`,
    lines: [
      { label: 'Nombres y apellidos', value: name },
      { label: identifier.type === 'cedula' ? 'Cédula' : 'Código de extranjero', value: identifier.value },
      { label: 'Situación', value: situations[status] },
      ...employers.map(({ employer, ruc, since }) => ({ label: 'Empleador', value: `${employer}, RUC ${ruc}, desde ${monthText(since, 'es')}` })),
      ...(pensionSince === null ? [] : [{ label: 'Pensión', value: `Desde ${monthText(pensionSince, 'es')}` }]),
      ...(contributions === null ? [] : [{ label: 'Aportes registrados', value: String(contributions) }]),
      { label: 'Fecha de emisión', value: `${dayText(localDay(at, timeZone), 'es')}, ${clockTime(at, timeZone)} (${timeZone})` },
    ],
  }
}
