/** Every command, in the order of the help. A command is loaded when it is called, so that the others cost it no time. */
import type { Command } from './command.ts'

export interface Entry {
  readonly name: string
  /** One sentence for the list of all commands. */
  readonly summary: string
  readonly load: () => Promise<Command>
}

export const commands: readonly Entry[] = [
  { name: 'serve', summary: 'Serves the pages to the public.', load: async () => (await import('./commands/serve.ts')).serve },
  { name: 'demo', summary: 'Serves everything on this machine with invented people, to try it.', load: async () => (await import('./commands/serve.ts')).demo },
  { name: 'migrate', summary: 'Brings the tables of the database up to date.', load: async () => (await import('./commands/migrate.ts')).migrateCommand },
  { name: 'keys new', summary: 'Makes the key ring that a new installation needs.', load: async () => (await import('./commands/keys-new.ts')).keysNew },
  { name: 'keys upgrade', summary: 'Gives an older key ring the keys of each person.', load: async () => (await import('./commands/keys-upgrade.ts')).keysUpgrade },
  { name: 'keys check', summary: 'Compares the key ring with its copies and with the database.', load: async () => (await import('./commands/keys-check.ts')).keysCheck },
  { name: 'keys reseal', summary: 'Seals under the present keys what lies under older ones.', load: async () => (await import('./commands/keys-reseal.ts')).keysReseal },
  { name: 'audit verify', summary: 'Counts the chains of events again and says what is broken.', load: async () => (await import('./commands/audit-verify.ts')).auditVerify },
  { name: 'retention run', summary: 'Deletes what is past its time.', load: async () => (await import('./commands/retention-run.ts')).retentionRun },
  { name: 'person export', summary: 'Writes everything held about a person, for a request.', load: async () => (await import('./commands/person-export.ts')).personExport },
  { name: 'person correct', summary: 'Takes away something that is not right about a person.', load: async () => (await import('./commands/person-correct.ts')).personCorrect },
  { name: 'person erase', summary: 'Erases a key and everything its person gave.', load: async () => (await import('./commands/person-erase.ts')).personErase },
  { name: 'erasures finish', summary: 'Erases again what an older copy of the database brought back.', load: async () => (await import('./commands/erasures-finish.ts')).erasuresFinish },
  { name: 'incident affected', summary: 'Lists whom an incident affects and how to reach them.', load: async () => (await import('./commands/incident-affected.ts')).incidentAffected },
  { name: 'certificate verify', summary: 'Says whether a certificate is signed by the institution.', load: async () => (await import('./commands/certificate-verify.ts')).certificateVerify },
  { name: 'certificate keys', summary: 'Writes the public keys that check certificates.', load: async () => (await import('./commands/certificate-verify.ts')).certificateKeys },
  { name: 'status set', summary: 'Shows a sentence on every page until it is taken away.', load: async () => (await import('./commands/status.ts')).statusSet },
  { name: 'status clear', summary: 'Takes that sentence away.', load: async () => (await import('./commands/status.ts')).statusClear },
  { name: 'status show', summary: 'Says what stands on every page, and whether mail is late.', load: async () => (await import('./commands/status.ts')).statusShow },
  { name: 'watch status', summary: 'Says how the breaker stands, and which alarms stand now.', load: async () => (await import('./commands/watch.ts')).watchStatus },
  { name: 'watch list', summary: 'Lists alarms.', load: async () => (await import('./commands/watch.ts')).watchList },
  { name: 'odds', summary: 'Shows how strong the questions are for everybody.', load: async () => (await import('./commands/odds.ts')).odds },
  { name: 'officer link', summary: 'Makes an address that begins a session on the officers’ pages.', load: async () => (await import('./commands/officer-link.ts')).officerLink },
  { name: 'register import', summary: 'Reads a file of the register into the database.', load: async () => (await import('./commands/register-import.ts')).registerImport },
  { name: 'register strength', summary: 'Counts over everybody what questions need to know.', load: async () => (await import('./commands/register-strength.ts')).registerStrength },
  { name: 'register invent', summary: 'Writes a register of invented people.', load: async () => (await import('./commands/register-invent.ts')).registerInvent },
]
