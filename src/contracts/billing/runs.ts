import { z } from "@medusajs/framework/zod"
import { RUN_STATUSES } from "../../rules/billing/states"
import { isCivilDate } from "../../rules/calendar"
import { pageAnswerSchema } from "../page"

export const civilDateSchema = z.string().refine(isCivilDate, "must be a date such as 2026-02-28")

/** `as_of`: everything due by this date is billed; the store's today if it is missing. */
export const startRunSchema = z.strictObject({ as_of: civilDateSchema.optional() })
export type StartRunBody = z.infer<typeof startRunSchema>

export const listRunsSchema = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).default(0),
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
  /** Of one run alone; a list leaves them out. */
  shares: z.array(runShareAnswerSchema).optional(),
  /** Of one run alone: the first hundred. */
  problems: z.array(runProblemAnswerSchema).optional(),
  problem_count: z.number().optional(),
})
export type RunAnswer = z.infer<typeof runAnswerSchema>

export const runListAnswerSchema = pageAnswerSchema.extend({ runs: z.array(runAnswerSchema) })
export type RunListAnswer = z.infer<typeof runListAnswerSchema>
