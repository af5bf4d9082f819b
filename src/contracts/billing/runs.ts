import { z } from "@medusajs/framework/zod"
import { isCivilDate } from "../../rules/calendar"

export const civilDateSchema = z.string().refine(isCivilDate, "must be a date such as 2026-02-28")

/** `as_of`: everything due by this date is billed; the store's today if it is missing. */
export const startRunSchema = z.strictObject({ as_of: civilDateSchema.optional() })
export type StartRunBody = z.infer<typeof startRunSchema>

export const listRunsSchema = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).default(0),
})
export type ListRunsQuery = z.infer<typeof listRunsSchema>

/** Pushes the demo clock forward by so many days, months or years. */
export const pushClockSchema = z.strictObject({
  unit: z.enum(["day", "month", "year"]),
  count: z.number().int().min(1).max(1200),
})
export type PushClockBody = z.infer<typeof pushClockSchema>
