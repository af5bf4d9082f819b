import { checkAmount, isZero, type Decimal } from "../../money"
import type { OfferRequestStatus } from "../states"

export interface QuoteFacts {
  request: { status: OfferRequestStatus; product_id: string; variant_id: string | null; quantity: number }
  /** What the admin says; what is left out stays as it was asked for. */
  wanted: { variant_id?: string | undefined; quantity?: number | undefined; unit_price: Decimal }
  currencyCode: string
  /** The variants of the product. */
  variantIds: readonly string[]
  /** Whether it is a package that its contents make the price of. */
  isPricedByContents: boolean
}

export type QuoteDecision =
  /** It has its draft order: the same again makes no second one. */
  | { kind: "quoted" }
  | { kind: "quote"; variantId: string; quantity: number; unitPrice: Decimal }
  | { kind: "refuse"; field: string; reason: string }

/** What a quote does (B11): a price above zero, in the currency's units, for one of the product's variants. */
export function decideQuote(facts: QuoteFacts): QuoteDecision {
  const { request, wanted, currencyCode, variantIds, isPricedByContents } = facts
  const refuse = (field: string, reason: string): QuoteDecision => ({ kind: "refuse", field, reason })
  if (request.status === "quoted") {
    return { kind: "quoted" }
  }
  if (request.status === "closed") {
    return refuse("id", "is closed already")
  }
  if (isPricedByContents) {
    return refuse("unit_price", "its contents make its price: make a draft order of it, and close the request")
  }
  const price = checkAmount(wanted.unit_price, currencyCode)
  if (!price.ok) {
    return refuse("unit_price", price.reason)
  }
  if (isZero(price.amount)) {
    return refuse("unit_price", "must not be zero")
  }
  const variantId = wanted.variant_id ?? request.variant_id ?? (variantIds.length === 1 ? variantIds[0] : undefined)
  if (variantId === undefined) {
    return refuse("variant_id", "is required: the request names none")
  }
  return variantIds.includes(variantId)
    ? { kind: "quote", variantId, quantity: wanted.quantity ?? request.quantity, unitPrice: price.amount }
    : refuse("variant_id", "is none of the product that is asked for")
}
