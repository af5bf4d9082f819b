import { z } from "@medusajs/framework/zod"
import { SUBSCRIPTION_STATUSES } from "../../rules/billing/states"
import { amountAnswerSchema } from "../amount"
import { runAnswerSchema } from "./runs"

/** What billing looks like today: what runs, what is owed, and how the latest run went. */
export const billingOverviewAnswerSchema = z.object({
  today: z.string(),
  /** Subscriptions by state; a state without any is left out, and so are those that are over. */
  subscriptions: z.partialRecord(z.enum(SUBSCRIPTION_STATUSES), z.number()),
  open_invoices: z.array(
    z.object({
      currency_code: z.string(),
      count: z.number(),
      total: amountAnswerSchema,
      overdue: z.number(),
      overdue_total: amountAnswerSchema,
    }),
  ),
  latest_run: runAnswerSchema.nullable(),
})
export type BillingOverviewAnswer = z.infer<typeof billingOverviewAnswerSchema>
