/** Progress of long work on standard error: a bar that redraws itself on a terminal, a line every few seconds elsewhere. */

export interface Progress {
  /** `share` from 0 to 1, or null when the end is not known; `done` counts things of `unit`. */
  update(share: number | null, done: number): void
  /** Takes the bar away. */
  end(): void
}

export interface ProgressOptions {
  readonly unit: string
  /** Milliseconds that only grow. */
  now(): number
  readonly terminal: boolean
  write(text: string): void
}

const silence: Progress = { update: () => undefined, end: () => undefined }

/** With --json nothing is shown. */
export function makeProgress({ unit, now, terminal, write }: ProgressOptions, silent: boolean): Progress {
  if (silent) return silence
  const began = now()
  const pause = terminal ? 200 : 5_000
  let shown = terminal ? -Infinity : began
  let drawn = false
  let startShare: number | null = null
  let startDone = 0
  return {
    update(share, done) {
      if (startShare === null) [startShare, startDone] = [share ?? 0, done] // an import that goes on begins in the middle
      if (now() - shown < pause) return
      shown = now()
      const seconds = (shown - began) / 1000
      const rate = seconds > 0 ? (done - startDone) / seconds : 0
      const left = share === null || share <= startShare ? null : (seconds * (1 - share)) / (share - startShare)
      const facts = `${grouped(done)} ${unit}, ${grouped(Math.round(rate))} a second${left === null ? '' : `, ${duration(left)} left`}`
      write(terminal ? `\r${share === null ? '' : `${bar(share)} `}${facts}\u001b[K` : `${share === null ? '' : `${percent(share)}: `}${facts}\n`)
      drawn = terminal
    },
    end() {
      if (drawn) write('\r\u001b[K')
    },
  }
}

function bar(share: number): string {
  const full = Math.round(Math.min(1, share) * 24)
  return `[${'#'.repeat(full)}${'-'.repeat(24 - full)}] ${percent(share)}`
}

const percent = (share: number): string => `${Math.floor(Math.min(1, share) * 100)} %`

/** 1234567 as 1,234,567. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** 75 seconds as '1 min 15 s'. */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole} s`
  return whole < 3_600 ? `${Math.floor(whole / 60)} min ${whole % 60} s` : `${Math.floor(whole / 3_600)} h ${Math.floor((whole % 3_600) / 60)} min`
}
