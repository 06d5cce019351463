import type { OfficerPage } from '../../../domain/officer.ts'

/** Where the officers' pages are; nothing on the citizens' pages leads here. */
export const securityPath = '/seguridad'
export const enterPath = `${securityPath}/entrar`
export const leavePath = `${securityPath}/salir`
export const officerPaths: Readonly<Record<OfficerPage, string>> = { alarms: `${securityPath}/alarmas`, odds: `${securityPath}/preguntas` }
