import type { ChartUnit } from "../../../rules/sales"

export interface DrawnPoint {
  /** A day, or a month's first. */
  from: string
  net: number
}

const next = (from: string, unit: ChartUnit): string => {
  const date = new Date(`${from}T00:00:00Z`)
  if (unit === "day") {
    date.setUTCDate(date.getUTCDate() + 1)
  } else {
    date.setUTCMonth(date.getUTCMonth() + 1)
  }
  return date.toISOString().slice(0, 10)
}

/** One point for each day or month from the first to the last: where nothing counts, the chart has a gap as wide as the time. */
export function drawnPoints(points: readonly { from: string; net: string }[], unit: ChartUnit): DrawnPoint[] {
  const known = new Map(points.map(({ from, net }) => [from, Number(net)]))
  const last = points.at(-1)?.from ?? ""
  const drawn: DrawnPoint[] = []
  for (let from = points[0]?.from ?? ""; from !== "" && from <= last; from = next(from, unit)) {
    drawn.push({ from, net: known.get(from) ?? 0 })
  }
  return drawn
}
