import type { CivilDate } from "../../calendar"
import type { Decimal } from "../../money"

/** A day's figures in a currency, as rules and files have them. */
export interface DayFigures {
  on_date: CivilDate
  currency_code: string
  mrr: Decimal
  at_risk: Decimal
  active: number
  new: number
  churned: number
  recovered: number
  failed: number
}

export const FIGURE_FILE_COLUMNS = [
  "on_date",
  "currency_code",
  "mrr",
  "active",
  "at_risk",
  "new",
  "churned",
  "recovered",
  "failed",
] as const

/** What a range comes to in each currency: stocks as at its end, flows of all its days. `days` are in their order. */
export function figureSums(days: readonly DayFigures[]): Omit<DayFigures, "on_date">[] {
  const sums = new Map<string, Omit<DayFigures, "on_date">>()
  for (const { on_date: _on, ...day } of days) {
    const before = sums.get(day.currency_code)
    sums.set(day.currency_code, {
      ...day,
      new: day.new + (before?.new ?? 0),
      churned: day.churned + (before?.churned ?? 0),
      recovered: day.recovered + (before?.recovered ?? 0),
      failed: day.failed + (before?.failed ?? 0),
    })
  }
  return [...sums.values()].sort((a, b) => (a.currency_code < b.currency_code ? -1 : 1))
}
