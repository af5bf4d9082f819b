import type { BlockedPeriod, StockDemand } from "../../../rules/packages"

/** The period that contains all demands; null: one of them is for good. */
export const periodOfDemands = (demands: readonly Pick<StockDemand, "period">[]): BlockedPeriod | null =>
  demands.reduce<BlockedPeriod | null>(
    (whole, { period }) =>
      whole && period && { from: Math.min(whole.from, period.from), to: Math.max(whole.to, period.to) },
    { from: Infinity, to: -Infinity },
  )
