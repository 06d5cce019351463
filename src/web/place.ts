/** Where something was done, as far as it is told: the network, never the address, and never as if the network were a person. */
import type { Language } from './language.ts'

/** '203.0.113.0/24' as '203.0.113.x'; '2001:db8:1::/48' as '2001:db8:1:x'. */
export function networkText(network: string): string {
  return network.replace(/\.0\/24$/, '.x').replace(/::\/48$/, ':x')
}

/** null: nothing to say. */
export function placeText(network: string | null, language: Language): string | null {
  if (network === null) return null
  if (network === 'unknown') return language === 'es' ? 'desde una red que no conocemos' : 'from a network we do not know'
  return `${language === 'es' ? 'desde la red' : 'from the network'} ${networkText(network)}`
}
