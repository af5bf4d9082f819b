import type { Interval } from "./interval"

export type CheckedInterval = { ok: true; interval: Interval } | { ok: false; reason: string }

/** A hundred years, in each unit. */
const LONGEST: ReadonlyMap<unknown, number> = new Map([
  ["day", 36_500],
  ["week", 5_200],
  ["month", 1_200],
  ["year", 100],
])

/** Whether something that came from outside is an interval: a whole number of units, at least one, at most 100 years. */
export function checkInterval(input: { unit?: unknown; count?: unknown } | null | undefined): CheckedInterval {
  const { unit, count } = input ?? {}
  const longest = LONGEST.get(unit)
  if (longest === undefined) {
    return { ok: false, reason: "must be counted in day, week, month or year" }
  }
  if (typeof count !== "number" || !Number.isSafeInteger(count) || count < 1) {
    return { ok: false, reason: "must be a whole number of at least 1" }
  }
  if (count > longest) {
    return { ok: false, reason: `must not be longer than 100 years (${longest} ${unit as string}s)` }
  }
  return { ok: true, interval: { unit: unit as Interval["unit"], count } }
}
