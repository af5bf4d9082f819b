import { z } from "@medusajs/framework/zod"
import { OFFER_REQUEST_SOURCES, OFFER_REQUEST_STATUSES } from "../../../rules/billing/states"
import { id } from "../../id"
import { oneOrMore } from "../../one-or-more"
import { pageAnswerSchema, pageQuery } from "../../page"
import { shownText, text, word } from "../../text"

const units = z.number().int().min(1).max(100_000)

/** `POST /store/billing/offer-requests` */
export const askForOfferSchema = z.strictObject({
  product_id: id,
  /** The cycle that is wanted; left out: the merchant proposes one. */
  variant_id: id.optional(),
  quantity: units.default(1),
  name: shownText(200).min(1),
  email: text(254).min(1),
  phone: word(40).optional(),
  message: text(4_000).optional(),
  region_id: id.optional(),
  currency_code: word(3).optional(),
  locale: word(20).optional(),
  /** Put it into the form where nobody sees it, and leave it empty: programs fill it, and are refused. */
  website: text(500).optional(),
  /** One for each form that is shown: sent twice, it asks once. */
  key: word(64).min(8),
})
export type AskForOffer = z.output<typeof askForOfferSchema>

export const askedForOfferSchema = z.object({ requested: z.literal(true) })

export const listOfferRequestsSchema = z.object({
  status: oneOrMore(z.enum(OFFER_REQUEST_STATUSES)),
  ...pageQuery({ most: 100, standard: 20 }),
})

export const offerRequestAnswerSchema = z.object({
  id: z.string(),
  status: z.enum(OFFER_REQUEST_STATUSES),
  source: z.enum(OFFER_REQUEST_SOURCES),
  product_id: z.string(),
  variant_id: z.string().nullable(),
  /** What it was called on that day. */
  title: z.string(),
  quantity: z.number(),
  /** As they were typed. */
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  message: z.string().nullable(),
  /** Who was logged in, or whose link it was. */
  customer_id: z.string().nullable(),
  region_id: z.string().nullable(),
  received_at: z.string(),
  as_of: z.string(),
  /** The draft order that quotes it, and its price of one unit. */
  order_id: z.string().nullable(),
  currency_code: z.string().nullable(),
  unit_price: z.string().nullable(),
  /** Why it was closed. */
  note: z.string().nullable(),
  handled_by: z.string().nullable(),
  handled_on: z.string().nullable(),
})
export type OfferRequestAnswer = z.infer<typeof offerRequestAnswerSchema>

export const offerRequestListAnswerSchema = pageAnswerSchema.extend({ requests: z.array(offerRequestAnswerSchema) })
export type OfferRequestListAnswer = z.infer<typeof offerRequestListAnswerSchema>

/** What is left out stays as it was asked for. */
export const quoteOfferRequestSchema = z.strictObject({
  /** Of one unit, for one cycle, in the currency of the region. */
  unit_price: word(40).min(1),
  variant_id: id.optional(),
  quantity: units.optional(),
  region_id: id.optional(),
})
export type QuoteOfferRequest = z.output<typeof quoteOfferRequestSchema>

export const closeOfferRequestSchema = z.strictObject({ reason: shownText(1_000).min(1) })
export type CloseOfferRequest = z.output<typeof closeOfferRequestSchema>
