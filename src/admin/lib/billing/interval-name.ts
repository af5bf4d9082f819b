import type { Interval } from "../../../rules/calendar"
import { presetOf } from "./interval-presets"

/** "Monthly", "Every 18 months", in the language of `t`. */
export function intervalName(interval: Interval, t: (key: string, values?: Record<string, unknown>) => string): string {
  const preset = presetOf(interval)
  return preset === "custom"
    ? t(`intervals.every.${interval.unit}`, { count: interval.count })
    : t(`intervals.presets.${preset}`)
}
