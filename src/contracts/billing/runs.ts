import { z } from "@medusajs/framework/zod"
import { CHARGE_STATUSES, RENEWAL_STATUSES, RUN_STATUSES } from "../../rules/billing/states"
import { isCivilDate } from "../../rules/calendar"
import { amountAnswerSchema } from "../amount"
import { pageAnswerSchema, pageQuery } from "../page"

export const civilDateSchema = z.string().refine(isCivilDate, "must be a date such as 2026-02-28")

/** `as_of`: everything due by this date is billed; the store's date if it is missing, and never one after it. */
export const startRunSchema = z.strictObject({ as_of: civilDateSchema.optional() })
export type StartRunBody = z.infer<typeof startRunSchema>

/** What a run of that date would do; the store's date if it is missing. */
export const previewRunSchema = z.object({ as_of: civilDateSchema.optional() })

const countedSum = z.object({ count: z.number(), total: amountAnswerSchema })

/** What a run would do, by the rules of the run itself. */
export const runPreviewAnswerSchema = z.object({
  as_of: z.string(),
  /** How many subscriptions are due, to be billed or to end. */
  subscriptions: z.number(),
  /** Of how many the sums are: a long list is not reckoned whole. */
  summed: z.number(),
  ends: z.number(),
  sums: z.array(
    z.object({
      currency_code: z.string(),
      /** All that are issued. */
      invoices: countedSum,
      /** Of these, what is charged in the run. */
      charged: countedSum,
      /** Of these, what waits for the customer. */
      sent: countedSum,
      /** Issued before, and charged in the run. */
      earlier: countedSum,
    }),
  ),
  /** The first of those that the run could not bill, and why: it goes on without them. */
  refused: z.array(z.object({ subscription_id: z.string(), reason: z.string() })),
  refused_count: z.number(),
})
export type RunPreviewAnswer = z.infer<typeof runPreviewAnswerSchema>

export const listRunsSchema = z.object({
  ...pageQuery({ most: 100, standard: 20 }),
})
export type ListRunsQuery = z.infer<typeof listRunsSchema>

/** How many subscriptions a worker billed in a run. */
export const runShareAnswerSchema = z.object({
  id: z.string(),
  worker: z.string(),
  subscriptions: z.number(),
  last_seen_at: z.string(),
})
export type RunShareAnswer = z.infer<typeof runShareAnswerSchema>

/** What a run came to in one currency. */
export const runSumAnswerSchema = z.object({
  currency_code: z.string(),
  issued: z.number(),
  issued_total: amountAnswerSchema,
  paid: z.number(),
  paid_total: amountAnswerSchema,
  failed: z.number(),
  failed_total: amountAnswerSchema,
  /** Issued by it, and waiting for the customer. */
  waiting: z.number(),
  waiting_total: amountAnswerSchema,
})
export type RunSumAnswer = z.infer<typeof runSumAnswerSchema>

/** A renewal that a run could not collect, and why. */
export const runFailureAnswerSchema = z.object({
  renewal_id: z.string(),
  subscription_id: z.string(),
  display_id: z.number(),
  email: z.string().nullable(),
  order_id: z.string().nullable(),
  cycle: z.number(),
  due_on: z.string(),
  currency_code: z.string(),
  total: amountAnswerSchema.nullable(),
  status: z.enum(RENEWAL_STATUSES),
  reason: z.string().nullable(),
  charge_status: z.enum(CHARGE_STATUSES).nullable(),
  charge_reason: z.string().nullable(),
})
export type RunFailureAnswer = z.infer<typeof runFailureAnswerSchema>

/** A subscription that a run could not bill, and why. The next run tries it again. */
export const runProblemAnswerSchema = z.object({
  subscription_id: z.string(),
  display_id: z.number().nullable(),
  reason: z.string(),
})
export type RunProblemAnswer = z.infer<typeof runProblemAnswerSchema>

export const runAnswerSchema = z.object({
  id: z.string(),
  as_of: z.string(),
  status: z.enum(RUN_STATUSES),
  requested_by: z.string(),
  started_at: z.string().nullable(),
  finished_at: z.string().nullable(),
  issued: z.number(),
  paid: z.number(),
  declined: z.number(),
  unknown: z.number(),
  skipped: z.number(),
  ended: z.number(),
  error: z.string().nullable(),
  created_at: z.string(),
})
export type RunAnswer = z.infer<typeof runAnswerSchema>

/** One run with all that it came to. */
export const runDetailAnswerSchema = runAnswerSchema.extend({
  sums: z.array(runSumAnswerSchema),
  /** The first of those that did not pay, and how many there are in all. */
  failures: z.array(runFailureAnswerSchema),
  failure_count: z.number(),
  shares: z.array(runShareAnswerSchema),
  /** The first hundred. */
  problems: z.array(runProblemAnswerSchema),
  problem_count: z.number(),
})
export type RunDetailAnswer = z.infer<typeof runDetailAnswerSchema>

export const runListAnswerSchema = pageAnswerSchema.extend({ runs: z.array(runAnswerSchema) })
export type RunListAnswer = z.infer<typeof runListAnswerSchema>
