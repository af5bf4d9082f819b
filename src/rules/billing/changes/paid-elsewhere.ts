import { add, multiply, quotient, round, type Decimal } from "../../money"

/** How a price is taxed. */
export interface TaxedPrice {
  isTaxInclusive: boolean
  /** In percent. */
  rates: readonly (Decimal | number)[]
  currencyCode: string
}

const factorOf = ({ rates }: TaxedPrice): Decimal => add("1", ...rates.map((rate) => multiply(String(rate), "0.01")))

/** What was paid for a period in the system that a subscription was moved in from (B62), rounded. */
export function paidElsewhere(
  { unitPrice, quantity }: { unitPrice: Decimal; quantity: number },
  price: TaxedPrice,
): { net: Decimal; gross: Decimal } {
  const { isTaxInclusive, currencyCode } = price
  const amount = multiply(unitPrice, quantity)
  const gross = isTaxInclusive ? amount : multiply(amount, factorOf(price))
  const net = isTaxInclusive ? quotient(amount, factorOf(price)) : amount
  return { net: round(net, currencyCode), gross: round(gross, currencyCode) }
}

/** With tax: what a credit of a part of it comes to, of the price's own kind. */
export const creditElsewhere = (credit: Decimal, price: TaxedPrice): Decimal =>
  round(price.isTaxInclusive ? credit : multiply(credit, factorOf(price)), price.currencyCode)
