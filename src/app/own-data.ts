/** PASS-2: everything of the person's own that a password must not mostly consist of. */
import type { RegisterRecord } from '../domain/person.ts'
import type { JourneyFacts } from '../domain/journey.ts'
import type { StoredContact } from './ports.ts'

/** `onFile`: addresses and telephones that are stored already. */
export function ownData(record: RegisterRecord, facts: JourneyFacts, onFile: readonly Pick<StoredContact, 'kind' | 'value'>[] = []): readonly string[] {
  const [year = '', month = '', day = ''] = record.birthDate.split('-')
  const dates = [`${year}${month}${day}`, `${day}${month}${year}`, `${month}${day}${year}`, `${day}${month}${year.slice(2)}`]
  const names = [record.givenNames, record.surnames, ...record.givenNames.split(' '), ...record.surnames.split(' ')]
  const numbers = [record.id.value, facts.identifier.value, ...(record.aliases ?? []).map(({ value }) => value)]
  const { contacts } = facts
  const given = contacts ? [contacts.email, contacts.secondEmail ?? ''] : []
  const mails = [...given, ...onFile.filter(({ kind }) => kind === 'email').map(({ value }) => value)].flatMap((mail) => [mail, mail.split('@')[0] ?? ''])
  const phones = [...(contacts ? [contacts.phone] : []), ...onFile.filter(({ kind }) => kind !== 'email')].flatMap(({ value }) => [value, value.slice(-9)])
  return [...dates, ...names, ...numbers, ...mails, ...phones].filter((each) => each !== '')
}
