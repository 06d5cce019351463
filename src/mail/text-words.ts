/**
 * What a text says: what happened, when, and where to say that it was not me (NOTICE-1). Never a name, an identifier, a contact or a code
 * (ID-3); the address in it can only stop a key, and begins with the configured base (LINK-5).
 *
 * Spanish without á, í, ó and ú, which the alphabet of text messages does not have: one of them would more than double the price.
 * Nothing is misspelt for that; the sentences are others. Held by test/mail/text-words.test.ts.
 */
import type { TextKind, TextOrder } from '../app/mail-ports.ts'
import type { Language } from '../app/ports.ts'
import { localDay } from '../domain/calendar.ts'
import type { Instant } from '../domain/types.ts'
import { momentWords } from './moment-words.ts'

export interface TextSettings {
  /** Without a slash at the end. */
  readonly baseUrl: string
  readonly timeZone: string
}

export interface TextMessage {
  /** '+593991234567' */
  readonly to: string
  readonly text: string
}

export function makeTextComposer({ baseUrl, timeZone }: TextSettings): (order: TextOrder) => TextMessage {
  const unlock = `${baseUrl}/desbloquear`
  return ({ to, kind, language, token, at }) => {
    const says = words[language]
    const what = says.happened[kind](shortMoment(at, language, timeZone), unlock)
    return { to, text: token === null ? what : `${what} ${says.notMe}: ${baseUrl}/no-fui-yo/${token}` }
  }
}

/** '22/11 14:05, hora de Ecuador' */
function shortMoment(at: Instant, language: Language, timeZone: string): string {
  const [, month, day] = localDay(at, timeZone).split('-')
  const { time, zone } = momentWords(language, timeZone)
  return `${day}/${month} ${time(at)}, ${zone}`
}

interface TextWords {
  readonly notMe: string
  readonly happened: Readonly<Record<TextKind, (when: string, unlock: string) => string>>
}

const words: Readonly<Record<Language, TextWords>> = {
  es: {
    notMe: 'No fui yo',
    happened: {
      'key-issued': (when) => `Se ha generado su clave (${when}).`,
      'key-recovered': (when) => `Se ha recuperado su clave (${when}).`,
      'key-changed': (when) => `Se ha cambiado su clave (${when}).`,
      'key-confirmed': (when) => `Se ha confirmado su clave (${when}).`,
      'bank-replaced': (when) => `Se cambiaron sus preguntas y figura (${when}).`,
      'contact-changed': (when) => `Se cambiaron sus datos de contacto (${when}).`,
      'money-account': (when) => `Nueva cuenta bancaria para sus pagos (${when}).`,
      'key-unlocked': (when) => `Se ha desbloqueado su clave (${when}).`,
      'device-new': (when) => `Ingreso desde un navegador nuevo (${when}).`,
      'key-blocked': (when, unlock) => `Su clave se ha bloqueado (${when}) por varios intentos equivocados. Nadie ha entrado. Desbloquear: ${unlock}`,
      reopened: (when) => `Se ha vuelto a abrir el proceso de su clave (${when}).`,
      'data-copied': (when) => `Entregamos una copia de sus datos (${when}).`,
      'data-corrected': (when) => `Se ha quitado un dato de su clave (${when}).`,
      'key-frozen': (when) => `Su clave se ha congelado (${when}). Nadie puede entrar con ella. Acuda a una oficina con su documento.`,
    },
  },
  en: {
    notMe: 'It was not me',
    happened: {
      'key-issued': (when) => `Your key was made (${when}).`,
      'key-recovered': (when) => `Your key was recovered (${when}).`,
      'key-changed': (when) => `Your key was changed (${when}).`,
      'key-confirmed': (when) => `Your key was confirmed (${when}).`,
      'bank-replaced': (when) => `Your questions were replaced (${when}).`,
      'contact-changed': (when) => `Your contacts were changed (${when}).`,
      'money-account': (when) => `New bank account for payments (${when}).`,
      'key-unlocked': (when) => `Your key was unblocked (${when}).`,
      'device-new': (when) => `Sign-in from a new browser (${when}).`,
      'key-blocked': (when, unlock) => `Your key was blocked (${when}) after several wrong tries. Nobody got in. Unblock it: ${unlock}`,
      reopened: (when) => `The request for your key is open again (${when}).`,
      'data-copied': (when) => `We handed out a copy of your data (${when}).`,
      'data-corrected': (when) => `Something was taken off your key (${when}).`,
      'key-frozen': (when) => `Your key was frozen (${when}). Nobody can sign in with it. Go to an office with your ID.`,
    },
  },
}
