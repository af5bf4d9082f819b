import type { Interval } from "../../../rules/calendar"

/** The cycles that have a name of their own (B5), in the order in which they are offered. */
export const INTERVAL_PRESETS = {
  weekly: { unit: "week", count: 1 },
  monthly: { unit: "month", count: 1 },
  quarterly: { unit: "month", count: 3 },
  semi_annual: { unit: "month", count: 6 },
  annual: { unit: "year", count: 1 },
  biennial: { unit: "year", count: 2 },
  triennial: { unit: "year", count: 3 },
} as const satisfies Record<string, Interval>

export type IntervalPreset = keyof typeof INTERVAL_PRESETS

export const PRESET_NAMES = Object.keys(INTERVAL_PRESETS) as IntervalPreset[]

/** Equal for intervals that are equally long by the calendar: 12 months are a year, 7 days are a week. */
const lengthOf = ({ unit, count }: Interval): string => {
  if (unit === "year" || unit === "month") {
    return `${unit === "year" ? 12 * count : count} months`
  }
  return `${unit === "week" ? 7 * count : count} days`
}

export const sameInterval = (a: Interval, b: Interval): boolean => lengthOf(a) === lengthOf(b)

export function presetOf(interval: Interval): IntervalPreset | "custom" {
  return PRESET_NAMES.find((name) => sameInterval(INTERVAL_PRESETS[name], interval)) ?? "custom"
}
