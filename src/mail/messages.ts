/**
 * What each mail says: subject, plain text and HTML for a MailOrder. Never a name, an identifier or the key (ID-3, PASS-5); every
 * address in it begins with the configured base, whatever a request claimed (LINK-5). Held by test/mail/messages.test.ts.
 */
import type { MailOrder } from '../app/mail-ports.ts'
import { assertNever, type Instant } from '../domain/types.ts'
import { writeLetter, type Letter, type Message } from './letter.ts'
import { deviceNew, keyUnlocked } from './messages/browser-notices.ts'
import { changeCode } from './messages/change-codes.ts'
import { confirmAddress } from './messages/confirm-address.ts'
import { dataErased } from './messages/data-erased.ts'
import { confirmKey } from './messages/confirm-key.ts'
import { keyBlocked } from './messages/key-blocked.ts'
import { keyFrozen } from './messages/key-frozen.ts'
import { keyIssued } from './messages/key-issued.ts'
import { ownChange } from './messages/own-change.ts'
import { keyRecovered } from './messages/key-recovered.ts'
import { contactFirstMail, recoverMail, reopenMail, vouchMail } from './messages/recovery-codes.ts'
import { unlockInstead, unlockMail } from './messages/unlock.ts'
import { momentWords } from './moment-words.ts'

export interface MailSettings {
  /** Without a slash at the end. */
  readonly baseUrl: string
  readonly institution: string
  readonly timeZone: string
  /** The 8 digits beside a link (Secrets.code). */
  code(token: string): string
}

/** `until`: when the link of the mail ends; null for a mail without one. */
export type Composer = (order: MailOrder, until: Instant | null) => Letter

export function makeComposer(settings: MailSettings): Composer {
  return (order, until) => writeLetter(order.to, order.language, messageFor(order, until, settings))
}

function messageFor(order: MailOrder, until: Instant | null, settings: MailSettings): Message {
  const { baseUrl, institution } = settings
  const words = momentWords(order.language, settings.timeZone)
  switch (order.kind) {
    case 'confirm-address':
    case 'recover':
    case 'vouch':
    case 'reopen':
      return (order.kind === 'reopen' && order.contactFirst ? contactFirstMail : codeMails[order.kind])[order.language]({
        link: `${baseUrl}/enlace/${order.token}`, code: settings.code(order.token), until: dated(order.kind, until), institution, words,
      })
    case 'key-issued':
      return keyIssued[order.language]({
        link: `${baseUrl}/no-fui-yo/${order.token}`, at: order.at, until: dated(order.kind, until), newAddress: order.newAddress, institution, words,
      })
    case 'reopened':
    case 'key-changed':
    case 'key-confirmed':
    case 'bank-replaced':
    case 'contact-changed':
    case 'money-account':
    case 'data-copied':
    case 'data-corrected':
      return ownChange[order.language]({
        what: order.kind === 'contact-changed' ? order.what : changed[order.kind],
        link: `${baseUrl}/no-fui-yo/${order.token}`, at: order.at, until: dated(order.kind, until), institution, words,
      })
    case 'change-current':
    case 'change-new':
      return changeCode[order.language]({ to: order.kind, place: order.place, code: settings.code(order.token), until: dated(order.kind, until), institution, words })
    case 'confirm-key':
      return confirmKey[order.language]({ code: settings.code(order.token), until: dated(order.kind, until), institution, words })
    case 'key-frozen':
      return keyFrozen[order.language]({ at: order.at, institution, words })
    case 'data-erased':
      return dataErased[order.language]({ at: order.at, institution, words })
    case 'key-recovered':
      return keyRecovered[order.language]({ link: `${baseUrl}/no-fui-yo/${order.token}`, at: order.at, until: dated(order.kind, until), institution, words })
    case 'key-blocked':
    case 'key-blocked-elsewhere':
    case 'unlock':
    case 'unlock-instead':
    case 'key-unlocked':
    case 'device-new':
      return aboutBlocks(order, until, settings)
    default:
      return assertNever(order)
  }
}

type BlockOrder = Extract<MailOrder, { readonly kind: 'key-blocked' | 'key-blocked-elsewhere' | 'unlock' | 'unlock-instead' | 'key-unlocked' | 'device-new' }>

/** The mails of LOGIN-1, LOGIN-2 and UNLOCK-1. */
function aboutBlocks(order: BlockOrder, until: Instant | null, { baseUrl, institution, timeZone, code }: MailSettings): Message {
  const words = momentWords(order.language, timeZone)
  if (order.kind === 'unlock-instead') return unlockInstead[order.language]({ why: order.why, page: `${baseUrl}/clave`, institution })
  if (order.kind === 'key-blocked-elsewhere') return keyBlocked[order.language]({ ...order, way: 'elsewhere', page: `${baseUrl}/desbloquear`, institution, words })
  if (order.kind === 'key-blocked') {
    const { token } = order
    const way = token === null ? 'earlier' : { link: `${baseUrl}/desbloquear/enlace/${token}`, code: code(token), until: dated(order.kind, until) }
    return keyBlocked[order.language]({ ...order, way, page: `${baseUrl}/desbloquear`, institution, words })
  }
  const { token } = order
  const good = dated(order.kind, until)
  switch (order.kind) {
    case 'unlock':
      return unlockMail[order.language]({ ...order, link: `${baseUrl}/desbloquear/enlace/${token}`, code: code(token), until: good, institution, words })
    case 'key-unlocked':
      return keyUnlocked[order.language]({ ...order, link: `${baseUrl}/no-fui-yo/${token}`, until: good, institution, words })
    case 'device-new':
      return deviceNew[order.language]({ ...order, link: `${baseUrl}/no-fui-yo/${token}`, until: good, institution, words })
    default:
      return assertNever(order)
  }
}

const changed = {
  'key-changed': 'key', 'key-confirmed': 'confirmed', 'bank-replaced': 'bank', 'money-account': 'account', reopened: 'reopened', 'data-copied': 'data-copied', 'data-corrected': 'data-corrected',
} as const

const codeMails = { 'confirm-address': confirmAddress, recover: recoverMail, vouch: vouchMail, reopen: reopenMail }

function dated(kind: MailOrder['kind'], until: Instant | null): Instant {
  if (until === null) throw new Error(`a mail of kind ${kind} was queued without its link`)
  return until
}
