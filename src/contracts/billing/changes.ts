import { z } from "@medusajs/framework/zod"
import { CHANGE_KINDS, CHANGE_TIMES, INTERVAL_UNITS } from "../../rules/billing/states"
import { amountAnswerSchema } from "../amount"
import { id } from "../id"
import { printedLineAnswerSchema } from "./invoice-document"
import { shownText, text, word } from "../text"
import { civilDateSchema } from "./runs"
import { upcomingInvoiceAnswerSchema } from "./subscription-answers"

/** A figure of a preview, as it was answered. */
const figure = z
  .string()
  .regex(/^\d{1,20}(\.\d{1,20})?$/, "takes an amount as the preview has it")
  .optional()

const MOST_OPTIONS = 100

const optionKey = word(60)
  .min(1)
  .refine((name) => !(name in Object.prototype), "is no option's key")

/** Values by the keys of options; what they may be, the product's options say. */
export const optionValuesSchema = z
  .record(optionKey, z.union([text(500), z.number(), z.boolean(), z.null()]))
  .refine((values) => Object.keys(values).length <= MOST_OPTIONS, `has at most ${MOST_OPTIONS}`)

const change = {
  /** The cycle of an offer; left out: it stays. */
  cycle_id: id.optional(),
  /** Left out: it stays. */
  quantity: z.number().int().min(1).max(1_000_000).optional(),
  /** What is chosen, by the keys of its product's options: all of it; left out: it stays. */
  options: optionValuesSchema.optional(),
  when: z.enum(CHANGE_TIMES),
  /** Figures of the preview: where one is another by now, the change is refused. */
  expected: z.strictObject({ credit_total: figure, charge_total: figure, due_total: figure }).optional(),
}

/** A change of what a subscription is for; its preview takes the same. */
export const changeSubscriptionSchema = z.strictObject({
  ...change,
  version: z.number().int().min(0).max(2_000_000_000).optional(),
})
export type ChangeSubscriptionBody = z.infer<typeof changeSubscriptionSchema>

export const undoChangeSchema = z.strictObject({ version: z.number().int().min(0).max(2_000_000_000).optional() })
export type UndoChangeBody = z.infer<typeof undoChangeSchema>

export const changeOwnSubscriptionSchema = z.strictObject(change)
export type ChangeOwnSubscriptionBody = z.infer<typeof changeOwnSubscriptionSchema>

export const undoOwnChangeSchema = z.strictObject({})

export const changedTermsAnswerSchema = z.object({
  cycle_id: z.string(),
  title: z.string(),
  quantity: z.number(),
  unit_price: amountAnswerSchema,
  interval_unit: z.enum(INTERVAL_UNITS),
  interval_count: z.number(),
  /** What is chosen with it and costs something, for one unit. */
  options: z.array(z.object({ key: z.string(), title: z.string(), unit_price: amountAnswerSchema })),
})

const preview = {
  /** `prorate`: the rest of the period is billed; `restart`: a full period is; `replace`: nothing yet; `schedule`: later. */
  kind: z.enum(CHANGE_KINDS),
  /** The first day of the new terms. */
  on: z.string(),
  currency_code: z.string(),
  is_tax_inclusive: z.boolean(),
  from: changedTermsAnswerSchema,
  to: changedTermsAnswerSchema,
  /** Of the price's own kind: with tax in it where the price has. */
  credit: amountAnswerSchema,
  charge: amountAnswerSchema,
  /** With tax: what the credit note and the invoice come to. */
  credit_total: amountAnswerSchema,
  charge_total: amountAnswerSchema,
  /** What the customer's balance pays, the credit included, and what it is afterwards. */
  balance_used: amountAnswerSchema,
  balance_after: amountAnswerSchema,
  due_total: amountAnswerSchema,
  credited_invoice: z.object({ id: z.string(), number: z.string() }).nullable(),
}

/** What a change does and comes to. `invoice`: the next one under the new terms, of this change where it is billed now. */
export const changePreviewAnswerSchema = z.object({ ...preview, invoice: upcomingInvoiceAnswerSchema.nullable() })
export type ChangePreviewAnswer = z.infer<typeof changePreviewAnswerSchema>

export const ownChangePreviewAnswerSchema = z.object({
  ...preview,
  invoice: upcomingInvoiceAnswerSchema.extend({ lines: z.array(printedLineAnswerSchema) }).nullable(),
})
export type OwnChangePreviewAnswer = z.infer<typeof ownChangePreviewAnswerSchema>

const reason = shownText(1000).min(1)
const ownReason = shownText(1000).nullish()
const version = z.number().int().min(0).max(2_000_000_000).optional()

/** `until`: the day on which it goes on; left out: until it is resumed. */
export const pauseSubscriptionSchema = z.strictObject({ until: civilDateSchema.nullish(), reason, version })
export type PauseSubscriptionBody = z.infer<typeof pauseSubscriptionSchema>

export const skipRenewalSchema = z.strictObject({ reason, version })
export type SkipRenewalBody = z.infer<typeof skipRenewalSchema>

/** An address as an order has it; what is left out is empty. */
const addressText = shownText(200).nullish()
const address = z.strictObject({
  first_name: addressText,
  last_name: addressText,
  company: addressText,
  address_1: shownText(200).min(1),
  address_2: addressText,
  city: shownText(200).min(1),
  postal_code: addressText,
  province: addressText,
  phone: addressText,
  country_code: z
    .string()
    .regex(/^[A-Za-z]{2}$/, "takes the two letters of a country")
    .transform((code) => code.toLowerCase()),
})
const addresses = { shipping_address: address.optional(), billing_address: address.optional() }
const hasAddress = (body: { shipping_address?: unknown; billing_address?: unknown }): boolean =>
  body.shipping_address !== undefined || body.billing_address !== undefined
const NO_ADDRESS = { path: ["shipping_address"], message: "takes an address, here or as the billing address" }

/** Where the next renewals are sent, taxed, and billed to; what is left out stays. */
export const changeAddressesSchema = z.strictObject({ ...addresses, version }).refine(hasAddress, NO_ADDRESS)
export type ChangeAddressesBody = z.infer<typeof changeAddressesSchema>

export const changeOwnAddressesSchema = z.strictObject(addresses).refine(hasAddress, NO_ADDRESS)
export type ChangeOwnAddressesBody = z.infer<typeof changeOwnAddressesSchema>

/** The offer that was shown is taken instead of a cancellation. */
export const retainSubscriptionSchema = z.strictObject({ kind: z.enum(["pause", "discount"]), version })
export type RetainSubscriptionBody = z.infer<typeof retainSubscriptionSchema>

export const retainOwnSubscriptionSchema = z.strictObject({ kind: z.enum(["pause", "discount"]) })
export type RetainOwnSubscriptionBody = z.infer<typeof retainOwnSubscriptionSchema>

/** By the customer: until a day, within what the merchant allows. */
export const pauseOwnSubscriptionSchema = z.strictObject({ until: civilDateSchema, reason: ownReason })
export type PauseOwnSubscriptionBody = z.infer<typeof pauseOwnSubscriptionSchema>

export const skipOwnRenewalSchema = z.strictObject({ reason: ownReason })
export type SkipOwnRenewalBody = z.infer<typeof skipOwnRenewalSchema>

/** There is nothing to say but that. */
export const resumeOwnSubscriptionSchema = z.strictObject({})
export const renewOwnEarlySchema = z.strictObject({})

export const renewEarlySchema = z.strictObject({ version })
export type RenewEarlyBody = z.infer<typeof renewEarlySchema>
