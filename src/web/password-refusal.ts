import type { PasswordRefusal } from '../domain/password.ts'
import type { Language } from './language.ts'
import { firstKeyWords } from './texts/first-key-words.ts'

/** Why a new key is not taken, as a sentence (PASS-2). */
export function passwordRefusal(language: Language, refusal: PasswordRefusal): string {
  const say = firstKeyWords[language].finish.password.refusals[refusal.why] as (refusal: PasswordRefusal) => string
  return say(refusal)
}
