import { amountTakenBy } from "../../../collectors"
import type { AmountTaken, CollectionMethod } from "../../../rules/billing"

/** What is asked for an amount of a subscription: by its provider's steps where it is charged, by whole minor units else. */
export const amountTakenByCollection = (subscription: {
  collection_method: CollectionMethod
  payment_provider_id?: string | null
  currency_code: string
}): AmountTaken =>
  amountTakenBy(
    subscription.collection_method === "charge_automatically" ? (subscription.payment_provider_id ?? null) : null,
    subscription.currency_code,
  )
