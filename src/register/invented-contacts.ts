/** Invented contacts. Mail addresses end in .example (RFC 2606): nothing sent to them reaches anybody. */
import type { RegisterContact } from '../domain/person.ts'
import { monthText } from './calendar.ts'
import { weighted, type Chance } from './chance.ts'

const sources = weighted([['none', 45], ['code', 30], ['office', 25]] as const)
const mailboxes = weighted([['correo.example', 6], ['mail.example', 3], ['buzon.example', 1]] as const)

/** More than four in ten have none: they registered nothing, or nobody typed it in. */
export function inventContacts(chance: Chance, names: string, now: number): RegisterContact[] {
  const contacts: RegisterContact[] = []
  if (chance.happens(0.42)) return contacts
  const add = (kind: RegisterContact['kind'], value: string): void => {
    const since = `${monthText(now - 2 - chance.below(110))}-${String(1 + chance.below(28)).padStart(2, '0')}`
    contacts.push({ kind, value, verifiedBy: sources(chance), since })
  }
  if (chance.happens(0.8)) add('mobile', `+593${chance.pick(['98', '99', '96'])}${digits(chance, 7)}`)
  if (chance.happens(0.7)) add('email', `${mailName(names)}${chance.below(1000)}@${mailboxes(chance)}`)
  if (chance.happens(0.25)) add('landline', `+593${2 + chance.below(6)}${2 + chance.below(6)}${digits(chance, 6)}`)
  return contacts
}

function mailName(names: string): string {
  return names.normalize('NFD').replace(/[^A-Za-z ]/g, '').toLowerCase().replace(' ', '.')
}

const digits = (chance: Chance, length: number): string => String(chance.below(10 ** length)).padStart(length, '0')
