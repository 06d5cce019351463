/** The figures of a country for people. */
import type { CountryFigures } from '../country.ts'
import type { SliceFigures } from './imports.ts'

export function countryText(figures: CountryFigures): string {
  const { people, around, small, slice, stream, lastSlice, lookUps, strength, sizes } = figures
  const rows: [string, string][] = [
    ['people', grouped(people)],
    ['import beside a bare COPY, tables nearly empty', shareOf(slice)],
    ['import beside a bare COPY, tables full', shareOf(lastSlice)],
    ['everybody else, invented meanwhile', `${grouped(stream.people)} in ${Math.round(stream.workSeconds)} s, ${grouped(stream.people / stream.workSeconds)} a second; ${micro(stream.processorSeconds, stream.people)} of processor a line`],
    ['most memory of the import', `${Math.round(Math.max(stream.mostMemoryMebibytes, lastSlice.mostMemoryMebibytes))} MiB; with ${grouped(small.people)} people ${Math.round(small.mostMemoryMebibytes)} MiB`],
    ['counting after the last import', `${(lastSlice.seconds - lastSlice.workSeconds).toFixed(1)} s, start and end of the program included`],
    ['everybody read once', `${Math.round(strength.workSeconds)} s, ${micro(strength.processorSeconds, strength.people)} of processor a person beside the database, ${Math.round(strength.mostMemoryMebibytes)} MiB`],
    ['look-up and decks of one, median', against(lookUps.all.median, lookUps.small.median, lookUps.small.people)],
    ['the same, mean', against(lookUps.all.mean, lookUps.small.mean, lookUps.small.people)],
    ['look-up alone, mean', against(lookUps.all.findMean, lookUps.small.findMean, lookUps.small.people)],
    ['table of people', `${gigabytes(sizes.table)}, ${Math.round(sizes.table / people)} bytes a person`],
    ['its index; aliases', `${gigabytes(sizes.indexes)}; ${gigabytes(sizes.aliases)}`],
    ['log written; kept', `${gigabytes(sizes.walWritten)}; ${gigabytes(sizes.walKept)}`],
  ]
  const width = Math.max(...rows.map(([label]) => label.length))
  return [
    `${around.cores} cores (${around.processor}), ${around.memoryGibibytes} GiB; Node ${around.node}; ${around.database}; load average before ${around.loadBefore}`,
    '', ...rows.map(([label, text]) => `${label.padEnd(width)}  ${text}`),
  ].join('\n')
}

function shareOf({ people, megabytes, workSeconds, bareCopy: [before, after], share }: SliceFigures): string {
  return `${share.toFixed(2)}: ${grouped(people)} people, ${Math.round(megabytes)} MB in ${workSeconds.toFixed(1)} s, ${grouped(people / workSeconds)} a second; bare ${before.toFixed(1)} and ${after.toFixed(1)} s`
}

const against = (all: number, small: number, people: number): string => `${all.toFixed(2)} ms; with ${grouped(people)} people ${small.toFixed(2)} ms, ratio ${(all / small).toFixed(2)}`
const micro = (seconds: number, of: number): string => `${Math.round((seconds * 1e6) / of)} µs`
const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(2)} GB`
const grouped = (number: number): string => Math.round(number).toLocaleString('en-US')
