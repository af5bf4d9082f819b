import { z } from "@medusajs/framework/zod"
import { MOST_LINES } from "../../rules/customers"
import { amountAnswerSchema, decimalAnswerSchema } from "../amount"
import { id } from "../id"
import { whole } from "../number"
import { text, word } from "../text"

/** The token of a quick-order link: it stands in the body alone, as addresses are logged. */
const token = word(200).min(1)
const quantity = whole.min(0).max(100_000)
/** What is chosen in a package: a part by its path in `GET /store/packages/:product_id`. */
const choiceSchema = z.strictObject({
  path: text(2_000).min(1),
  is_chosen: z.boolean().optional(),
  quantity: whole.min(1).max(100_000).optional(),
})
export type QuickOrderChoice = z.infer<typeof choiceSchema>
const decimal = word(40).regex(/^-?\d{1,20}(\.\d{1,10})?$/, "must be a decimal")

/** `POST /store/quick-orders` */
export const openQuickOrderSchema = z.strictObject({
  token,
  search: text(100).optional(),
  /** A category or a collection. */
  group: id.optional(),
  page: whole.min(1).max(10_000).default(1),
})
export type OpenQuickOrderBody = z.output<typeof openQuickOrderSchema>

/** `POST /store/quick-orders/basket`: these articles have these quantities; 0 takes one out. Others stay. */
export const quickOrderBasketSchema = z.strictObject({
  token,
  items: z
    .array(
      z.strictObject({
        variant_id: id,
        quantity,
        /** Of a package: other choices are another item. */
        choices: z.array(choiceSchema).max(500).optional(),
      }),
    )
    .max(MOST_LINES),
  /** Prices that have changed, and that the customer has seen: `variant_id` is the item's variant, or its key. */
  seen: z
    .array(z.strictObject({ variant_id: word(400).min(1), price: decimal }))
    .max(MOST_LINES)
    .optional(),
  /** Of the basket that was shown: one that was ordered meanwhile takes nothing more. Left out: whichever is filled now. */
  turn: whole.min(0).max(1_000_000).optional(),
})
export type QuickOrderBasketBody = z.output<typeof quickOrderBasketSchema>

/** `POST /store/quick-orders/last-order` */
export const quickOrderAgainSchema = z.strictObject({ token })
export type QuickOrderAgainBody = z.output<typeof quickOrderAgainSchema>

/** `POST /store/quick-orders/review` */
export const reviewQuickOrderSchema = z.strictObject({
  token,
  email: text(320).optional(),
  purchase_order_number: text(200).optional(),
  wanted_on: text(40).optional(),
  note: text(10_000).optional(),
  address: z
    .strictObject({
      name: text(400).optional(),
      address_1: text(400).optional(),
      postal_code: text(400).optional(),
      city: text(400).optional(),
      country_code: text(10).optional(),
    })
    .optional(),
})
export type ReviewQuickOrderBody = z.output<typeof reviewQuickOrderSchema>

/** `POST /store/quick-orders/place`: what was reviewed, and what it came to as it was shown. */
export const placeQuickOrderSchema = z.strictObject({
  token,
  turn: whole.min(0).max(1_000_000),
  attempt: whole.min(1).max(1_000_000),
  shown: z.strictObject({
    total: decimal,
    lines: z.array(z.strictObject({ key: text(400).min(1), total: decimal })).max(2 * MOST_LINES),
  }),
})
export type PlaceQuickOrderBody = z.output<typeof placeQuickOrderSchema>

/** `POST /store/quick-orders/requests` */
export const requestProductSchema = z.strictObject({
  token,
  variant_id: id,
  quantity: whole.min(1).max(100_000).default(1),
  message: text(2_000).optional(),
})
export type RequestProductBody = z.output<typeof requestProductSchema>

const variantAnswer = z.object({
  variant_id: z.string(),
  title: z.string(),
  /** Asked for (`requests`), not ordered. */
  is_on_request: z.boolean(),
  your_price: amountAnswerSchema.nullable(),
  list_price: amountAnswerSchema.nullable(),
  is_tax_inclusive: z.boolean(),
  interval: z.object({ unit: z.enum(["day", "week", "month", "year"]), count: z.number() }).nullable(),
  setup_fee: amountAnswerSchema.nullable(),
  tiers: z.array(z.object({ from: decimalAnswerSchema, price: amountAnswerSchema })),
  /** A package whose contents are chosen: `GET /store/packages/:product_id` says which there are. */
  has_choices: z.boolean(),
})

