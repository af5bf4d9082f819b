import type { Temperature } from "../states"

/** One change of a temperature (C7). The first of a profile has no `from`. */
export interface TemperatureChange {
  from: Temperature | null
  to: Temperature
  changedAt: Date
  /** The user; null: an import or the store itself. */
  changedBy: string | null
}

/** The entry that a save adds to the history; null where the temperature stays. */
export function temperatureChange(
  from: Temperature | null,
  to: Temperature,
  { changedAt, changedBy }: Pick<TemperatureChange, "changedAt" | "changedBy">,
): TemperatureChange | null {
  return from === to ? null : { from, to, changedAt, changedBy }
}

/** The temperature at an instant, of a history with the earliest first; null before its first entry. */
export const temperatureAt = (history: readonly TemperatureChange[], at: Date): Temperature | null =>
  history.filter(({ changedAt }) => changedAt.getTime() <= at.getTime()).at(-1)?.to ?? null
