import { z } from "@medusajs/framework/zod"
import { PERCENT } from "../../rules/billing/changes/percent"
import { RETENTION_KINDS } from "../../rules/billing/states"
import { LAST_ACTIONS, LATE_PAYMENTS } from "../../rules/billing/dunning/dunning-settings"

const days = z.number().int().min(-1).max(365)

/** What happens while something is overdue; what is left out stays as it is. Days count from the due date; -1: never. */
export const saveBillingSettingsSchema = z.strictObject({
  /** The days on which a declined charge is tried again: ascending, and at most 20 tries in 30 days. */
  retry_after_days: z.array(z.number().int().min(1).max(365)).max(60).optional(),
  after_last_try: z.enum(LAST_ACTIONS).optional(),
  suspend_after_days: days.optional(),
  terminate_after_days: days.optional(),
  late_payment: z.enum(LATE_PAYMENTS).optional(),
  /** Puts all renewals of a customer that are due on one day in one currency on one invoice, from the next run on. */
  one_invoice_a_day: z.boolean().optional(),
  /** What those who want to cancel are offered instead: a pause of so many days, or a percentage for so many cycles. */
  retention_offer: z.enum(RETENTION_KINDS).optional(),
  retention_pause_days: z.number().int().min(1).max(3650).optional(),
  retention_percent: z.string().regex(PERCENT, "takes a percentage above 0, up to 100").optional(),
  retention_cycles: z.number().int().min(1).max(120).optional(),
  version: z.number().int().min(0).max(2_000_000_000).optional(),
})
export type SaveBillingSettings = z.output<typeof saveBillingSettingsSchema>

export const billingSettingsAnswerSchema = z.object({
  retry_after_days: z.array(z.number()),
  after_last_try: z.enum(LAST_ACTIONS),
  suspend_after_days: z.number(),
  terminate_after_days: z.number(),
  late_payment: z.enum(LATE_PAYMENTS),
  one_invoice_a_day: z.boolean(),
  retention_offer: z.enum(RETENTION_KINDS),
  retention_pause_days: z.number(),
  retention_percent: z.string(),
  retention_cycles: z.number(),
  /** 0 while the options apply. */
  version: z.number(),
})
export type BillingSettingsAnswer = z.infer<typeof billingSettingsAnswerSchema>
