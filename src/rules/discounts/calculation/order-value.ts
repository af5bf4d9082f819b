import type { PricedLine } from "./priced-line"
import type { FixedPoint } from "./fixed-point"
import { taxFactor } from "./tax-factor"

/**
 * The value that order discounts' ranges are compared with (D1): the articles' total without tax, summed exactly and
 * rounded once, in minor units.
 */
export function orderValue(lines: readonly PricedLine[], fixedPoint: FixedPoint): bigint {
  let net = 0n
  const withTax = new Map<string, bigint>()
  for (const { line, price, isCounted } of lines) {
    // A bundle's price is that of its parts, which count already.
    if (!isCounted || line.kind === "bundle") {
      continue
    }
    if (line.isTaxInclusive) {
      withTax.set(line.taxRate, (withTax.get(line.taxRate) ?? 0n) + price)
    } else {
      net += price
    }
  }
  // Summed as fractions: a net price taken from a gross one can have endless digits.
  const total = { numerator: net, denominator: 1n }
  for (const [taxRate, price] of withTax) {
    const { numerator, denominator } = taxFactor(taxRate)
    total.numerator = total.numerator * numerator + price * denominator * total.denominator
    total.denominator *= numerator
  }
  const half = fixedPoint.minor * total.denominator
  return (2n * total.numerator + half) / (2n * half)
}
