import { daysBetween, type CivilDate, type Period } from "../../calendar"
import { isPositive, isZero, multiply, multiplyRatio, subtract, sum, type Decimal } from "../../money"
import type { RenewalDiscount } from "../renewals/recurring-terms"

interface WholeLine {
  unit_price: Decimal
  quantity: number
}

interface BilledPart {
  periodStart: CivilDate
  periodEnd: CivilDate
  partOf?: Period
}

interface LineCharges {
  discounts: readonly RenewalDiscount[]
  currencyCode: string
  locale: string | null
}

/** Who owns the adjustment that leaves the days off which are not billed. */
export const PART_PROVIDER = "billing_part"

/**
 * The discounts of a line, and what a part of a period costs less than a whole one (B25): the price net of discounts, by
 * days, rounded once.
 */
export function withPart(line: WholeLine, part: BilledPart, charges: LineCharges): RenewalDiscount[] {
  const { discounts, currencyCode, locale } = charges
  const { partOf } = part
  if (!partOf) {
    return [...discounts]
  }
  const days = { billed: daysBetween(part.periodStart, part.periodEnd), whole: daysBetween(partOf.start, partOf.end) }
  const price = wholePrice(line, discounts)
  const charge = multiplyRatio(price, { numerator: days.billed, denominator: days.whole }, currencyCode)
  const amount = subtract(price, charge)
  return isZero(amount) || !isPositive(amount)
    ? [...discounts]
    : [...discounts, { name: partName(days, locale), amount, providerId: PART_PROVIDER }]
}

/** What a line costs for a whole period, net of its discounts. */
export const wholePrice = (
  { unit_price, quantity }: WholeLine,
  discounts: readonly Pick<RenewalDiscount, "amount">[],
): Decimal => subtract(multiply(unit_price, quantity), sum(discounts.map(({ amount }) => amount)))

/** What a line says that is paid for a part of its period. */
export const partName = ({ billed, whole }: { billed: number; whole: number }, locale: string | null): string =>
  /^fr\b/i.test(locale ?? "") ? `Pour ${billed} jours sur ${whole}` : `For ${billed} of ${whole} days`
