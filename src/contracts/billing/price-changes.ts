import { z } from "@medusajs/framework/zod"
import {
  PRICE_CHANGE_ANSWERS,
  PRICE_CHANGE_MODES,
  PRICE_CHANGE_STATUSES,
  WITHOUT_CONSENT,
} from "../../rules/billing/states"
import { amountAnswerSchema } from "../amount"
import { id } from "../id"
import { oneOrMore } from "../one-or-more"
import { pageAnswerSchema, pageQuery } from "../page"
import { civilDateSchema } from "./runs"

/** Days of notice, or for an answer. */
const days = z.number().int().min(1).max(365)

const wanted = z.strictObject({
  /** The subscriptions; or all that run on a product, or on a cycle of an offer. */
  ids: z.array(id).min(1).max(500).optional(),
  product_id: id.optional(),
  cycle_id: id.optional(),
  /** `announce`: told `days` ahead; `ask`: asked for consent, with `days` for an answer. */
  mode: z.enum(PRICE_CHANGE_MODES).default("at_once"),
  days: days.optional(),
  /** Not before this day; left out: as early as may be. */
  from_on: civilDateSchema.optional(),
  /** Of one unit; left out: the offer's current price. */
  price: z
    .strictObject({
      amount: z.string().regex(/^\d{1,12}(\.\d{1,9})?$/, "must be a decimal number such as 12.30"),
      currency_code: z.string().regex(/^[a-z]{3}$/, "takes the three small letters of a currency"),
    })
    .optional(),
  /** What comes of who refuses, or does not answer. */
  without_consent: z.enum(WITHOUT_CONSENT).optional(),
  /** Returns what would change, and changes nothing. It is required, so that nobody migrates by mistake. */
  dry_run: z.boolean(),
})

type Wanted = z.infer<typeof wanted>

/** What is missing, or has no meaning in a mode. */
function problemsOf({ ids, product_id, cycle_id, mode, days: given, from_on, without_consent }: Wanted) {
  const chosen = [ids, product_id, cycle_id].filter((one) => one !== undefined).length
  const isAsked = mode === "ask"
  return [
    ...(chosen === 1 ? [] : [["ids", "takes the subscriptions, or product_id, or cycle_id: one of them"]]),
    ...(mode !== "at_once" && given === undefined ? [["days", "takes a number of days from 1 to 365"]] : []),
    ...(mode === "at_once" && given !== undefined ? [["days", "has no meaning for a price that holds at once"]] : []),
    ...(mode === "at_once" && from_on !== undefined
      ? [["from_on", "has no meaning for a price that holds at once"]]
      : []),
    ...(isAsked && without_consent === undefined
      ? [["without_consent", "takes keep or end where customers are asked"]]
      : []),
    ...(!isAsked && without_consent !== undefined ? [["without_consent", "has no meaning where nobody is asked"]] : []),
  ] as [string, string][]
}

export const migratePriceSchema = wanted.superRefine((body, context) => {
  for (const [field, message] of problemsOf(body)) {
    context.addIssue({ code: z.ZodIssueCode.custom, path: [field], message })
  }
})
export type MigratePriceBody = z.infer<typeof migratePriceSchema>

/** The customer's answer. `price_change_id`: the one that was shown; left out: the latest. */
export const answerPriceChangeSchema = z.strictObject({
  reply: z.enum(PRICE_CHANGE_ANSWERS),
  price_change_id: id.optional(),
})
export type AnswerPriceChangeBody = z.infer<typeof answerPriceChangeSchema>

export const withdrawPriceChangeSchema = z.strictObject({ price_change_id: id })
export type WithdrawPriceChangeBody = z.infer<typeof withdrawPriceChangeSchema>

export const listPriceChangesSchema = z.object({
  status: oneOrMore(z.enum(PRICE_CHANGE_STATUSES)),
  migration_id: id.optional(),
  subscription_id: id.optional(),
  ...pageQuery({ most: 100, standard: 20 }),
})

/** A new price that a customer is told of, or asked about. Amounts are of one unit, of a package with all in it. */
export const ownPriceChangeAnswerSchema = z.object({
  id: z.string(),
  mode: z.enum(PRICE_CHANGE_MODES),
  status: z.enum(PRICE_CHANGE_STATUSES),
  currency_code: z.string(),
  from: amountAnswerSchema,
  to: amountAnswerSchema,
  is_tax_inclusive: z.boolean(),
  /** Periods that begin on this day or later have the new price. */
  effective_on: z.string(),
  /** The last day on which an answer counts, and what comes of none, or of a refusal; null: nobody is asked. */
  answer_until: z.string().nullable(),
  without_consent: z.enum(WITHOUT_CONSENT).nullable(),
  answered_on: z.string().nullable(),
  /** When it ends for want of consent; null: it does not. */
  ends_on: z.string().nullable(),
})
export type OwnPriceChangeAnswer = z.infer<typeof ownPriceChangeAnswerSchema>

export const priceChangeAnswerSchema = ownPriceChangeAnswerSchema.extend({
  migration_id: z.string(),
  subscription_id: z.string(),
  title: z.string(),
  quantity: z.number(),
  /** When the customer is told. */
  tell_on: z.string(),
  /** `user:…`, `customer:…`; null: nobody has. */
  answered_by: z.string().nullable(),
  as_of: z.string(),
})
export type PriceChangeAnswer = z.infer<typeof priceChangeAnswerSchema>

const listed = priceChangeAnswerSchema.extend({ subscription_number: z.number(), email: z.string().nullable() })
export type ListedPriceChangeAnswer = z.infer<typeof listed>

export const priceChangeListAnswerSchema = pageAnswerSchema.extend({ price_changes: z.array(listed) })
export type PriceChangeListAnswer = z.infer<typeof priceChangeListAnswerSchema>
