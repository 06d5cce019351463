/** Every word of journey 1, "Generar o recuperar clave"; one file for each step of it in first-key/. */
import type { Language } from '../language.ts'
import { bankWords, type BankWords } from './first-key/bank-words.ts'
import { finishWords, type FinishWords } from './first-key/finish-words.ts'
import { frameWords, type FrameWords } from './first-key/frame-words.ts'
import { identifyWords, type IdentifyWords } from './first-key/identify-words.ts'
import { mailWords, type MailWords } from './first-key/mail-words.ts'
import { proofingWords, type ProofingWords } from './first-key/proofing-words.ts'
import { recoveryWords, type RecoveryWords } from './first-key/recovery-words.ts'
import { reopenWords, type ReopenWords } from './first-key/reopen-words.ts'

export interface FirstKeyWords {
  readonly frame: FrameWords
  readonly identify: IdentifyWords
  readonly proofing: ProofingWords
  readonly bank: BankWords
  readonly mail: MailWords
  readonly finish: FinishWords
  readonly recovery: RecoveryWords
  readonly reopen: ReopenWords
}

const inLanguage = (language: Language): FirstKeyWords => ({
  frame: frameWords[language], identify: identifyWords[language], proofing: proofingWords[language], bank: bankWords[language],
  mail: mailWords[language], finish: finishWords[language], recovery: recoveryWords[language], reopen: reopenWords[language],
})

export const firstKeyWords: Readonly<Record<Language, FirstKeyWords>> = { es: inLanguage('es'), en: inLanguage('en') }
