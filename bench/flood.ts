/**
 * The owner under a flood (L-08): `bin/node bench/flood.ts [runs] [tries]`, 20 runs of 10,000 wrong keys, offered at once by as many sources, on one
 * person each, on two server processes of the real program with production's hashing. One line of JSON a run, and the worst of all at the end.
 * It ends with 1 when the owner was later than a second with a known browser, or two minutes by mail.
 */
import { loadavg } from 'node:os'
import { floodOne, type FloodFigures } from '../test/support/flood.ts'
import { startTwoServers } from '../test/support/two-servers.ts'

const [runs = 20, tries = 10_000] = process.argv.slice(2).map(Number)
const two = await startTwoServers({ CLAVE_TRUST_PROXY: '1' })
const all: FloodFigures[] = []
try {
  for (let run = 0; run < runs; run += 1) {
    const load = loadavg()[0]!
    const figures = await floodOne(two, run, tries)
    all.push(figures)
    console.log(JSON.stringify({ load, ...figures, mails: figures.mails.length }))
  }
} finally {
  await two.close()
}
const worst = (of: (figures: FloodFigures) => number): number => Math.max(...all.map(of))
const late = all.filter(({ knownBrowser, byMail }) => knownBrowser > 1_000 || byMail > 120_000).length
if (late > 0) process.exitCode = 1
console.log(JSON.stringify({
  runs: all.length, late, knownBrowser: worst((each) => each.knownBrowser), pressed: worst((each) => each.pressed), byMail: worst((each) => each.byMail),
  sessionsLost: worst((each) => each.sessionsLost), mails: worst((each) => each.mails.length),
}, null, 2))
