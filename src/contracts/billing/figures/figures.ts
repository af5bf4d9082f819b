import { z } from "@medusajs/framework/zod"
import { FIGURES } from "../../../rules/billing/figures/figure-kinds"
import { SUBSCRIPTION_STATUSES } from "../../../rules/billing/states"
import { amountAnswerSchema } from "../../amount"
import { pageAnswerSchema, pageQuery } from "../../page"
import { civilDateSchema } from "../runs"

const currency = z
  .string()
  .regex(/^[a-z]{3}$/i)
  .transform((code) => code.toLowerCase())

/** Left out: the last 30 days up to today. Both days are counted. */
const range = { from: civilDateSchema.optional(), to: civilDateSchema.optional() }

export const figuresQuerySchema = z.object({ ...range, currency_code: currency.optional() })
export type FiguresQuery = z.infer<typeof figuresQuerySchema>

/** The figures of a day, as they stood at its end. */
export const dailyFigureSchema = z.object({
  on_date: z.string(),
  currency_code: z.string(),
  /** The net recurring price a month of active and past-due subscriptions, after discounts and before tax. */
  mrr: amountAnswerSchema,
  /** What of it is set to end. */
  at_risk: amountAnswerSchema,
  /** Active and past-due subscriptions. */
  active: z.number(),
  new: z.number(),
  churned: z.number(),
  recovered: z.number(),
  failed: z.number(),
})
export type DailyFigureAnswer = z.infer<typeof dailyFigureSchema>

export const figuresAnswerSchema = z.object({
  today: z.string(),
  from: z.string(),
  to: z.string(),
  currencies: z.array(
    z.object({
      currency_code: z.string(),
      /** As it stands at the end of the range. */
      mrr: amountAnswerSchema,
      active: z.number(),
      at_risk: amountAnswerSchema,
      /** Renewals that come due in the 30 days from today, net, on today's terms. */
      upcoming: z.object({ count: z.number(), amount: amountAnswerSchema }),
      /** Of all days of the range. */
      new: z.number(),
      churned: z.number(),
      recovered: z.number(),
      failed: z.number(),
    }),
  ),
  days: z.array(dailyFigureSchema),
})
export type FiguresAnswer = z.infer<typeof figuresAnswerSchema>

export const behindFigureQuerySchema = z.object({
  figure: z.enum(FIGURES),
  currency_code: currency,
  ...range,
  ...pageQuery({ most: 100, standard: 20 }),
})

export const behindFigureAnswerSchema = pageAnswerSchema.extend({
  /** What the amounts of all rows come to. */
  total: amountAnswerSchema,
  rows: z.array(
    z.object({
      id: z.string(),
      subscription_id: z.string(),
      display_id: z.number(),
      email: z.string().nullable(),
      status: z.enum(SUBSCRIPTION_STATUSES),
      on_date: z.string().nullable(),
      amount: amountAnswerSchema,
    }),
  ),
})
export type BehindFigureAnswer = z.infer<typeof behindFigureAnswerSchema>
export type BehindFigureRow = BehindFigureAnswer["rows"][number]
