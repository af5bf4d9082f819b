/** What is done once the last try of a charge has failed, where the days since the due date do not say it. */
export const LAST_ACTIONS = ["suspend", "cancel", "leave"] as const
export type LastAction = (typeof LAST_ACTIONS)[number]

/** From which date a late payment renews: the end of the paid period before, or the day of the payment. */
export const LATE_PAYMENTS = ["old_expiry", "paid_on"] as const
export type LatePayment = (typeof LATE_PAYMENTS)[number]

/** What happens while something is overdue. Days count from the due date; -1 turns a step off. */
export interface DunningSettings {
  /** The days after the due date on which a declined charge is tried again, ascending. */
  retryAfterDays: readonly number[]
  afterLastTry: LastAction
  suspendAfterDays: number
  terminateAfterDays: number
  latePayment: LatePayment
}

export const DUNNING_DEFAULTS: DunningSettings = {
  retryAfterDays: [1, 3, 5, 7],
  afterLastTry: "suspend",
  suspendAfterDays: 3,
  terminateAfterDays: 14,
  latePayment: "old_expiry",
}

/** A step that is turned off. */
export const OFF = -1

/** The card networks allow so many tries of one charge within so many days; fees and blocks follow beyond. */
export const NETWORK_TRIES = 20
export const NETWORK_DAYS = 30

/** The longest that a setting may wait. */
export const MOST_DAYS = 365

/**
 * Where a subscription that owes stands: a charge is tried again, waits for the customer to confirm it, or is processed by
 * the bank; nothing is tried and it waits for the payment; it is suspended.
 */
export const DUNNING_STAGES = ["retrying", "action_required", "processing", "waiting", "suspended"] as const
export type DunningStage = (typeof DUNNING_STAGES)[number]
