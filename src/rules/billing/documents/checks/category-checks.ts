import { compare, isPositive, isZero, sum, type Decimal } from "../../../money"
import type { EInvoice, ELine, ETax } from "../e-invoice"
import type { RuleCheck } from "./rule-check"
import { isTaxOfBase } from "./sum-checks"

const CATEGORIES = [
  { code: "S", prefix: "BR-S", name: "standard rate" },
  { code: "Z", prefix: "BR-Z", name: "zero rate" },
  { code: "E", prefix: "BR-E", name: "exemption" },
  { code: "AE", prefix: "BR-AE", name: "reverse charge" },
] as const
type Category = (typeof CATEGORIES)[number]

/** The rules of each VAT category, as the standard repeats them under BR-S, BR-Z, BR-E and BR-AE. */
export const CATEGORY_CHECKS: readonly RuleCheck[] = [
  ...CATEGORIES.flatMap(checksOf),
  {
    rule: "BR-CL-18",
    says: "each category is one that the file's rules know",
    holds: ({ lines, taxes }) =>
      [...lines, ...taxes].every(({ category }) => CATEGORIES.some(({ code }) => code === category)),
  },
]

function hasReason(code: Category["code"]): boolean {
  return code === "E" || code === "AE"
}

function checksOf({ code, prefix, name }: Category): RuleCheck[] {
  const linesOf = ({ lines }: EInvoice): ELine[] => lines.filter(({ category }) => category === code)
  const taxesOf = ({ taxes }: EInvoice): ETax[] => taxes.filter(({ category }) => category === code)
  const isTaxed = code === "S"
  const isUsed = (invoice: EInvoice): boolean => linesOf(invoice).length > 0
  return [
    {
      rule: `${prefix}-01`,
      says: isTaxed
        ? `each rate of a line is in the breakdown`
        : `${name} stands once in the breakdown where a line has it`,
      holds: (invoice) =>
        isTaxed
          ? linesOf(invoice).every(({ rate }) => taxesOf(invoice).filter((tax) => isSame(tax.rate, rate)).length === 1)
          : taxesOf(invoice).length === (isUsed(invoice) ? 1 : 0),
    },
    {
      rule: `${prefix}-02`,
      says: `lines of ${name} ask for the VAT number of the seller${code === "AE" ? " and the buyer" : ""}`,
      holds: (invoice) =>
        !isUsed(invoice) || (!!invoice.seller.vatNumber && (code !== "AE" || !!invoice.buyer.vatNumber)),
    },
    {
      rule: `${prefix}-05`,
      says: isTaxed ? "the rate of a line is above zero" : `a line of ${name} has the rate zero`,
      holds: (invoice) =>
        linesOf(invoice).every(({ rate }) => rate !== null && (isTaxed ? isPositive(rate) : isZero(rate))),
    },
    {
      rule: `${prefix}-08`,
      says: "a base is the sum of its lines",
      holds: (invoice) =>
        taxesOf(invoice).every((tax) => isSame(tax.base, baseOf(linesOf(invoice), isTaxed ? tax.rate : null))),
    },
    {
      rule: `${prefix}-09`,
      says: isTaxed ? "a tax is its base at its rate" : "the tax is zero",
      holds: (invoice) =>
        taxesOf(invoice).every((tax) => (isTaxed ? isTaxOfBase(tax, invoice, 1) : isZero(tax.amount))),
    },
    {
      rule: `${prefix}-10`,
      says: hasReason(code) ? `${name} has a reason` : `${name} has no reason of exemption`,
      holds: (invoice) => taxesOf(invoice).every(({ exemptionReason }) => !!exemptionReason === hasReason(code)),
    },
  ]
}

const isSame = (a: Decimal | null, b: Decimal | null): boolean => a !== null && b !== null && compare(a, b) === 0

/** At one rate, or at any where none is named. */
const baseOf = (lines: readonly ELine[], rate: Decimal | null): Decimal =>
  sum(lines.filter((line) => rate === null || isSame(line.rate, rate)).map(({ netAmount }) => netAmount))
