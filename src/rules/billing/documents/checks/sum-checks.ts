import {
  add,
  compare,
  isNegative,
  minorUnit,
  negate,
  percentOf,
  round,
  subtract,
  sum,
  type Decimal,
} from "../../../money"
import type { EInvoice, ETax } from "../e-invoice"
import type { RuleCheck } from "./rule-check"

const equal = (a: Decimal, b: Decimal): boolean => compare(a, b) === 0

/** BR-CO-10 to BR-CO-17: what adds up to what. The first four hold to the cent, in every document. */
export const SUM_CHECKS: readonly RuleCheck[] = [
  {
    rule: "BR-CO-10",
    says: "the lines come to their sum",
    holds: ({ lines, totals }) => equal(totals.lines, sum(lines.map(({ netAmount }) => netAmount))),
  },
  {
    rule: "BR-CO-13",
    says: "the total without tax is the lines less discounts and with charges",
    holds: ({ totals }) => equal(totals.withoutTax, add(subtract(totals.lines, totals.allowances), totals.charges)),
  },
  {
    rule: "BR-CO-14",
    says: "the tax is the sum of the taxes",
    holds: ({ taxes, totals }) => equal(totals.tax, sum(taxes.map(({ amount }) => amount))),
  },
  {
    rule: "BR-CO-15",
    says: "the total with tax is the total without it and the tax",
    holds: ({ totals }) => equal(totals.withTax, add(totals.withoutTax, totals.tax)),
  },
  {
    rule: "BR-CO-16",
    says: "what is to be paid is the total less what was paid, and rounding",
    holds: ({ totals }) => equal(totals.payable, add(subtract(totals.withTax, totals.prepaid), totals.rounding)),
  },
  {
    rule: "BR-CO-17",
    says: "each tax is its base at its rate, within one minor unit",
    holds: (invoice) => invoice.taxes.every((tax) => isTaxOfBase(tax, invoice, 1)),
  },
]

/**
 * Whether a tax is its base at its rate, rounded. Prices that include tax leave a minor unit's difference, which the
 * standard's own check of the rule allows; prices without tax leave none.
 */
export function isTaxOfBase(tax: ETax, { currencyCode }: Pick<EInvoice, "currencyCode">, within: 0 | 1): boolean {
  const difference = subtract(tax.amount, round(percentOf(tax.base, tax.rate ?? "0"), currencyCode))
  const distance = isNegative(difference) ? negate(difference) : difference
  return compare(distance, within === 0 ? "0" : minorUnit(currencyCode)) <= 0
}
