import type { CivilDate } from "../../calendar"

/**
 * How a sale stands. `unpaid`: never paid so far. `overdue`: suspended for what it owes. `held`: suspended by hand.
 * `ended_overdue`: ended for what it owes.
 */
export const STANDINGS = ["unpaid", "running", "overdue", "held", "paused", "ended", "ended_overdue"] as const
export type Standing = (typeof STANDINGS)[number]

/** What a customer is entitled to, of one unit sold. */
export interface Entitlement {
  standing: Standing
  /** An invoice was issued, and its due date is over. */
  hasOverdueInvoice: boolean
  /** The first day that is not paid; null: for good. */
  paidUntil: CivilDate | null
  /** What was sold, and what it is made with: another one is another package. */
  packageKey: string
}
