/** Erasing as the command does it, on a key ring in a file of its own; and somebody with everything that can be erased. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { Eraser } from '../../src/app/rights.ts'
import { hour } from '../../src/domain/types.ts'
import { makeKeyDestroyer } from '../../src/security/keyring-file.ts'
import type { Transaction } from '../../src/store/database.ts'
import { makeErasure } from '../../src/store/erasure.ts'
import { tryToSignIn, type Owner } from '../web/my-key/signed-in.ts'
import { begin } from './journeys.ts'
import type { World } from './world.ts'

const folder = mkdtempSync(join(tmpdir(), 'clave-ring-'))
after(() => rmSync(folder, { recursive: true, force: true }))
let rings = 0

/** A file with this key ring. */
export function ringFile(text: string): string {
  rings += 1
  const file = join(folder, `keys-${rings}.json`)
  writeFileSync(file, text, { mode: 0o600 })
  return file
}

export function eraserOf(world: Pick<World, 'keyring' | 'keysText'>, file = ringFile(world.keysText)): Eraser {
  return { erasure: makeErasure((tx) => tx as unknown as Transaction), keys: makeKeyDestroyer(file, world.keyring, async () => ({ release() {} })) }
}

/** Something in every table that names a person. */
export async function livedIn(world: World, who: Owner): Promise<void> {
  const { store } = world.deps
  await tryToSignIn(world, who, 'una clave equivocada', world.browser({ from: '198.51.100.7' }))
  await world.clock.advance(2_000)
  await (await begin(world, who.record.id)).show()
  await store.transaction(async (tx) => {
    await store.lock(tx, who.person)
    await store.services.saveBankAccount(tx, who.person, { bank: 'pichincha', kind: 'savings', number: '2201234567' })
    await store.own.contacts.remove(tx, who.person, 'second-email')
    await store.own.contacts.put(tx, who.person, 'second-email', { kind: 'email', value: 'nueva@example.org', verifiedBy: 'link', moneyFrom: 0 })
    await store.reopenings.reopen(tx, who.person, 3)
    const pdf = Buffer.from('PDF')
    await store.certificates.add(tx, who.person, { code: `C${who.person.slice(0, 15)}`, pdf } as never)
    await store.own.bank.keepPending(tx, who.person, Buffer.alloc(32, 1), { answers: [], figure: 'sol' })
    await store.unlocks.ask(tx, who.person, 'es')
    await store.append(tx, who.person, { type: 'contact.changed', facts: { kind: 'email', moneyFrom: 0, notices: 0 }, personal: { network: '198.51.100.0/24' } })
    const token = world.deps.secrets.token()
    await store.links.issue(tx, who.person, { kind: 'change-current', token, journeyHash: null, lifetime: hour }, { kind: 'change-current', to: who.email, language: 'es', token, place: 'email' }, true)
    await store.own.contacts.keepPending(tx, who.person, Buffer.alloc(32, 1), { place: 'email', value: 'otra@example.org', kind: 'email' }, { current: world.deps.secrets.tokenHash(token), fresh: null })
  })
}
