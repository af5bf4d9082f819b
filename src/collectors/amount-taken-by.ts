import { round, type Decimal } from "../rules/money"
import { collectorFor } from "./collector-for"

/** What a payment provider takes for amounts of a currency. Without one, an invoice asks for whole minor units. */
export function amountTakenBy(paymentProviderId: string | null, currencyCode: string): (amount: Decimal) => Decimal {
  const collector = collectorFor(paymentProviderId)
  return (amount) => collector.amountTaken?.(amount, currencyCode) ?? round(amount, currencyCode)
}
