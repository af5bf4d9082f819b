import type { PriceChangeMode, WithoutConsent } from "../../../../rules/billing/states"
import { isWholeNumber } from "../../numbers/typed-number"

/** Which subscriptions: by their ids, or all that run on a product. */
export type ChosenSubscriptions = { ids: string[] } | { product_id: string }

/** As the drawer has it: plain decimals, civil dates; empty: left out. */
export interface PriceChangeForm {
  mode: PriceChangeMode
  days: string
  fromOn: string
  withoutConsent: WithoutConsent
  /** Of one unit; empty: the offer's current price. */
  price: string
}

export const EMPTY_PRICE_CHANGE: PriceChangeForm = {
  mode: "at_once",
  days: "30",
  fromOn: "",
  withoutConsent: "keep",
  price: "",
}

export const MOST_PRICE_DAYS = 365
export const isPriceDays = (text: string): boolean => isWholeNumber(text, { min: 1, max: MOST_PRICE_DAYS })

/** What is asked for; null: something of it cannot be sent yet. */
export function priceChangeBody(
  chosen: ChosenSubscriptions,
  { mode, days, fromOn, withoutConsent, price }: PriceChangeForm,
  currency: string | null,
): Record<string, unknown> | null {
  const given = price !== "" && currency !== null ? { price: { amount: price, currency_code: currency } } : {}
  if (price !== "" && !/^\d+(\.\d+)?$/.test(price)) {
    return null
  }
  if (mode === "at_once") {
    return { ...chosen, ...given, mode }
  }
  if (!isPriceDays(days)) {
    return null
  }
  return {
    ...chosen,
    ...given,
    mode,
    days: Number(days),
    ...(fromOn !== "" && { from_on: fromOn }),
    ...(mode === "ask" && { without_consent: withoutConsent }),
  }
}
