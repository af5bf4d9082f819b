import { counts } from "./counts"
import type { Scale } from "./scale"
import { taxFactor } from "./tax-factor"
import type { SaleLine } from "./types"

/** What order discounts' ranges are held against (D1): the articles' total without tax, summed exactly and rounded once. */
export function orderValue(lines: readonly SaleLine[], scale: Scale): bigint {
  let net = 0n
  const withTax = new Map<string, bigint>()
  for (const line of lines) {
    if (counts(line)) {
      const price = scale.times(line.unitPrice, line.quantity)
      if (line.isTaxInclusive) {
        withTax.set(line.taxRate, (withTax.get(line.taxRate) ?? 0n) + price)
      } else {
        net += price
      }
    }
  }
  // A sum of fractions: a net price out of one with tax in it need not end.
  const total = { numerator: net, denominator: 1n }
  for (const [taxRate, price] of withTax) {
    const { numerator, denominator } = taxFactor(taxRate)
    total.numerator = total.numerator * numerator + price * denominator * total.denominator
    total.denominator *= numerator
  }
  const half = scale.minor * total.denominator
  return (2n * total.numerator + half) / (2n * half)
}
