import { z } from "@medusajs/framework/zod"
import { DISCOUNT_SOURCES } from "../../rules/discounts/states"
import { isCivilDate } from "../../rules/calendar"
import { amountAnswerSchema } from "../amount"
import { currencyCode } from "./fields"
import { pageAnswerSchema, pageQuery } from "../page"
import { text } from "../text"

const date = z.string().refine(isCivilDate, "must be a date such as 2026-03-31")

const filters = z.object({
  from: date.optional(),
  to: date.optional(),
  currency_code: currencyCode.optional(),
  q: text(200).optional(),
})

const inOrder = ({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean =>
  from === undefined || to === undefined || from <= to
const wrongOrder = { path: ["to"], message: "must not be before from" }

export const reportFileSchema = filters.refine(inOrder, wrongOrder)
export const reportSchema = filters
  .extend({
    ...pageQuery({ most: 200, standard: 50 }),
  })
  .refine(inOrder, wrongOrder)

export type ReportFilters = z.output<typeof reportFileSchema>

/**
 * What a discount did in one currency, in a time. Cancellations, edits, returns and refunds count on their own day, so
 * figures of a time can be negative.
 */
export const reportRowAnswerSchema = z.object({
  /** Null for the personal percentage. */
  discount_id: z.string().nullable(),
  /** Its latest name. */
  name: z.string(),
  source: z.enum(DISCOUNT_SOURCES),
  currency_code: z.string(),
  /** Orders that used it; renewals are no uses. */
  uses: z.number(),
  /** Order lines that it took something off, renewals' included. */
  lines: z.number(),
  quantity: z.number(),
  discount_total: amountAnswerSchema,
  /** Revenue of those lines after all discounts of this room, with or without tax as their prices are. */
  revenue: amountAnswerSchema,
  /** Whether the discount is no longer there: it has no page. */
  is_deleted: z.boolean(),
})
export type ReportRowAnswer = z.infer<typeof reportRowAnswerSchema>

export const reportAnswerSchema = pageAnswerSchema.extend({ rows: z.array(reportRowAnswerSchema) })
export type ReportAnswer = z.infer<typeof reportAnswerSchema>
