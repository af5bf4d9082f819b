import { z } from "@medusajs/framework/zod"
import { isCivilDate } from "../../rules/calendar"
import {
  CHART_UNITS,
  OWN_CHANGES,
  SALE_EVENT_KINDS,
  SALE_PAYMENT_STATUSES,
  SALE_STATUSES,
  SALE_TYPES,
} from "../../rules/sales"
import { amountAnswerSchema, decimalAnswerSchema } from "../amount"
import { id } from "../id"
import { oneOrMore } from "../one-or-more"
import { pageAnswerSchema, pageQuery } from "../page"
import { shownText, text } from "../text"

const date = z.string().refine(isCivilDate, "must be a date such as 2026-03-31")

/** Days are the store's, both ends included. `q` finds numbers, titles and customers. */
const filters = z.object({
  q: text(200).optional(),
  status: oneOrMore(z.enum(SALE_STATUSES)),
  payment_status: oneOrMore(z.enum(SALE_PAYMENT_STATUSES)),
  type: oneOrMore(z.enum(SALE_TYPES)),
  customer_id: id.optional(),
  order_id: id.optional(),
  sold_from: date.optional(),
  sold_to: date.optional(),
  refunded_from: date.optional(),
  refunded_to: date.optional(),
})
type Filters = z.output<typeof filters>

const inOrder = (from: string | undefined, to: string | undefined): boolean =>
  from === undefined || to === undefined || from <= to

/** Names the field whose day is before the one that it begins with. */
const checkDays = (
  { sold_from, sold_to, refunded_from, refunded_to }: Partial<Filters>,
  context: z.core.$RefinementCtx,
): void => {
  for (const [path, from, to] of [
    ["sold_to", sold_from, sold_to],
    ["refunded_to", refunded_from, refunded_to],
  ] as const) {
    if (!inOrder(from, to)) {
      context.addIssue({ code: "custom", path: [path], message: `must not be before ${path.replace("_to", "_from")}` })
    }
  }
}

export const saleFiltersSchema = filters.superRefine(checkDays)
export type SaleQuery = z.output<typeof saleFiltersSchema>
export const listSalesSchema = filters.extend(pageQuery({ most: 100, standard: 20 })).superRefine(checkDays)
export const chartSalesSchema = filters.extend({ unit: z.enum(CHART_UNITS).default("day") }).superRefine(checkDays)

/** Why what is kept of a person is not shown; null: it is. */
export const PERSONAL_STATES = ["erased", "wrong_secret", "lost_secret", "changed"] as const

export const saleAnswerSchema = z.object({
  id: z.string(),
  order_id: z.string(),
  display_id: z.number().nullable(),
  customer_id: z.string().nullable(),
  /** As it was when it was sold. */
  customer_name: z.string().nullable(),
  personal_state: z.enum(PERSONAL_STATES).nullable(),
  status: z.enum(SALE_STATUSES),
  payment_status: z.enum(SALE_PAYMENT_STATUSES),
  /** Whether it counts in figures: a payment was validated. */
  is_effective: z.boolean(),
  types: z.array(z.enum(SALE_TYPES)),
  currency_code: z.string(),
  total: amountAnswerSchema,
  received: amountAnswerSchema,
  refunded: amountAnswerSchema,
  /** What it counts until now; 0 where no payment was validated. */
  net: amountAnswerSchema,
  sold_on: z.string(),
  sold_at: z.string(),
})
export type SaleAnswer = z.infer<typeof saleAnswerSchema>

export const saleTotalsAnswerSchema = z.object({
  currency_code: z.string(),
  sold: amountAnswerSchema,
  refunded: amountAnswerSchema,
  net: amountAnswerSchema,
})
export type SaleTotalsAnswer = z.infer<typeof saleTotalsAnswerSchema>

export const saleListAnswerSchema = pageAnswerSchema.extend({
  sales: z.array(saleAnswerSchema),
  /** Of all that is filtered; refunds on their own day. */
  totals: z.array(saleTotalsAnswerSchema),
  /** Whether `q` finds more customers than are searched by: sales of the others are in neither page nor totals. */
  is_search_cut: z.boolean(),
})
export type SaleListAnswer = z.infer<typeof saleListAnswerSchema>

export const saleChartAnswerSchema = z.object({
  unit: z.enum(CHART_UNITS),
  points: z.array(saleTotalsAnswerSchema.extend({ from: z.string() })),
})
export type SaleChartAnswer = z.infer<typeof saleChartAnswerSchema>