const problem = z.object({ field: z.string(), reason: z.string() })
const priceChange = z.object({
  /** The variant, or the key of a line. */
  key: z.string(),
  before: amountAnswerSchema,
  /** Null: it is not sold any more. */
  after: amountAnswerSchema.nullable(),
})

export const basketAnswerSchema = z.object({
  turn: z.number(),
  items: z.array(
    z.object({
      /** The variant, or of a package with choices, a name of its own: `changes` are called by it. */
      key: z.string(),
      variant_id: z.string(),
      choices: z.array(choiceSchema),
      /** Null: it is not sold any more. */
      title: z.string().nullable(),
      quantity: z.number(),
      your_price: amountAnswerSchema.nullable(),
      /** What so many come to: discounts are rounded once a line. */
      sum: amountAnswerSchema.nullable(),
    }),
  ),
  estimate: amountAnswerSchema,
  /** To be shown before the order is reviewed, and sent as `seen`. */
  changes: z.array(priceChange),
})
export type BasketAnswer = z.infer<typeof basketAnswerSchema>

export const quickOrderAnswerSchema = z.object({
  customer_name: z.string(),
  language: z.enum(["en", "fr"]).nullable(),
  currency_code: z.string(),
  asks: z.object({
    email: z.boolean(),
    /** Countries that can be chosen; null: the address is known. */
    address_countries: z.array(z.string()).nullable(),
  }),
  minimum_order: amountAnswerSchema.nullable(),
  payment: z.enum(["on_account", "now"]),
  products: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      description: z.string().nullable(),
      variants: z.array(variantAnswer),
    }),
  ),
  groups: z.array(z.object({ id: z.string(), name: z.string() })),
  count: z.number(),
  page: z.number(),
  pages: z.number(),
  basket: basketAnswerSchema,
})
export type QuickOrderAnswer = z.infer<typeof quickOrderAnswerSchema>

export const basketChangeAnswerSchema = z.object({ problems: z.array(problem), basket: basketAnswerSchema })
export type BasketChangeAnswer = z.infer<typeof basketChangeAnswerSchema>

export const lastOrderAnswerSchema = z.object({
  /** What of the last order is not sold to this customer any more. */
  left_out: z.array(z.object({ title: z.string(), reason: z.enum(["not_sold", "on_request"]) })),
  basket: basketAnswerSchema,
})
export type LastOrderAnswer = z.infer<typeof lastOrderAnswerSchema>

export const reviewAnswerSchema = z.object({
  turn: z.number(),
  attempt: z.number(),
  currency_code: z.string(),
  lines: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      detail: z.string().nullable(),
      quantity: z.number(),
      list: amountAnswerSchema,
      total: amountAnswerSchema,
      discounts: z.array(z.string()),
    }),
  ),
  goods: amountAnswerSchema,
  shipping: z.array(z.object({ name: z.string(), amount: amountAnswerSchema })),
  tax_added: amountAnswerSchema,
  tax_included: amountAnswerSchema,
  total: amountAnswerSchema,
})
export type ReviewAnswer = z.infer<typeof reviewAnswerSchema>

/** `reviewed` or why not: problems by field, prices that changed, or another window that was quicker. */
export const reviewedAnswerSchema = z.object({
  outcome: z.enum(["made", "problems", "changed", "moved"]),
  problems: z.array(problem),
  changes: z.array(priceChange),
  review: reviewAnswerSchema.nullable(),
})
export type ReviewedAnswer = z.infer<typeof reviewedAnswerSchema>

export const placedAnswerSchema = z.object({
  outcome: z.enum(["placed", "changed", "moved", "busy", "too_little", "refused"]),
  changes: z.array(priceChange),
  order: z
    .object({ id: z.string(), display_id: z.number(), currency_code: z.string(), total: amountAnswerSchema })
    .nullable(),
  /** Where it is paid, if it is paid now. */
  payment_url: z.string().nullable(),
})
export type PlacedAnswer = z.infer<typeof placedAnswerSchema>

export const requestedAnswerSchema = z.object({ requested: z.literal(true) })
