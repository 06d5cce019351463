/**
 * Which browser a request says it comes from, as a person would name it: "Chrome, Android". A closed list of families, never what was sent:
 * it goes into notices and lists. It decides nothing, since anybody can send anything.
 */

const families: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:A|iOS)?\//, 'Edge'], [/\bOPR\/|\bOpera\b/, 'Opera'], [/\bSamsungBrowser\//, 'Samsung Internet'], [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium)\//, 'Chrome'], [/\bSafari\//, 'Safari'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'], [/\biPhone\b/, 'iPhone'], [/\biPad\b/, 'iPad'], [/\bWindows\b/, 'Windows'], [/\bMac OS X\b/, 'Mac'], [/\bCrOS\b/, 'ChromeOS'], [/\bLinux\b/, 'Linux'],
]

/** '' when neither is known. */
export function browserFamily(userAgent: string | undefined): string {
  const agent = (userAgent ?? '').slice(0, 512)
  const named = (list: typeof families): string | undefined => list.find(([pattern]) => pattern.test(agent))?.[1]
  return [named(families), named(systems)].filter((each) => each !== undefined).join(', ')
}
