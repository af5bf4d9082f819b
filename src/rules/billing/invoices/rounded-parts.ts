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
 * rounded to their own sum, and the nets to what is then left of the gross, so that both add up to it: first those of the
 * lines that bear the same rates, then each line's, so that no tax is off its base, however many lines there are. Where a
 * document has both, all parts are rounded to add up to the gross. Ties and remainders go to the largest remainder, then to
 * the earlier.
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
  const groups = groupsOf({ amounts, sums })
  const bases = roundToSum(
    groups.map((group) => group.net),
    net,
    currency,
  )
  return { nets: netsOf({ amounts, groups, bases }, currency), taxes }
}

function mixed({ amounts, sums, gross }: ExactParts, currency: string): RoundedParts {
  const groups = groupsOf({ amounts, sums })
  const exact = [...groups.map(({ net }) => net), ...sums.map(({ amount }) => amount)]
  const parts = roundToSum(exact, gross, currency)
  const bases = parts.slice(0, groups.length)
  return { nets: netsOf({ amounts, groups, bases }, currency), taxes: parts.slice(groups.length) }
}

/** Lines that bear the same rates, by their indices, with what they come to. */
interface RateGroup {
  lines: number[]
  net: Decimal
}

function groupsOf({ amounts, sums }: Pick<ExactParts, "amounts" | "sums">): RateGroup[] {
  const groups = new Map<string, number[]>()
  amounts.forEach((_, line) => {
    const key = sums.flatMap(({ lines }, rate) => (lines.has(line) ? [rate] : [])).join()
    groups.set(key, [...(groups.get(key) ?? []), line])
  })
  return [...groups.values()].map((lines) => ({ lines, net: sum(lines.map((line) => amounts[line]?.net ?? "0")) }))
}

/** Each line's net, so that those of a group come to its base. */
function netsOf(
  { amounts, groups, bases }: { amounts: readonly LineAmounts[]; groups: RateGroup[]; bases: readonly Decimal[] },
  currency: string,
): Decimal[] {
  const nets = amounts.map(() => "0")
  groups.forEach(({ lines }, group) => {
    const exact = lines.map((line) => amounts[line]?.net ?? "0")
    const rounded = roundToSum(exact, bases[group] ?? "0", currency)
    lines.forEach((line, at) => (nets[line] = rounded[at] ?? "0"))
  })
  return nets
}
