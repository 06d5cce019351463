/** The Spanish words of the offered phrase: the list of BIP-39, whose words differ in their first four letters. */
import { wordlist } from '@scure/bip39/wordlists/spanish.js'
import { plainWords } from '../domain/passphrase.ts'

/** Nobody should find grief, insults or bodies in the phrase an institution offers them. */
const unkind = `
  aborto abuso adicto asalto asno bobo bobina borracho bruja bruto bestia burro cerdo chupar clave cochino crimen cripta culpa derrota desnudo
  deuda diablo droga ebrio enano enfermo feo flaco fosa fracaso fraude fusil golfo goloso gordo guerra herir idiota loco locura lodo luto mafia
  maldad maleta matar mierda misil miseria morir mortal mugre muerte necio obeso odiar odio ofensa pecado pecho pelear piojo preso pulga puta
  pudor rapaz rapto rata rencor sangre secta sexo sordo suegra temor terror tonto tos trauma tuerto tumba tumor veneno vengar viudo vulgar
`

export const phraseWords: readonly string[] = plainWords(wordlist, new Set(unkind.trim().split(/\s+/)))
export const phraseWordSet: ReadonlySet<string> = new Set(phraseWords)
