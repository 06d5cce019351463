/** How many places a notice goes to (NOTICE-1), for the page that tells the person the truth about it. Held by test/web/my-key/contacts.test.ts. */
import { addressesOnFile } from './addresses-on-file.ts'
import { mobilesOnFile } from './mobiles-on-file.ts'
import type { OwnSession } from './own-session.ts'
import type { Deps } from './ports.ts'

export function noticesGoTo({ store, policy, texting }: Deps, { person, record, now }: OwnSession): Promise<{ readonly mails: number; readonly mobiles: number }> {
  return store.transaction(async (tx) => {
    const mails = await addressesOnFile(store, tx, person, record)
    const mobiles = texting ? await mobilesOnFile(store, tx, person, record, { now, told: policy.notice.repudiation }) : []
    return { mails: mails.length, mobiles: mobiles.length }
  })
}
