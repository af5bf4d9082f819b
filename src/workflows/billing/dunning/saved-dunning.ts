import type { LastAction, LatePayment, RetentionKind } from "../../../rules/billing"

/** The saved fields of dunning, among the room's settings. */
export interface SavedDunning {
  retry_after_days: number[]
  after_last_try: LastAction
  suspend_after_days: number
  terminate_after_days: number
  late_payment: LatePayment
}

/** All of the room's saved settings. */
export interface SavedBillingSettings extends SavedDunning {
  one_invoice_a_day: boolean
  /** What those who want to cancel are offered instead (B23). */
  retention_offer: RetentionKind
  retention_pause_days: number
  retention_percent: string
  retention_cycles: number
}
