/**
 * The owner under a flood (L-08): `bin/node bench/flood.ts [runs] [tries]`, 20 runs of 10,000 wrong keys from many sources on one person each,
 * on two server processes of the real program with production's hashing. One line of JSON a run, and the worst of all at the end.
 */
import { floodOne, type FloodFigures } from '../test/support/flood.ts'
import { startTwoServers } from '../test/support/two-servers.ts'

const [runs = 20, tries = 10_000] = process.argv.slice(2).map(Number)
const two = await startTwoServers({ CLAVE_TRUST_PROXY: '1' })
const all: FloodFigures[] = []
try {
  for (let run = 0; run < runs; run += 1) {
    const figures = await floodOne(two, run, tries)
    all.push(figures)
    console.log(JSON.stringify(figures))
  }
} finally {
  await two.close()
}
const worst = (of: (figures: FloodFigures) => number): number => Math.max(...all.map(of))
console.log(JSON.stringify({
  runs: all.length, tries: all.reduce((sum, each) => sum + each.tries, 0), knownBrowser: worst((each) => each.knownBrowser), byMail: worst((each) => each.byMail),
  sessionsLost: worst((each) => each.sessionsLost), mails: worst((each) => each.mails.length),
}, null, 2))
