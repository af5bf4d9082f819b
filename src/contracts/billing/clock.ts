import { z } from "@medusajs/framework/zod"

/** Pushes the demo clock forward by so many days, months or years. */
export const pushClockSchema = z.strictObject({
  unit: z.enum(["day", "month", "year"]),
  count: z.number().int().min(1).max(1200),
})
export type PushClockBody = z.infer<typeof pushClockSchema>

/** The store's date, and whether it can be pushed. */
export const clockAnswerSchema = z.object({
  today: z.string(),
  days_ahead: z.number(),
  time_zone: z.string(),
  demo: z.boolean(),
})
export type ClockAnswer = z.infer<typeof clockAnswerSchema>
