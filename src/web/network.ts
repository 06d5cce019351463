/** The network a request came from: /24 for IPv4, /48 for IPv6. The address itself is the one the configured proxy vouches for (L-12). */
import { isIPv4, isIPv6 } from 'node:net'

/** '203.0.113.0/24', '2001:db8:1::/48'; an IPv4 address written as IPv6 counts as IPv4. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  const plain = mapped ?? address.split('%')[0] ?? ''
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`
  if (!isIPv6(plain)) return 'unknown'
  return `${expand(plain).slice(0, 3).map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/48`
}

function expand(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const missing = tail === undefined ? 0 : 8 - left.length - right.length
  return [...left, ...Array<string>(Math.max(missing, 0)).fill('0'), ...right]
}
