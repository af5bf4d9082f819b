import { appendFileSync } from "fs"

/** How long one suite took, in milliseconds: making its world, putting the database back before its tests, and all. */
interface SuiteTime {
  suite: string
  tests: number
  worldMs: number
  restoreMs: number
  totalMs: number
}

/** How long a store took until it answered. */
interface BootTime {
  boot: string
  totalMs: number
}

/** Leaves a figure for the report at the end of the run (`scripts/jest/report-slowest.cjs`). */
export function noteTime(time: SuiteTime | BootTime): void {
  if (process.env.TEST_TIMES) {
    appendFileSync(process.env.TEST_TIMES, `${JSON.stringify(time)}\n`)
  }
}
