import { z } from "@medusajs/framework/zod"
import {
  currencyCode,
  decimal,
  id,
  listFields,
  name,
  period,
  terms,
  periodAnswerSchema,
  termsAnswerSchema,
  version,
} from "./fields"
import { decimalAnswerSchema } from "../amount"
import { pageAnswerSchema } from "../page"

/** The HTTP surface of order discounts: sets of ranges, in an order of position. */

const range = z.strictObject({
  id: id.optional(),
  currency_code: currencyCode,
  min: decimal.nullable().default(null),
  max: decimal.nullable().default(null),
  percent: decimal,
})

const ranges = z.array(range).max(500)

/** A new one goes last in the order of position. */
export const createOrderDiscountSchema = z.strictObject({ name, ...terms, ...period, ranges: ranges.default([]) })

/** What is left out stays as it is; `ranges` is the whole list. */
export const updateOrderDiscountSchema = z.strictObject({
  name: name.optional(),
  ...terms,
  ...period,
  ranges: ranges.optional(),
  version,
})

export const listOrderDiscountsSchema = z.object(listFields)

/** All of them, in the order in which they are tried. */
export const orderDiscountPositionsSchema = z.strictObject({ ids: z.array(id).min(1).max(2000) })

export type RangeBody = z.output<typeof range>
export type CreateOrderDiscount = z.output<typeof createOrderDiscountSchema>
export type CreateOrderDiscountInput = z.input<typeof createOrderDiscountSchema>
export type UpdateOrderDiscount = z.output<typeof updateOrderDiscountSchema>
export type ListOrderDiscounts = z.output<typeof listOrderDiscountsSchema>
export type OrderDiscountPositions = z.output<typeof orderDiscountPositionsSchema>

export const rangeAnswerSchema = z.object({
  id: z.string(),
  currency_code: z.string(),
  min: decimalAnswerSchema.nullable(),
  max: decimalAnswerSchema.nullable(),
  percent: decimalAnswerSchema,
})
export type RangeAnswer = z.infer<typeof rangeAnswerSchema>

export const orderDiscountAnswerSchema = termsAnswerSchema.extend(periodAnswerSchema.shape).extend({
  position: z.number(),
  ranges: z.array(rangeAnswerSchema),
})
export type OrderDiscountAnswer = z.infer<typeof orderDiscountAnswerSchema>

export const orderDiscountListAnswerSchema = pageAnswerSchema.extend({
  order_discounts: z.array(orderDiscountAnswerSchema),
})
export type OrderDiscountListAnswer = z.infer<typeof orderDiscountListAnswerSchema>
