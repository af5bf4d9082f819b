import { add, subtract, sum, type Decimal } from "../../money"
import type { CivilDate } from "../../calendar"

/** What effective sales and refunds of a currency come to on a day. */
export interface DayFigures {
  currency_code: string
  day: CivilDate
  /** What came in. */
  sold: Decimal
  /** What went back, above zero. */
  refunded: Decimal
}

export interface CurrencyTotals {
  currency_code: string
  sold: Decimal
  refunded: Decimal
  /** What is left: refunds are taken off once (SA2). */
  net: Decimal
}

/** Totals by currency, of days or of parts. */
export function totalsOf(figures: readonly Omit<DayFigures, "day">[]): CurrencyTotals[] {
  const currencies = [...new Set(figures.map(({ currency_code }) => currency_code))].sort()
  return currencies.map((currency_code) => {
    const own = figures.filter((one) => one.currency_code === currency_code)
    const sold = sum(own.map((one) => one.sold))
    const refunded = sum(own.map((one) => one.refunded))
    return { currency_code, sold, refunded, net: subtract(sold, refunded) }
  })
}

/** A chart's unit of time. */
export const CHART_UNITS = ["day", "month"] as const
export type ChartUnit = (typeof CHART_UNITS)[number]

export interface ChartPoint extends CurrencyTotals {
  /** The day, or the month's first. */
  from: CivilDate
}

/** Days put together to a chart's points, by currency and in their order. */
export function chartOf(figures: readonly DayFigures[], unit: ChartUnit): ChartPoint[] {
  const points = new Map<string, ChartPoint>()
  for (const { currency_code, day, sold, refunded } of figures) {
    const from = unit === "day" ? day : `${day.slice(0, 7)}-01`
    const key = `${currency_code} ${from}`
    const before = points.get(key) ?? { currency_code, from, sold: "0", refunded: "0", net: "0" }
    const next = { ...before, sold: add(before.sold, sold), refunded: add(before.refunded, refunded) }
    points.set(key, { ...next, net: subtract(next.sold, next.refunded) })
  }
  return [...points].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, point]) => point)
}