export const saleEventAnswerSchema = z.object({
  seq: z.number(),
  kind: z.enum(SALE_EVENT_KINDS),
  occurred_at: z.string(),
  recorded_at: z.string(),
  actor: z.string(),
  actor_name: z.string().nullable(),
  from_status: z.enum(SALE_STATUSES).nullable(),
  to_status: z.enum(SALE_STATUSES).nullable(),
  reason: z.string().nullable(),
  amount: amountAnswerSchema.nullable(),
  counted_on: z.string().nullable(),
  hash: z.string(),
})
export type SaleEventAnswer = z.infer<typeof saleEventAnswerSchema>

const tax = z.object({ code: z.string().nullable(), description: z.string().nullable(), rate: decimalAnswerSchema })
const discount = z.object({
  code: z.string().nullable(),
  description: z.string().nullable(),
  promotion_id: z.string().nullable(),
  provider_id: z.string().nullable(),
  amount: amountAnswerSchema,
})
const address = z.object({
  first_name: z.string().nullable(),
  last_name: z.string().nullable(),
  company: z.string().nullable(),
  address_1: z.string().nullable(),
  address_2: z.string().nullable(),
  postal_code: z.string().nullable(),
  city: z.string().nullable(),
  province: z.string().nullable(),
  country_code: z.string().nullable(),
  phone: z.string().nullable(),
})

/** What was sold, as it was then. */
export const saleSnapshotAnswerSchema = z.object({
  number: z.number(),
  lines: z.array(
    z.object({
      id: z.string(),
      type: z.enum(SALE_TYPES),
      product_id: z.string().nullable(),
      variant_id: z.string().nullable(),
      title: z.string(),
      subtitle: z.string().nullable(),
      variant_title: z.string().nullable(),
      sku: z.string().nullable(),
      options: z.record(z.string(), z.string()).nullable(),
      quantity: decimalAnswerSchema,
      unit_price: amountAnswerSchema,
      is_tax_inclusive: z.boolean(),
      period: z.object({ from: z.string(), to: z.string() }).nullable(),
      taxes: z.array(tax),
      discounts: z.array(discount),
    }),
  ),
  shipping: z.array(
    z.object({
      name: z.string(),
      amount: amountAnswerSchema,
      is_tax_inclusive: z.boolean(),
      taxes: z.array(tax),
      discounts: z.array(discount),
    }),
  ),
  credits: z.array(
    z.object({ reference: z.string().nullable(), reference_id: z.string().nullable(), amount: amountAnswerSchema }),
  ),
  total: amountAnswerSchema,
  /** Null: see `personal_state`. */
  personal: z
    .object({
      name: z.string().nullable(),
      company: z.string().nullable(),
      vat_number: z.string().nullable(),
      email: z.string().nullable(),
      shipping_address: address.nullable(),
      billing_address: address.nullable(),
    })
    .nullable(),
})
export type SaleSnapshotAnswer = z.infer<typeof saleSnapshotAnswerSchema>

export const saleDetailAnswerSchema = saleAnswerSchema.extend({
  events: z.array(saleEventAnswerSchema),
  /** Each as it was written, the first sale first; one that cannot be read is left out. */
  snapshots: z.array(saleSnapshotAnswerSchema),
  /** What a merchant can do with it now. */
  changes: z.array(z.enum(OWN_CHANGES)),
  /** Whether the order may still be canceled, by the types of its lines. */
  is_cancelable: z.boolean(),
})
export type SaleDetailAnswer = z.infer<typeof saleDetailAnswerSchema>

const reason = shownText(1000).min(1, "must say why")

/** `POST /admin/sales/:id/hold`, `release`, `stop` */
export const changeSaleSchema = z.strictObject({ reason })
export type ChangeSaleBody = z.infer<typeof changeSaleSchema>

/** `POST /admin/sales/customers/:id/erase` */
export const eraseCustomerSchema = z.strictObject({ reason: shownText(1000).min(1).optional() })
export type EraseCustomerBody = z.infer<typeof eraseCustomerSchema>

export const backfillSchema = z.strictObject({ limit: z.number().int().min(1).max(100_000).optional() })
export type BackfillBody = z.infer<typeof backfillSchema>

export const listOwnSalesSchema = z.object(pageQuery({ most: 100, standard: 20 }))
export const ownSaleAnswerSchema = saleAnswerSchema
  .pick({
    order_id: true,
    display_id: true,
    status: true,
    payment_status: true,
    types: true,
    currency_code: true,
    total: true,
    refunded: true,
    sold_on: true,
  })
  .extend({
    /** The statuses that it went through. */
    history: z.array(z.object({ status: z.enum(SALE_STATUSES), at: z.string() })),
  })
export type OwnSaleAnswer = z.infer<typeof ownSaleAnswerSchema>
