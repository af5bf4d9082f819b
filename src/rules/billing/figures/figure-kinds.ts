/**
 * Why a subscription's figures moved. `opening`: it was there when counting began. `returned`: it pays again after a pause or a
 * suspension; `left`: it does not for now; `churned`: it never will again. `risk`: only what is set to end has changed.
 */
export const MOVEMENT_KINDS = [
  "opening",
  "new",
  "returned",
  "expansion",
  "contraction",
  "left",
  "churned",
  "risk",
] as const
export type MovementKind = (typeof MOVEMENT_KINDS)[number]

/** The events of subscriptions that are counted by day. */
export const COUNTED_EVENTS = ["recovered", "charge_failed"] as const
export type CountedEvent = (typeof COUNTED_EVENTS)[number]

/** The numbers of the overview that have something behind them. */
export const FIGURES = ["mrr", "active", "at_risk", "upcoming", "new", "churned", "recovered", "failed"] as const
export type Figure = (typeof FIGURES)[number]

/** The days that *upcoming* looks ahead. */
export const UPCOMING_DAYS = 30
