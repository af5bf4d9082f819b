import { z } from "@medusajs/framework/zod"
import { DUNNING_STAGES } from "../../rules/billing/dunning/dunning-settings"
import { CHARGE_STATUSES, SUBSCRIPTION_STATUSES } from "../../rules/billing/states"
import { amountAnswerSchema } from "../amount"
import { pageAnswerSchema, pageQuery } from "../page"
import { shownText } from "../text"
import { civilDateSchema } from "./runs"

export const listDunnedSchema = z.object({
  stage: z.enum(DUNNING_STAGES).optional(),
  ...pageQuery({ most: 100, standard: 20 }),
})
export type ListDunnedQuery = z.infer<typeof listDunnedSchema>

/** A subscription that owes past its date. Dates are `YYYY-MM-DD`. */
export const dunnedAnswerSchema = z.object({
  id: z.string(),
  display_id: z.number(),
  status: z.enum(SUBSCRIPTION_STATUSES),
  stage: z.enum(DUNNING_STAGES),
  customer_id: z.string().nullable(),
  email: z.string().nullable(),
  customer_name: z.string().nullable(),
  title: z.string().nullable(),
  currency_code: z.string(),
  owed_total: amountAnswerSchema,
  /** Invoices that are owed. */
  invoices: z.number(),
  overdue_since: z.string(),
  /** Tries of the charge so far. */
  tries: z.number(),
  /** The provider's code of the last try. */
  reason: z.string().nullable(),
  next_try_on: z.string().nullable(),
  /** When it is suspended and terminated if nothing is paid. */
  suspend_on: z.string().nullable(),
  terminate_on: z.string().nullable(),
  /** Its payment method was declined for good. */
  is_hard_declined: z.boolean(),
})
export type DunnedAnswer = z.infer<typeof dunnedAnswerSchema>

export const dunningBoardAnswerSchema = pageAnswerSchema.extend({
  subscriptions: z.array(dunnedAnswerSchema),
  /** What is owed in each stage and currency. */
  stages: z.array(
    z.object({
      stage: z.enum(DUNNING_STAGES),
      currency_code: z.string(),
      count: z.number(),
      total: amountAnswerSchema,
    }),
  ),
})
export type DunningBoardAnswer = z.infer<typeof dunningBoardAnswerSchema>

const reason = shownText(1000).min(1)
const version = z.number().int().min(0).max(2_000_000_000).optional()

/** Suspends or resumes by hand. */
export const suspensionSchema = z.strictObject({ reason, version })
export type SuspensionBody = z.infer<typeof suspensionSchema>

/** Charges what is owed, at once: there is nothing to say but that. */
export const retrySchema = z.strictObject({})

/** What came of a charge. */
export const chargedAnswerSchema = z.object({
  renewal_id: z.string(),
  status: z.enum(CHARGE_STATUSES).nullable(),
  reason: z.string().nullable(),
})
export type ChargedAnswer = z.infer<typeof chargedAnswerSchema>

export const changeDueDateSchema = z.strictObject({
  due_on: civilDateSchema,
  reason,
  /** The due date that the admin saw: where it is another one by now, nothing is changed. */
  seen_due_on: civilDateSchema.optional(),
})
export type ChangeDueDateBody = z.infer<typeof changeDueDateSchema>
