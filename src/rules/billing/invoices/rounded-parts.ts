import { percentOf, round, roundToSum, subtract, sum, type Decimal } from "../../money"
import type { InvoiceLineFacts } from "./invoice-facts"
import type { LineAmounts } from "./line-amounts"
import type { TaxSum } from "./tax-sums"

interface ExactParts {
  lines: readonly InvoiceLineFacts[]
  amounts: readonly LineAmounts[]
  sums: readonly TaxSum[]
  gross: Decimal
}

/** Each line's net total and each rate's tax, rounded to the minor unit. */
export interface RoundedParts {
  nets: Decimal[]
  taxes: Decimal[]
}

/**
 * How an invoice's lines and taxes are rounded (decision 4). Where prices exclude tax, each net line is rounded by itself,
 * and each rate's tax is on the sum of its rounded lines (EN 16931, BR-CO-17). Where prices include tax, the taxes are
 * rounded to their own sum, and the net lines to what is then left of the gross, so that both add up to it. Where a document
 * has both, all parts are rounded to add up to the gross. Ties and remainders go to the largest remainder, then to the
 * earlier.
 */
export function roundedParts(exact: ExactParts, currency: string): RoundedParts {
  const inclusive = exact.lines.filter(({ isTaxInclusive }) => isTaxInclusive).length
  if (inclusive === 0) {
    return withoutTax(exact, currency)
  }
  return inclusive === exact.lines.length ? withTax(exact, currency) : mixed(exact, currency)
}

function withoutTax({ amounts, sums }: ExactParts, currency: string): RoundedParts {
  const nets = amounts.map(({ net }) => round(net, currency))
  const baseOf = ({ lines }: TaxSum): Decimal => sum(nets.filter((_, line) => lines.has(line)))
  return { nets, taxes: sums.map((one) => round(percentOf(baseOf(one), one.rate.rate), currency)) }
}

function withTax({ amounts, sums, gross }: ExactParts, currency: string): RoundedParts {
  const exactTaxes = sums.map(({ amount }) => amount)
  const taxes = roundToSum(exactTaxes, sum(exactTaxes), currency)
  const net = subtract(round(gross, currency), sum(taxes))
  return {
    nets: roundToSum(
      amounts.map((line) => line.net),
      net,
      currency,
    ),
    taxes,
  }
}

function mixed({ amounts, sums, gross }: ExactParts, currency: string): RoundedParts {
  const exact = [...amounts.map(({ net }) => net), ...sums.map(({ amount }) => amount)]
  const parts = roundToSum(exact, gross, currency)
  return { nets: parts.slice(0, amounts.length), taxes: parts.slice(amounts.length) }
}
