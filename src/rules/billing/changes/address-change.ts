import type { SubscriptionStatus } from "../states"
import { isFinal } from "../subscriptions/billable"
import type { ChangeAnswer } from "../subscriptions/subscription-change"

type JsonObject = Record<string, unknown>

/** The addresses to set; left out: it stays. */
export interface WantedAddresses {
  shipping_address?: JsonObject | undefined
  billing_address?: JsonObject | undefined
}

/** Other addresses, which the next renewal has: it is taxed and sent by them (B26). What is issued keeps its own. */
export function addressChange(row: { status: SubscriptionStatus }, wanted: WantedAddresses): ChangeAnswer {
  if (isFinal(row.status)) {
    return { ok: false, reason: `The subscription is ${row.status}: no renewal of it is sent anywhere` }
  }
  const { shipping_address, billing_address } = wanted
  const patch = { ...(shipping_address && { shipping_address }), ...(billing_address && { billing_address }) }
  return { ok: true, change: { type: "addresses_changed", patch, data: { changed: Object.keys(patch) } } }
}
